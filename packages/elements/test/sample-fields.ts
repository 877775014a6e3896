import type { Field } from '@prmkit/contract'
import { filterChoices } from '../src/primitives/combobox/matching.ts'
import type { Choice, FieldContext, StoredFile } from '../src/primitives/field/context.ts'

const product = (value: string, label: string, detail: string, euro: string): Choice => ({
  value,
  label,
  detail,
  prices: [
    { amount: euro, currency: 'EUR' },
    { amount: String(Number(euro) + 20) + '.00', currency: 'USD' },
  ],
})

/** The products of the made-up vendor. */
export const products: readonly Choice[] = [
  product('p1', 'Ridge Firewall 400', 'RF-400', '1290.00'),
  product('p2', 'Ridge Firewall 900', 'RF-900', '4850.50'),
  product('p3', 'Ridge Support Gold, 12 months', 'SUP-G12', '349.90'),
  product('p4', 'موجّه الحافة', 'RT-7', '79.00'),
]

/** A backend in memory: it searches and stores at once. */
export const sampleContext: Partial<FieldContext> = {
  currencies: ['EUR', 'USD'],
  country: 'DE',
  search: async (_source, text) => filterChoices(products, text),
  find: async (_source, value) => products.find((one) => one.value === value),
  files: new Map<string, StoredFile>([
    ['f1', { id: 'f1', name: 'network-plan.pdf', size: 482_000, status: 'ready' }],
  ]),
  upload: async (file, { onProgress }) => {
    onProgress(1)
    return { id: `id-${file.name}`, name: file.name, size: file.size, status: 'ready' }
  },
}

/** A form with every kind of field. */
export const sampleFields: readonly Field[] = [
  {
    pointer: '/companyName',
    type: 'text',
    label: 'Company name',
    hint: 'As in the commercial register.',
    placeholder: 'Northwind Traders GmbH',
    required: true,
    maxLength: 200,
  },
  { pointer: '/problem', type: 'long_text', label: 'What does the customer need?', maxLength: 80 },
  { pointer: '/email', type: 'email', label: 'E-mail', required: true },
  { pointer: '/website', type: 'url', label: 'Website' },
  { pointer: '/phone', type: 'phone', label: 'Telephone', hint: 'With or without country code.' },
  { pointer: '/country', type: 'country', label: 'Country', required: true },
  { pointer: '/seats', type: 'number', label: 'Seats', min: 1, scale: 0 },
  { pointer: '/amount', type: 'money', label: 'Expected value', currencies: ['EUR', 'USD'] },
  { pointer: '/budget', type: 'money', label: 'Budget', currencies: ['EUR'], min: '100' },
  { pointer: '/close', type: 'date', label: 'Expected close', min: 'today', required: true },
  {
    pointer: '/type',
    type: 'choice',
    label: 'Kind of deal',
    required: true,
    options: [
      { value: 'new', label: 'New customer' },
      { value: 'renewal', label: 'Renewal' },
      { value: 'expansion', label: 'Expansion' },
    ],
  },
  {
    pointer: '/industry',
    type: 'choice',
    label: 'Industry',
    options: ['Retail', 'Health', 'Energy', 'Public', 'Finance', 'Logistics'].map((label) => ({
      value: label.toLowerCase(),
      label,
    })),
  },
  {
    pointer: '/needs',
    type: 'multi_choice',
    label: 'Needed from us',
    options: [
      { value: 'presales', label: 'Presales engineer' },
      { value: 'demo', label: 'Demo equipment' },
      { value: 'training', label: 'Training' },
    ],
  },
  { pointer: '/product', type: 'lookup', label: 'Main product', source: 'products' },
  { pointer: '/lines', type: 'product_lines', label: 'Products', required: true },
  {
    pointer: '/files',
    type: 'file',
    label: 'Attachments',
    accept: ['.pdf', 'image/*'],
    maxFiles: 3,
    maxSize: 5_000_000,
  },
  { pointer: '/rival', type: 'yes_no', label: 'Is another vendor in the race?' },
  {
    pointer: '/consent',
    type: 'consent',
    label: 'Consent of the contact',
    required: true,
    consent: {
      version: '2026-05',
      text: 'The contact has agreed that we pass on their name and address.',
      url: 'https://vendor.example/privacy',
    },
  },
]

/** The form filled in. */
export const sampleValues = {
  companyName: 'Żółw & Søn ApS',
  problem: 'Two sites without a firewall, and the old support contract ends in March. 12',
  email: 'ada@northwind.example',
  website: 'https://northwind.example',
  phone: '+4930123456',
  country: 'DE',
  seats: 1250,
  amount: { amount: '125000.50', currency: 'USD' },
  budget: { amount: '90000.00', currency: 'EUR' },
  close: '2027-03-31',
  type: 'renewal',
  industry: 'energy',
  needs: ['demo', 'training'],
  product: 'p2',
  lines: [
    { productId: 'p1', quantity: 12, unitPrice: { amount: '1190.00', currency: 'EUR' } },
    { productId: { text: 'RF-9OO' }, quantity: 2 },
    { productId: 'p3', quantity: 1, unitPrice: { amount: '399.90', currency: 'USD' } },
  ],
  files: ['f1', { name: 'requirements.pdf' }],
  rival: false,
  consent: { version: '2026-05', given: true },
}

/** Input that is wrong in every field, kept as it was typed. */
export const wrongValues = {
  companyName: ' ',
  problem: 'x'.repeat(91),
  email: 'ada@northwind',
  website: 'northwind',
  phone: '12',
  country: { text: 'Atlantis' },
  seats: '12 to 14',
  amount: { amount: 'about 5000', currency: 'EUR' },
  budget: { amount: '12.345', currency: 'EUR' },
  close: '2020-01-01',
  product: { text: 'Fire hydrant' },
  lines: [{ productId: undefined, quantity: 0, unitPrice: { amount: 'x', currency: 'EUR' } }],
  files: [{ name: 'requirements.pdf' }],
  consent: { version: '2025-01', given: true },
}
