import type { Person, Reason } from '@prmkit/contract'
import { sha256 } from '../../auth/hash.ts'
import { newId } from '../../ids.ts'
import type { Resource } from '../../resource.ts'
import type { SessionCaller } from '../../rules/shared/callers.ts'
import { readersOf } from '../../rules/shared/owned.ts'
import type { Tables } from '../../store/store.ts'
import { award } from '../boards/award.ts'
import { askForMail } from '../mail/mail-kind.ts'

/** The doer of a change: a person in a session, or the clock. */
export interface Doer {
  tables: Tables
  now: string
  requestId: string
  caller?: SessionCaller
  /** Nobody gets a message, because the change happened before this server knew of it. */
  quiet?: true
}

/** A record whose history is kept. */
export interface Journalled {
  id: string
  revision: number
  status?: string
}

/** A change of a record, with the record before and after it; one of them is absent where it was made or removed. */
export interface Happening<Stored> {
  type: string
  before?: Stored
  after?: Stored
  reason?: Reason | undefined
  changed?: readonly string[]
  /** The instant at which points were earned, where it is not the present one. */
  at?: string | undefined
  /** The action that this one undoes: the types that its event may have, and its instant. */
  undoes?: { types: readonly string[]; at: string } | undefined
}

/** The author of an entry as readers see them. */
export function personOf(caller: SessionCaller | undefined): Person {
  if (!caller) return { name: 'System', side: 'system' }
  return { userId: caller.user.id, name: caller.user.name, side: caller.side }
}

/** Writes a change into the timeline, the event log and the audit trail, and gives the points for it. */
export async function record<Stored extends Journalled>(
  resource: Resource<Stored>,
  doer: Doer,
  { type, before, after, reason, changed, undoes }: Happening<Stored>,
): Promise<void> {
  const { tables, now, caller } = doer
  if (after)
    await tables.timeline.append({
      ...{ id: newId('entry'), recordId: after.id, at: now, actor: personOf(caller), type },
      ...(before?.status !== after.status && {
        ...(before?.status !== undefined && { from: before.status }),
        ...(after.status !== undefined && { to: after.status }),
      }),
      ...(reason && { reason }),
      ...(changed && { changed: [...changed] }),
    })
  await note(resource, doer, {
    ...{ type, undoes },
    ...(before && { before }),
    ...(after && { after }),
  })
}

/** Writes a change into the event log and the audit trail, and gives the points for it. */
export async function note<Stored extends Journalled>(
  resource: Resource<Stored>,
  { tables, now, caller, requestId, quiet }: Doer,
  { type, before, after, at = now, undoes }: Happening<Stored>,
): Promise<void> {
  const subject = after ?? before
  if (!subject) return
  await announce(resource, tables, subject, type, now, before)
  if (!quiet) await askForMail(tables, resource, { type, id: subject.id }, now)
  await tables.audit.append({
    at: now,
    ...(caller && { userId: caller.user.id, sessionId: caller.session.id }),
    ...(caller?.partnerId !== undefined && { partnerId: caller.partnerId }),
    ...{ action: type, resource: resource.name, resourceId: subject.id, requestId },
    ...(before && { before: await sha256(JSON.stringify(before)) }),
    ...(after && { after: await sha256(JSON.stringify(after)) }),
  })
  // Points come last, because many transactions wait for the counts of a board.
  if (after) {
    const deed = { type, at, resource: resource.name, record: after, ...(undoes && { undoes }) }
    await award(tables, [{ ...deed, owned: resource.owned(after, now) }], now)
  }
}

/** Tells everyone who may see a record, or might until now, that something changed. */
export async function announce<Stored extends Journalled>(
  resource: Resource<Stored>,
  tables: Tables,
  subject: Stored,
  type: string,
  at: string,
  before: Stored = subject,
): Promise<void> {
  const { id, revision } = subject
  await tables.events.append({
    ...{ type, resource: resource.name, resourceId: id, revision, at },
    ...readersOf(resource.owned(subject, at), resource.owned(before, at)),
  })
}
