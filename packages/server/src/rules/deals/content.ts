import type { DealInput } from '@prmkit/contract'
import { fitsScale, multiplyMoney, roundMoney, totalMoney } from '@prmkit/contract/rules'
import type { ProductRecord } from '../../store/records.ts'
import { customerKeys } from '../customers/customers.ts'
import type { DealRecord } from '../../store/deals.ts'

/** The content that a partner writes: the fields of the contract, without status and version. */
export type DealContent = Omit<DealInput, 'status' | 'formVersion'>

/** The content of a registration in the shape of a request, for its form and for patches. */
export function contentOf(deal: DealRecord): DealContent {
  const { name, type, customer, contact, problem, amount, expectedCloseDate } = deal
  const { stage, nextStep, distributorId, fileIds, externalIds, custom, consents } = deal
  const consent = ({ version, given }: { version: string; given: boolean }) => ({ version, given })
  const content = {
    ...{ name, type, customer, contact, problem, amount, expectedCloseDate },
    ...{ stage, nextStep, distributorId, fileIds, externalIds, custom },
    consents: Object.fromEntries(
      Object.entries(consents).map(([field, given]) => [field, consent(given)]),
    ),
    lines: deal.lines.map(({ productId, quantity, unitPrice }) => ({
      productId,
      quantity,
      ...(unitPrice && { unitPrice }),
    })),
  }
  return Object.fromEntries(
    Object.entries(content).filter(([, value]) => value !== undefined),
  ) as DealContent
}

/** Puts content into a registration: computes sums, stamps consents, finds the customer's keys. */
export function withContent(
  deal: DealRecord,
  content: DealContent,
  products: readonly ProductRecord[],
  now: string,
): DealRecord {
  const { lines = [], customer = {}, consents = {}, amount, distributorId } = content
  const { type, contact, problem, expectedCloseDate, stage, nextStep } = content
  const company = { ...customer, companyName: customer.companyName ?? '' }
  const owner = deal.partners.filter(({ role }) => role !== 'distributor')
  const known = new Map(products.map((product) => [product.id, product]))
  const priced = lines.map(({ productId, quantity, unitPrice }) => {
    const product = known.get(productId) ?? deal.lines.find((line) => line.productId === productId)
    return {
      ...{ productId, quantity },
      ...(product?.name !== undefined && { name: product.name }),
      ...(product?.sku !== undefined && { sku: product.sku }),
      ...(unitPrice && { unitPrice, amount: multiplyMoney(unitPrice, quantity) }),
    }
  })
  const optional = { type, contact, problem, expectedCloseDate, stage, nextStep, distributorId }
  const rest = Object.fromEntries(
    Object.entries(deal).filter(([name]) => !(name in optional) && name !== 'amount'),
  ) as unknown as DealRecord
  return {
    ...rest,
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as typeof optional as Partial<DealRecord>),
    // An amount that does not fit is refused when it is sent in; a draft keeps it as typed.
    ...(amount && { amount: fitsScale(amount) ? roundMoney(amount) : amount }),
    name: content.name ?? company.companyName,
    customer: company,
    lines: priced,
    totals: totalMoney(priced.flatMap((line) => ('amount' in line ? [line.amount] : []))),
    custom: content.custom ?? {},
    externalIds: content.externalIds ?? {},
    fileIds: [...new Set(content.fileIds ?? [])],
    consents: Object.fromEntries(
      Object.entries(consents).map(([field, consent]) => {
        const before = deal.consents[field]
        const same = before?.given === consent.given && before.version === consent.version
        return [field, same ? before : { ...consent, at: now }]
      }),
    ),
    partners: [
      ...owner,
      // A draft names nobody but its owner.
      ...(distributorId === undefined || deal.status === 'draft'
        ? []
        : [{ partnerId: distributorId, role: 'distributor' as const }]),
    ],
    customerKeys: customerKeys(company, contact?.email),
  }
}
