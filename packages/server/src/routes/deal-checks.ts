import type { FieldError, Form } from '@prmkit/contract'
import { bestLanguage } from '../http/headers.ts'
import type { SessionCaller } from '../rules/callers.ts'
import type { DealContent } from '../rules/deal-content.ts'
import { moneyErrors, unknownFields } from '../rules/deal-form.ts'
import { fileOwned } from '../rules/owned.ts'
import { isVisible } from '../rules/visibility.ts'
import type { DealRecord, FileRecord, PartnerRecord, ProductRecord } from '../store/records.ts'
import type { Tables } from '../store/store.ts'
import type { Programme, Reading } from './deal-loading.ts'

/** The registration form in the language the reader likes best. */
export async function dealForm(
  { tables, languages }: Pick<Reading, 'tables' | 'languages'>,
  programme: Programme,
): Promise<Form | undefined> {
  const record = await tables.programme.form(programme.deals.form)
  return record?.forms[bestLanguage(languages, record.forms, programme.languages)]
}

/** What content refers to, as far as it exists for the caller. */
export interface References {
  products: ProductRecord[]
  errors: FieldError[]
}

/** Looks up what content refers to, and names what does not exist. */
export async function checkReferences(
  call: Pick<Reading, 'caller' | 'tables'>,
  content: DealContent,
  /** The part of the content that the request brought; what was there before is not judged again. */
  brought: DealContent,
  programme: Programme,
  form: Form | undefined,
  deal?: DealRecord,
): Promise<References> {
  const { tables, caller } = call
  const productIds = (content.lines ?? []).map(({ productId }) => productId)
  const products = await tables.products.many([...new Set(productIds)])
  const sellable = new Set(products.filter(({ active }) => active).map(({ id }) => id))
  const before = new Set(deal?.lines.map(({ productId }) => productId))
  const errors = [...moneyErrors(brought, programme.currencies), ...unknownFields(form, brought)]
  for (const [index, { productId }] of (brought.lines ?? []).entries())
    if (!sellable.has(productId) && !before.has(productId))
      errors.push(missing(`/lines/${index}/productId`, 'product'))
  const { stage, distributorId, fileIds } = brought
  if (stage !== undefined && !programme.deals.stages.some(({ value }) => value === stage))
    errors.push({
      pointer: '/stage',
      code: 'not-an-option',
      detail: `Possible: ${programme.deals.stages.map(({ value }) => value).join(', ')}.`,
    })
  if (distributorId !== undefined && distributorId !== deal?.distributorId) {
    const distributors = await distributorsOf(tables, caller)
    if (!distributors.some(({ id }) => id === distributorId))
      errors.push(missing('/distributorId', 'distributor'))
  }
  if (fileIds) errors.push(...(await fileErrors(call, fileIds, '/fileIds', deal)))
  return { products, errors }
}

async function distributorsOf(tables: Tables, caller: SessionCaller): Promise<PartnerRecord[]> {
  const partner =
    caller.partnerId === undefined ? undefined : await tables.partners.get(caller.partnerId)
  const id = partner?.distributorId
  return id === undefined ? [] : tables.partners.many([id])
}

/** Files that cannot be attached: unknown, somebody else's, not checked yet, or used elsewhere. */
export async function fileErrors(
  { tables, caller }: Pick<Reading, 'caller' | 'tables'>,
  ids: readonly string[],
  pointer: string,
  deal?: DealRecord,
): Promise<FieldError[]> {
  const files = new Map((await tables.files.many([...ids])).map((file) => [file.id, file]))
  return ids.flatMap((id, index): FieldError[] => {
    const at = `${pointer}/${index}`
    const file = files.get(id)
    if (deal?.fileIds.includes(id)) return []
    if (!file || !mayUse(file, caller) || file.usedBy !== undefined)
      return [missing(at, 'free file')]
    if (file.status === 'ready') return []
    return [{ pointer: at, code: 'not-ready', detail: `The file is ${file.status}.` }]
  })
}

function mayUse(file: FileRecord, caller: SessionCaller): boolean {
  return file.userId === caller.user.id || isVisible(caller.scope, fileOwned(file))
}

function missing(pointer: string, what: string): FieldError {
  return { pointer, code: 'not-found', detail: `There is no ${what} with this id for you.` }
}
