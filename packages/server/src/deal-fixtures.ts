import type { DealProgramme, Field, Form } from '@prmkit/contract'
import type { FormRecord } from './store/records.ts'

const stages = ['prospect', 'qualified', 'proposal', 'committed']
const reasons = ['incomplete', 'not_eligible', 'existing_customer', 'other']
const option = (value: string) => ({ value, label: value.replaceAll('_', ' ') })

/** The made-up vendor's registration of deals. */
export const dealSettings: DealProgramme = {
  form: 'deal',
  statusLabels: { submitted: 'Sent in', approved: 'Protected' },
  stages: stages.map(option),
  reasons: reasons.map(option),
  lossReasons: ['price', 'competitor', 'no_decision'].map(option),
  decisionHours: 16,
  protectionDays: 90,
  maxExtensions: 2,
  maxResubmissions: 2,
}

/** The made-up vendor's form that registers a deal. */
export const dealForm: FormRecord = {
  ...{ name: 'deal', version: '3' },
  forms: { en: form('en'), de: form('de'), ar: form('ar') },
}

function form(language: 'en' | 'de' | 'ar'): Form {
  const words: Record<string, [en: string, de: string, ar: string]> = {
    title: ['Register a deal', 'Projekt registrieren', 'تسجيل صفقة'],
    customer: ['Customer', 'Kunde', 'العميل'],
    project: ['Project', 'Projekt', 'المشروع'],
    company: ['Company', 'Unternehmen', 'الشركة'],
    website: ['Website', 'Website', 'الموقع الإلكتروني'],
    country: ['Country', 'Land', 'الدولة'],
    name: ['Project name', 'Projektname', 'اسم المشروع'],
    lines: ['Products', 'Produkte', 'المنتجات'],
    amount: ['Deal value', 'Projektwert', 'قيمة الصفقة'],
    close: ['Expected close date', 'Erwartetes Abschlussdatum', 'تاريخ الإغلاق المتوقع'],
    tender: ['Is it a public tender?', 'Öffentliche Ausschreibung?', 'هل هي مناقصة عامة؟'],
    number: ['Tender number', 'Ausschreibungsnummer', 'رقم المناقصة'],
    files: ['Evidence', 'Nachweise', 'المستندات'],
    terms: ['I agree to the programme', 'Ich stimme zu', 'أوافق على البرنامج'],
  }
  const say = (word: string) => words[word]?.[['en', 'de', 'ar'].indexOf(language)] ?? word
  const field = (
    pointer: string,
    type: Field['type'],
    word: string,
    more: Partial<Field> = {},
  ) => ({
    ...{ pointer, type, label: say(word) },
    ...more,
  })
  const onTender = { field: '/custom/tender', equals: true }
  return {
    ...{ name: 'deal', version: '3', language, title: say('title') },
    sections: [
      {
        ...{ name: 'customer', title: say('customer') },
        fields: [
          field('/customer/companyName', 'text', 'company', { required: true, maxLength: 200 }),
          field('/customer/website', 'url', 'website'),
          field('/customer/country', 'country', 'country', { default: 'DE' }),
        ],
      },
      {
        ...{ name: 'project', title: say('project') },
        fields: [
          field('/name', 'text', 'name', { required: true, maxLength: 200 }),
          field('/lines', 'product_lines', 'lines'),
          field('/amount', 'money', 'amount', { currencies: ['EUR', 'USD', 'JPY'], min: '0' }),
          field('/expectedCloseDate', 'date', 'close', { min: 'today' }),
          field('/custom/tender', 'yes_no', 'tender'),
          field('/custom/tenderNumber', 'text', 'number', {
            ...{ visibleWhen: onTender, requiredWhen: onTender, maxLength: 50 },
          }),
          field('/fileIds', 'file', 'files', { maxFiles: 5 }),
          field('/consents/terms', 'consent', 'terms', {
            required: true,
            consent: { version: '2026-01', text: say('terms') },
          }),
        ],
      },
    ],
  }
}
