import type { Routes, UserErasure, UserExport } from '@prmkit/contract'
import { offeredLanguages } from '../rules/content/languages.ts'
import type { Call } from '../http/call.ts'
import { newId } from '../ids.ts'
import { fieldProblem, notFound, ProblemError } from '../problem.ts'
import { maySee, type Caller } from '../rules/shared/callers.ts'
import { pseudonymiser, type Identity } from '../rules/shared/pseudonym.ts'
import type { UserRecord } from '../store/records.ts'
import type { Tables } from '../store/store.ts'
import type { Trace } from '../store/traces.ts'
import { showUser } from './shared/show-user.ts'

type Users = Routes['users']

/** The name of somebody who was erased, by language. */
const formerNames: Record<string, string> = {
  en: 'Former user',
  de: 'Ehemalige Person',
  ar: 'مستخدم سابق',
}

/** Tables without facts about a person: the server keeps rows in them for its own work and lets them expire. */
const technical = ['sessions', 'idempotency', 'rate_limits', 'rateLimits', 'jobs', 'work']

/** Answers everything that is kept about a person. */
export async function exportUser(call: Call<Users['export']>): Promise<{ body: UserExport }> {
  const { tables, now } = call
  const user = await userFor(call)
  const traces = await tables.traces.find([user.id])
  return {
    body: {
      ...{ user: showUser(user), exportedAt: now },
      records: traces
        .filter(({ table, row }) => !technical.includes(table) && names(row, user.id))
        .map(shownTrace),
    },
  }
}

/** A row as one object: its columns and the fields of its record. */
function shownTrace({ table, row }: Trace): UserExport['records'][number] {
  const { record, ...columns } = row
  const own = typeof record === 'object' && record !== null ? record : {}
  return { kind: table, record: { ...columns, ...own } }
}

/** Tells whether a row names exactly this id, not a longer one. */
function names(row: object, id: string): boolean {
  const probe = pseudonymiser({ id, name: '\u0000', email: '\u0000' }, blank)
  return probe(row) !== row
}

const blank: Identity = { id: '', name: '', email: '' }

/**
 * Takes a person out of every record: each resource gives up what shows them, every session ends, and
 * then a pseudonym takes the place of id, name and address in each table that there is. Records and
 * sums stay, so that deals keep their history and boards their places.
 */
export async function eraseUser(call: Call<Users['erase']>): Promise<{ body: UserErasure }> {
  const { tables, caller, body, now, requestId, services } = call
  const user = await userFor(call)
  if (body.email.toLowerCase() !== user.email.toLowerCase())
    throw fieldProblem([
      {
        ...{ pointer: '/email', code: 'not-an-option' },
        detail: 'This is not the person’s address. Nothing was erased.',
      },
    ])
  if (caller.kind === 'session' && caller.user.id === user.id)
    throw new ProblemError('state-conflict', 'Nobody erases themselves; ask a colleague.')
  const id = newId('gone')
  const pseudonym = { id, name: await formerName(tables), email: `${id}@erased.invalid` }
  for (const { erase } of services.resources.values())
    await erase?.({ tables, now, requestId }, user, id)
  await tables.sessions.removeOf(user.id)
  const { language: _, ...rest } = user
  await tables.users.put([
    {
      ...{ ...rest, name: pseudonym.name, email: pseudonym.email, externalIds: {} },
      ...{ active: false, erased: true },
    },
  ])
  const records = await tables.traces.rewrite({
    words: [user.id, user.email, user.name],
    rewrite: pseudonymiser(user, pseudonym),
  })
  await tables.audit.append({
    ...{ at: now, action: 'user.erased', resource: 'users', resourceId: id, requestId },
    ...(caller.kind === 'session' && { userId: caller.user.id, sessionId: caller.session.id }),
  })
  call.later.push(() => call.authenticator.forgetUser(user.id))
  return { body: { pseudonym: id, erasedAt: now, records } }
}

async function formerName(tables: Tables): Promise<string> {
  const [language = 'en'] = offeredLanguages(await tables.programme.settings())
  return formerNames[language] ?? formerNames['en']!
}

/** A person that the caller may ask about: of a partner in the caller’s portfolio, or anybody where the caller manages all partners. */
async function userFor({
  tables,
  caller,
  params,
}: {
  tables: Tables
  caller: Caller
  params: { id: string }
}): Promise<UserRecord> {
  const user = await tables.users.get(params.id)
  const isSeen =
    caller.kind === 'api-key' ||
    (caller.side === 'vendor' &&
      !caller.readOnly &&
      (caller.scope.kind === 'all' ||
        (user?.role !== 'vendor_manager' &&
          user?.partnerIds.every((id) => maySee(caller, { partnerIds: [id] })))))
  if (!user || user.erased || !isSeen) throw notFound('person')
  return user
}
