import { multiplyMoney, totalMoney } from '@prmkit/contract/rules'
import { customerKeys, type DealRecord } from '@prmkit/server'
import { products } from './products.ts'
import { users } from './people.ts'

const day = 86_400_000
const clock = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Berlin',
  timeZoneName: 'longOffset',
})

/** Instants and dates around the moment at which a mock starts. */
export interface Calendar {
  /** So many days from now, at some minute of a working day. */
  instant(days: number, minutes?: number): string
  /** The civil date so many days from now. */
  date(days: number): string
  /** The last moment of that date where the vendor is. */
  endOf(days: number): string
}

export function calendarAt(now: number): Calendar {
  const date = (days: number) => new Date(now + days * day).toISOString().slice(0, 10)
  return {
    date,
    instant: (days, minutes = 0) => new Date(now + days * day + minutes * 60_000).toISOString(),
    endOf(days) {
      // Clocks change at night, so noon has the offset of the evening.
      const noon = new Date(`${date(days)}T12:00:00Z`)
      const offset = clock.formatToParts(noon).find(({ type }) => type === 'timeZoneName')
      const hours = offset?.value.replace('GMT', '') || 'Z'
      return new Date(`${date(days)}T23:59:59.999${hours}`).toISOString()
    },
  }
}

/** The words of a registration in the sample; the rest follows from them. */
export interface DealSketch {
  number: string
  name: string
  owner: string
  status: DealRecord['status']
  customer: DealRecord['customer']
  /** First and last name, and position. */
  contact: readonly [first: string, last: string, position: string]
  problem: string
  /** Products and quantities, as in `echo-200*18 gate-l4*2`. */
  lines: string
  currency?: string
  /** Days since it was begun. */
  age: number
  /** Days until the order is expected. */
  closesIn: number
  stage?: string
  /** The fields that follow from its status. */
  more?: (calendar: Calendar) => Partial<DealRecord>
}

/** A registration as the server stores it. */
export function dealFrom(sketch: DealSketch, calendar: Calendar): DealRecord {
  const { number, name, owner, status, customer, contact, age, currency = 'EUR' } = sketch
  const [firstName, lastName, jobTitle] = contact
  const host = customer.website && new URL(customer.website).hostname.replace('www.', '')
  const email = `info@${host ?? 'customer.example'}`
  const lines = linesFrom(sketch.lines, currency)
  const totals = totalMoney(lines.flatMap(({ amount }) => amount ?? []))
  const createdAt = calendar.instant(-age)
  const submittedAt = calendar.instant(-age, 20)
  return {
    ...{ id: `deal_${number.toLowerCase()}`, number, name, status, customer, lines, totals },
    ...{ externalIds: {}, ownerUserId: owner, type: 'new', formVersion: '2026-03', revision: 1 },
    ...{ createdAt, updatedAt: submittedAt, problem: sketch.problem },
    ...(status !== 'draft' && { submittedAt }),
    partners: [{ partnerId: partnerOf(owner), role: 'owner' }],
    contact: { firstName, lastName, jobTitle, email, phone: '+493023125633' },
    amount: totals[0] ?? { amount: '12000.00', currency },
    expectedCloseDate: calendar.date(sketch.closesIn),
    stage: sketch.stage ?? 'qualified',
    custom: { procurement: 'direct', rivals: ['none'], viaDistributor: false },
    consents: { contact: { version: '2026-03', given: true, at: createdAt } },
    customerKeys: customerKeys(customer, email),
    ...{ fileIds: [], resubmissions: 0, appealed: false, conflictDealIds: [] },
    ...sketch.more?.(calendar),
  }
}

/** The partner somebody of the sample works for. */
export function partnerOf(userId: string): string {
  const partnerId = users.find(({ id }) => id === userId)?.partnerIds[0]
  if (!partnerId) throw new Error(`“${userId}” is nobody of the sample who works for a partner.`)
  return partnerId
}

function linesFrom(written: string, currency: string): DealRecord['lines'] {
  return written.split(' ').map((line) => {
    const [productId = '', quantity] = line.split('*')
    const product = products.find(({ id }) => id === productId)
    const unitPrice = product?.listPrices.find((price) => price.currency === currency)
    if (!product || !unitPrice) throw new Error(`The sample sells no ${productId} in ${currency}.`)
    const { name, sku } = product
    const amount = multiplyMoney(unitPrice, Number(quantity))
    return { productId, name, sku, quantity: Number(quantity), unitPrice, amount }
  })
}
