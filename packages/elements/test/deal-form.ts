import type { Field, Form } from '@prmkit/contract'

const field = (
  pointer: string,
  type: Field['type'],
  label: string,
  more: Partial<Field> = {},
): Field => ({
  pointer,
  type,
  label,
  ...more,
})

/** A form with conditions, hidden fields, lines, files and consent. */
export const dealForm: Form = {
  name: 'deal',
  version: '1',
  language: 'en',
  title: 'Register a deal',
  sections: [
    {
      name: 'customer',
      title: 'End customer',
      fields: [
        field('/customer/companyName', 'text', 'Organisation', { required: true, maxLength: 200 }),
        field('/customer/website', 'url', 'Website'),
        field('/customer/country', 'country', 'Country'),
        field('/contact/email', 'email', 'E-mail'),
      ],
    },
    {
      name: 'deal',
      title: 'Opportunity',
      fields: [
        field('/name', 'text', 'Project', { required: true, maxLength: 200 }),
        field('/type', 'choice', 'Deal type', {
          default: 'new',
          options: [
            { value: 'new', label: 'New customer' },
            { value: 'renewal', label: 'Renewal' },
          ],
        }),
        field('/custom/contract', 'text', 'Present contract', {
          visibleWhen: { field: '/type', equals: 'renewal' },
          requiredWhen: { field: '/type', equals: 'renewal' },
        }),
        field('/amount', 'money', 'Value', { currencies: ['EUR', 'USD'] }),
        field('/expectedCloseDate', 'date', 'Expected close date', { min: 'today' }),
        field('/problem', 'long_text', 'What they want to solve', { maxLength: 2000 }),
        field('/custom/campaign', 'text', 'Campaign', { hidden: true, maxLength: 20 }),
      ],
    },
    {
      name: 'products',
      title: 'Products',
      fields: [
        field('/lines', 'product_lines', 'Products'),
        field('/fileIds', 'file', 'Files', { maxFiles: 2 }),
        field('/consents/contact', 'consent', 'Consent', {
          required: true,
          consent: { version: '2026-03', text: 'The contact knows about it.' },
        }),
      ],
    },
  ],
}
