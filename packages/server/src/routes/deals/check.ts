import type { FieldError, Form } from '@prmkit/contract'
import { bestLanguage } from '../../http/headers.ts'
import type { SessionCaller } from '../../rules/shared/callers.ts'
import type { DealContent } from '../../rules/deals/content.ts'
import { idErrors, moneyErrors, sumErrors, unknownFields } from '../../rules/deals/form.ts'
import { filledIn, type Filled } from '../../rules/shared/form-fields.ts'
import type { PartnerRecord, ProductRecord } from '../../store/records.ts'
import type { Tables } from '../../store/store.ts'
import { fieldFileErrors, fileErrors, missing } from '../shared/file-checks.ts'
import type { Reading } from '../shared/programme.ts'
import type { Programme } from './programme.ts'
import type { DealRecord } from '../../store/deals.ts'

type Asking = Pick<Reading, 'caller' | 'tables'>

/** The registration form in the language the reader likes best. */
export async function dealForm(
  { tables, languages }: Pick<Reading, 'tables' | 'languages'>,
  programme: Programme,
): Promise<Form | undefined> {
  const record = await tables.programme.form(programme.deals.form)
  return record?.forms[bestLanguage(languages, record.forms, programme.languages)]
}

/** The content to check, with everything it is checked by. */
export interface Checked {
  content: DealContent
  /** The part of the content that the request brought; the rest was judged before. */
  brought: DealContent
  programme: Programme
  form: Form | undefined
  /** Whether the registration is a draft: it may be incomplete, but the records that it names must exist. */
  isDraft: boolean
  /** The registration before the request. */
  deal?: DealRecord
}

/** The products that content names, and the errors in its references. */
export async function checkReferences(
  call: Asking,
  { content, brought, programme, form, isDraft, deal }: Checked,
): Promise<{ products: ProductRecord[]; errors: FieldError[] }> {
  const { tables } = call
  const productIds = (content.lines ?? []).map(({ productId }) => productId)
  const products = await tables.products.many([...new Set(productIds)])
  const errors = [
    ...unknownFields(form, brought),
    ...lineErrors(brought, products, deal),
    ...sumErrors(brought),
    ...idErrors(content),
    ...(isDraft ? [] : moneyErrors(brought, programme.currencies)),
    ...(isDraft ? [] : stageErrors(brought, programme)),
    ...(await distributorErrors(call, brought, deal)),
    ...(await lookupErrors(call, filledIn(form, brought, 'lookup'))),
  ]
  const { fileIds } = brought
  if (fileIds) errors.push(...(await fileErrors(call, fileIds, '/fileIds', deal)))
  for (const { field, ids } of filledIn(form, brought, 'file'))
    errors.push(...(await fieldFileErrors(call, { field, ids }, deal)))
  return { products, errors }
}

/** Every file of a registration: the attachments, and those in fields of the vendor's form. */
export function withFieldFiles(form: Form | undefined, content: DealContent): DealContent {
  const inFields = filledIn(form, content, 'file').flatMap(({ ids }) => ids)
  return inFields.length === 0
    ? content
    : { ...content, fileIds: [...new Set([...(content.fileIds ?? []), ...inFields])] }
}

function lineErrors(
  { lines = [] }: DealContent,
  products: readonly ProductRecord[],
  deal?: DealRecord,
): FieldError[] {
  const known = new Set(products.filter(({ active }) => active).map(({ id }) => id))
  for (const { productId } of deal?.lines ?? []) known.add(productId)
  return (lines ?? []).flatMap(({ productId }, index) =>
    known.has(productId) ? [] : [missing(`/lines/${index}/productId`, 'product')],
  )
}

function stageErrors({ stage }: DealContent, { deals }: Programme): FieldError[] {
  const stages = deals.stages.map(({ value }) => value)
  if (stage === undefined || stages.includes(stage)) return []
  return [{ pointer: '/stage', code: 'not-an-option', detail: `Possible: ${stages.join(', ')}.` }]
}

async function distributorErrors(
  { tables, caller }: Asking,
  { distributorId }: DealContent,
  deal?: DealRecord,
): Promise<FieldError[]> {
  if (distributorId === undefined || distributorId === deal?.distributorId) return []
  const distributors = await distributorsOf(tables, caller)
  const found = distributors.some(({ id, active }) => active && id === distributorId)
  return found ? [] : [missing('/distributorId', 'distributor')]
}

async function distributorsOf(tables: Tables, caller: SessionCaller): Promise<PartnerRecord[]> {
  const partner =
    caller.partnerId === undefined ? undefined : await tables.partners.get(caller.partnerId)
  const id = partner?.distributorId
  return id === undefined ? [] : tables.partners.many([id])
}

/** The errors in look-ups of the vendor’s own fields; look-ups of the contract’s fields are checked elsewhere. */
async function lookupErrors(
  { tables, caller }: Asking,
  lookups: readonly Filled[],
): Promise<FieldError[]> {
  const errors: FieldError[] = []
  for (const { field, ids } of lookups) {
    if (!field.pointer.startsWith('/custom/')) continue
    const [id = ''] = ids
    const exists = {
      products: async () => (await tables.products.many([id])).some(({ active }) => active),
      users: async () => {
        const user = await tables.users.get(id)
        return user?.active === true && user.partnerIds.includes(caller.partnerId ?? '')
      },
      partners: async () =>
        id === caller.partnerId ||
        (await distributorsOf(tables, caller)).some((partner) => partner.id === id),
    }
    if (field.source && !(await exists[field.source]()))
      errors.push(missing(field.pointer, 'record'))
  }
  return errors
}
