import type { Audience, BulkResult, ContentStatus, FieldError, Reason } from '@prmkit/contract'
import type { Transition, TransitionsFrom } from '@prmkit/contract/rules'
import { newId } from '../../ids.ts'
import { fieldProblem } from '../../problem.ts'
import type { ContentVerb, Resource } from '../../resource.ts'
import type { DatedWriting } from '../../rules/content/write.ts'
import { mergePatch } from '../../rules/shared/merge-patch.ts'
import type { Tables } from '../../store/store.ts'
import type { Kept } from '../../store/types.ts'
import { actedOn, lockedForWriting } from './act.ts'
import { writingFor, type Reading } from './reader.ts'
import { announce } from '../shared/journal.ts'
import { takeRows } from '../shared/bulk.ts'

/** The fields of content that the vendor writes and publishes. */
interface Written {
  id: string
  createdAt: string
  updatedAt: string
  revision: number
  status: ContentStatus
  statusReason?: Reason
  audience: Audience
}

type Change<Body> = Reading & { body: Body; requestId: string }
type ChangeOfOne<Body> = Change<Body> & { params: { id: string }; revisions: readonly number[] }

/** The way in which the vendor writes one kind of content. */
export interface ContentWriting<Stored extends Written, Input, Shown> {
  resource: Resource<Stored, ContentVerb>
  table(tables: Tables): Pick<Kept<Stored, never>, 'lock' | 'put'>
  transitions: TransitionsFrom<Transition<ContentStatus>>
  blank(id: string, now: string): Stored
  /** The record in the form of a request, which a patch then changes; without it, the patch changes the record itself. */
  said?(record: Stored, zone: string): object
  write(
    before: Stored,
    input: Input,
    writing: DatedWriting,
  ): { record: Stored; errors: FieldError[] }
  /** Finishes a written record with facts of the one before. */
  settled?(after: Stored, before: Stored | undefined): Stored
  /** The faults of the references in a record. */
  referenceErrors(tables: Tables, record: Stored): Promise<FieldError[]>
  /** Throws where a record must not be changed. */
  refuse?(record: Stored): void
  /** Does the work that follows changes, for instance in the search. */
  changed?(
    tables: Tables,
    changes: readonly { after: Stored; before?: Stored }[],
    now: string,
  ): Promise<void>
  answer(call: Reading, record: Stored): Promise<Shown>
}

/** The operations by which the vendor writes content. */
export function contentWrites<
  Stored extends Written,
  Input extends object,
  Row extends Input & { key: string; status?: ContentStatus | undefined },
  Shown,
>(kind: ContentWriting<Stored, Input, Shown>) {
  const { resource } = kind

  const settled = (after: Stored, before: Stored | undefined) =>
    kind.settled?.(after, before) ?? after

  async function keep(call: Reading & { requestId: string }, made: Stored, before?: Stored) {
    const { tables } = call
    const after = settled(made, before)
    await kind.table(tables).put([after])
    await kind.changed?.(tables, [{ after, ...(before && { before }) }], call.now)
    await tell(call, after, before)
    return kind.answer(call, after)
  }

  async function tell(
    { tables, now, caller, requestId }: Reading & { requestId: string },
    after: Stored,
    before?: Stored,
  ): Promise<void> {
    const type = eventOf(after, before)
    if (after.status !== 'draft') await announce(resource, tables, after, type, now, before)
    await tables.audit.append({
      ...{ at: now, action: type, resource: resource.name, resourceId: after.id, requestId },
      ...(caller.kind === 'session' && { userId: caller.user.id, sessionId: caller.session.id }),
    })
  }

  function eventOf(after: Stored, before?: Stored): string {
    const { created, updated, published, retired } = resource.events
    if (after.status === before?.status) return updated
    return after.status === 'draft' ? created : after.status === 'published' ? published : retired
  }

  async function checked(call: Reading, before: Stored, input: Input): Promise<Stored> {
    const { record, errors } = await written(call, before, input)
    if (errors.length > 0) throw fieldProblem(errors)
    return record
  }

  async function written(call: Reading, before: Stored, input: Input) {
    const { record, errors } = kind.write(before, input, await writingFor(call))
    return { record, errors: [...errors, ...(await kind.referenceErrors(call.tables, record))] }
  }

  return {
    async create(call: Change<Input>) {
      const blank = kind.blank(newId(resource.noun), call.now)
      return keep(call, await checked(call, blank, call.body))
    },

    async update(call: ChangeOfOne<{ audience?: Audience | null | undefined }>) {
      const before = await lockedForWriting(resource, call)
      kind.refuse?.(before)
      const { audience, ...patch } = call.body
      const { zone } = await writingFor(call)
      const said = kind.said?.(before, zone) ?? { ...before }
      const merged = mergePatch({ ...said }, patch) as unknown as Input
      const input = { ...merged, audience: audience === null ? {} : (audience ?? before.audience) }
      return keep(call, await checked(call, before, input), before)
    },

    async act(call: ChangeOfOne<{ action: string; reason?: Reason | undefined }>) {
      const before = await lockedForWriting(resource, call)
      kind.refuse?.(before)
      const open = kind.transitions(before.status, 'vendor')
      const { after } = actedOn(before, call.body, open, resource.noun, call.now)
      return keep(call, after, before)
    },

    async bulk(call: Change<{ rows: Row[] }>): Promise<{ body: BulkResult }> {
      const { tables, now, body } = call
      const kept: { after: Stored; before?: Stored }[] = []
      const result = await takeRows(tables, body.rows, {
        kind: resource.name,
        async take({ key, status = 'published', ...row }: Row, id) {
          const before = id === undefined ? undefined : await kind.table(tables).lock(id)
          const blank = kind.blank(before?.id ?? newId(resource.noun), before?.createdAt ?? now)
          // A row describes its whole record: a field that it leaves out gets its initial value.
          const base = { ...blank, revision: before?.revision ?? 0 }
          const input = { ...row, externalIds: { ...externalIdsOf(row), key } }
          const { record, errors } = await written(call, base, input as unknown as Input)
          if (errors.length > 0) return { errors }
          const after = settled({ ...record, status }, before)
          kept.push({ after, ...(before && { before }) })
          return { id: after.id }
        },
      })
      const records = kept.map(({ after }) => after)
      await kind.table(tables).put(records)
      await kind.changed?.(tables, kept, now)
      for (const { after, before } of kept) await tell(call, after, before)
      return { body: result }
    },
  }
}

function externalIdsOf(row: object): object {
  return (row as { externalIds?: object }).externalIds ?? {}
}
