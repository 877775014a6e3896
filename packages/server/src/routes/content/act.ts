import type { FieldError, Reason } from '@prmkit/contract'
import type { Transition } from '@prmkit/contract/rules'
import { requireRevision } from '../../http/headers.ts'
import { notFound, ProblemError } from '../../problem.ts'
import type { Resource } from '../../resource.ts'
import { fault } from '../../rules/content/write.ts'
import type { Sections } from '../../store/articles.ts'
import type { ContentRecord } from '../../store/content-records.ts'
import type { Tables } from '../../store/store.ts'

/** Content as an action sees it. */
interface Content {
  status: string
  statusReason?: Reason
  updatedAt: string
  revision: number
}

/** A record of a request with `If-Match`, kept from others until the transaction ends. */
export async function lockedForWriting<Stored extends { revision: number }>(
  { lock, noun }: Resource<Stored>,
  {
    tables,
    params,
    revisions,
    services,
  }: {
    tables: Tables
    params: { id: string }
    revisions: readonly number[]
    services: { resources: Parameters<Resource<Stored>['lock']>[2] }
  },
): Promise<Stored> {
  const record = await lock(tables, params.id, services.resources)
  if (!record) throw notFound(noun)
  requireRevision(revisions, record.revision)
  return record
}

/** A record after an action, as far as the transition table allows it, and the row that does. */
export function actedOn<Stored extends Content>(
  before: Stored,
  { action, reason }: { action: string; reason?: Reason | undefined },
  open: readonly Transition[],
  noun: string,
  now: string,
): { after: Stored; row: Transition } {
  const row = open.find((one) => one.action === action)
  if (!row)
    throw new ProblemError(
      'state-conflict',
      `“${action}” is not possible while the ${noun} is ${before.status}.`,
    )
  const { statusReason: _, ...rest } = before
  const after = {
    ...rest,
    ...{ status: row.to ?? before.status, updatedAt: now, revision: before.revision + 1 },
    ...(reason && { statusReason: reason }),
  } as unknown as Stored
  return { after, row }
}

/** Applies an action to content that keeps the instant of its first publication, and names the event that tells of it. */
export function afterAction<Stored extends ContentRecord>(
  ...acted: Parameters<typeof actedOn<Stored>>
): { after: Stored; event: string } {
  const [before, , , , now] = acted
  const { after, row } = actedOn(...acted)
  const publishedAt = before.publishedAt ?? now
  return { after: row.to === 'published' ? { ...after, publishedAt } : after, event: row.event }
}

/** The faults of a section and of products that content names and that are not there. */
export async function referenceErrors(
  tables: Tables,
  sections: Sections,
  { sectionId, productIds }: Pick<ContentRecord, 'sectionId' | 'productIds'>,
  section: { pointer: string; noun: string },
): Promise<FieldError[]> {
  const errors: FieldError[] = []
  if (sectionId !== undefined && !(await sections.get(sectionId)))
    errors.push(fault(section.pointer, 'not-found', `There is no ${section.noun} with this id.`))
  const known = productIds.length === 0 ? [] : await tables.products.many(productIds)
  for (const [place, id] of productIds.entries())
    if (!known.some((product) => product.id === id))
      errors.push(fault(`/productIds/${place}`, 'not-found', 'There is no product with this id.'))
  return errors
}
