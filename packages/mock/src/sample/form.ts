import type { Field, Form } from '@prmkit/contract'
import type { FormRecord } from '@prmkit/server'
import { options, stages } from './programme.ts'
import { inEveryLanguage, type Say, type Words } from './words.ts'
import { businesses, consent, hints, industries, purchase, rivals, words } from './form-words.ts'

/** One field of every kind, with conditions, defaults, a hidden field and consent. */
function sections(say: Say): Form['sections'] {
  const field = (
    pointer: string,
    type: Field['type'],
    label: Words,
    more: Partial<Field> = {},
  ): Field => ({ pointer, type, label: say(label), ...more })
  const tender = { field: '/custom/procurement', equals: 'tender' }
  const viaDistributor = { field: '/custom/viaDistributor', equals: true }
  return [
    {
      name: 'customer',
      title: say(words.customer),
      hint: say(hints.customer),
      fields: [
        field('/customer/companyName', 'text', words.company, { required: true, maxLength: 200 }),
        field('/customer/website', 'url', words.website, { hint: say(hints.website) }),
        field('/customer/country', 'country', words.country, { required: true }),
        field('/customer/city', 'text', words.city, { maxLength: 100 }),
        field('/customer/industry', 'choice', words.industry, {
          options: options(industries, say),
        }),
        field('/custom/networkLength', 'number', words.network, {
          ...{ min: 1, max: 100_000, scale: 0, hint: say(hints.network) },
          visibleWhen: { field: '/customer/industry', oneOf: ['utility', 'irrigation'] },
        }),
      ],
    },
    {
      name: 'contact',
      title: say(words.contact),
      fields: [
        field('/contact/firstName', 'text', words.firstName, { maxLength: 100 }),
        field('/contact/lastName', 'text', words.lastName, { required: true, maxLength: 100 }),
        field('/contact/email', 'email', words.email, { required: true }),
        field('/contact/phone', 'phone', words.phone),
      ],
    },
    {
      name: 'opportunity',
      title: say(words.opportunity),
      fields: [
        field('/name', 'text', words.project, { required: true, maxLength: 200 }),
        field('/type', 'choice', words.business, {
          ...{ required: true, default: 'new', options: options(businesses, say) },
        }),
        field('/custom/contractNumber', 'text', words.contract, {
          maxLength: 40,
          visibleWhen: { field: '/type', oneOf: ['expansion', 'renewal'] },
          requiredWhen: { field: '/type', equals: 'renewal' },
        }),
        field('/problem', 'long_text', words.problem, { required: true, maxLength: 2000 }),
        field('/custom/procurement', 'choice', words.purchase, {
          ...{ default: 'direct', options: options(purchase, say) },
        }),
        field('/custom/tenderNumber', 'text', words.tender, {
          ...{ maxLength: 80, visibleWhen: tender, requiredWhen: tender },
        }),
        field('/expectedCloseDate', 'date', words.close, { required: true, min: 'today' }),
        field('/stage', 'choice', words.stage, {
          ...{ default: 'qualified', options: options(stages, say) },
        }),
        field('/custom/rivals', 'multi_choice', words.rivals, { options: options(rivals, say) }),
      ],
    },
    {
      name: 'products',
      title: say(words.products),
      fields: [
        field('/lines', 'product_lines', words.lines, { hint: say(hints.lines) }),
        field('/amount', 'money', words.amount, {
          ...{ required: true, min: '1', currencies: ['EUR', 'USD', 'JPY'] },
        }),
        field('/custom/viaDistributor', 'yes_no', words.viaDistributor, { default: false }),
        field('/distributorId', 'lookup', words.distributor, {
          ...{ source: 'partners', visibleWhen: viaDistributor, requiredWhen: viaDistributor },
        }),
        field('/fileIds', 'file', words.files, {
          ...{ maxFiles: 8, maxSize: 25_000_000, hint: say(hints.files) },
          accept: ['.pdf', '.docx', '.xlsx', '.png', '.jpg'],
        }),
        field('/custom/campaign', 'text', words.campaign, { hidden: true, maxLength: 100 }),
        field('/consents/contact', 'consent', words.consent, {
          required: true,
          consent: {
            version: '2026-03',
            text: say(consent),
            url: 'https://www.quellmark.example/privacy/partners',
          },
        }),
      ],
    },
  ]
}

/** The made-up vendor’s registration form. */
export const form: FormRecord = formOf('2026-03', words.title, sections)

/** The form of a vendor who asks for little. */
export const shortForm: FormRecord = formOf('1', words.shortTitle, (say) => [
  {
    name: 'lead',
    title: say(words.customer),
    fields: [
      {
        ...{ pointer: '/customer/companyName', type: 'text', label: say(words.company) },
        ...{ required: true, maxLength: 200 },
      },
      { pointer: '/contact/email', type: 'email', label: say(words.email), required: true },
      { pointer: '/problem', type: 'long_text', label: say(words.problem), maxLength: 500 },
    ],
  },
])

function formOf(version: string, title: Words, make: (say: Say) => Form['sections']): FormRecord {
  const forms = inEveryLanguage((say, language) => ({
    ...{ name: 'deal', version, language, title: say(title), sections: make(say) },
  }))
  return { name: 'deal', version, forms }
}
