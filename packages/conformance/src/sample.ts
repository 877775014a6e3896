import {
  fieldsOf,
  isFilled,
  isRequired,
  isVisible,
  setValueAt,
  valueAt,
  type DealInput,
  type Field,
  type Form,
  type Product,
} from '@prmkit/contract'

/** The values that a look-up can be filled with. */
export interface Pool {
  products: Product[]
  partnerIds: string[]
  userIds: string[]
  currencies: string[]
}

export interface Samples {
  deal: DealInput & { customer: { companyName: string; website: string } }
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** A line of a product; of its price only what a request may carry. */
function lineOf({ id, listPrices: [price] }: Product, quantity: number) {
  const unitPrice = price && { amount: price.amount, currency: price.currency }
  return { productId: id, quantity, ...(unitPrice && { unitPrice }) }
}

/** A value that a field takes. */
function valueFor(field: Field, pool: Pool, word: string, file: () => string | undefined): unknown {
  const atLeast = Number(field.min ?? 1)
  switch (field.type) {
    case 'email':
      return `someone@${word}.example`
    case 'url':
      return `https://www.${word}.example/`
    case 'phone':
      return '+4930123456'
    case 'country':
      return 'DE'
    case 'number':
      return Number.isNaN(atLeast) ? 1 : atLeast
    case 'money':
      return {
        amount: String(Math.max(Number.isNaN(atLeast) ? 1 : atLeast, 5000)),
        currency: field.currencies?.[0] ?? pool.currencies[0],
      }
    case 'date':
      return inDays(60)
    case 'choice':
      return field.options?.[0]?.value
    case 'multi_choice':
      return [field.options?.[0]?.value]
    case 'lookup':
      if (field.source === 'products') return pool.products[0]?.id
      return field.source === 'users' ? pool.userIds[0] : pool.partnerIds[0]
    case 'product_lines': {
      const [product] = pool.products
      return product && [lineOf(product, 2)]
    }
    case 'yes_no':
      return true
    case 'consent':
      return { version: field.consent?.version, given: true }
    case 'file': {
      const id = file()
      return id && [id]
    }
    case 'text':
    case 'long_text':
      return word.padEnd(field.minLength ?? 0, ' more')
  }
}

/** The first field for files that a registration may have to fill in. */
export const fileField = (form: Form): Field | undefined =>
  fieldsOf(form).find(
    ({ type, required, requiredWhen }) => type === 'file' && (required || requiredWhen),
  )

/** A registration with every field that this form requires, for a customer named by `word`. */
export function filledForm(
  form: Form,
  pool: Pool,
  word: string,
  file: () => string | undefined,
): Samples['deal'] {
  const deal: Record<string, unknown> = {
    formVersion: form.version,
    name: `Project ${word}`,
    customer: { companyName: `Conformance ${word}`, website: `https://${word}.example/` },
    lines: pool.products.slice(0, 1).map((product) => lineOf(product, 1)),
  }
  // A value may make another field visible or required, so go on until nothing is missing.
  let changed = true
  while (changed) {
    changed = false
    for (const field of fieldsOf(form)) {
      const missing = isVisible(field, deal) && isRequired(field, deal)
      if (!missing || isFilled(valueAt(deal, field.pointer))) continue
      const value = field.default ?? valueFor(field, pool, word, file)
      if (value === undefined) continue
      setValueAt(deal, field.pointer, value)
      changed = true
    }
  }
  return deal as Samples['deal']
}
