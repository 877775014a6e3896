import { signingKey, signToken } from '../auth/tokens.ts'
import type { Call, Handlers } from '../http/call.ts'
import { newId } from '../ids.ts'
import { fieldProblem, notFound, ProblemError } from '../problem.ts'
import { callerOf } from '../rules/shared/callers.ts'
import type { SessionRecord, UserRecord } from '../store/records.ts'
import type { Tables } from '../store/store.ts'
import type { Routes } from '@prmkit/contract'

/** A request for a session. */
export type Create = Call<Routes['sessions']['create']>
const usualLifetime = 900

export const sessions: Handlers<'sessions'> = {
  async create(call) {
    const { tables, body, now, authenticator } = call
    const user = await findUser(call)
    const { origins = [], lifetime = usualLifetime, viewAs = false } = body
    const home = user.role === 'vendor_manager' ? undefined : user.partnerIds[0]
    const partnerId = body.partnerId ?? home
    if (partnerId === undefined && (user.role !== 'vendor_manager' || viewAs))
      throw fieldProblem([
        {
          pointer: '/partnerId',
          code: 'required',
          detail: 'Name the partner that the session is for.',
        },
      ])
    const session: SessionRecord = {
      ...{ id: newId('session'), userId: user.id, readOnly: viewAs, origins },
      expiresAt: new Date(Date.parse(now) + lifetime * 1000).toISOString(),
      ...(partnerId !== undefined && { partnerId }),
    }
    await checkRight(call, session, user)
    await tables.sessions.insert(session)
    await tables.audit.append({
      ...{ at: now, userId: user.id, sessionId: session.id, requestId: call.requestId },
      ...{ action: viewAs ? 'session.view_as' : 'session.created', resource: 'sessions' },
      ...(partnerId !== undefined && { partnerId }),
      resourceId: session.id,
    })
    const key = await signingKey(tables, now)
    const token = await signToken(session, key, authenticator.audience, now)
    return { body: { id: session.id, token, expiresAt: session.expiresAt } }
  },

  async remove({ tables, params, caller, now, authenticator, requestId, later }) {
    const session = await tables.sessions.get(params.id)
    const own = caller.kind === 'api-key' || caller.session.id === params.id
    if (!session || !own) throw notFound('session')
    await tables.sessions.end(params.id, now)
    await tables.audit.append({
      ...{ at: now, userId: session.userId, sessionId: params.id, requestId },
      ...{ action: 'session.ended', resource: 'sessions', resourceId: params.id },
    })
    later.push(() => authenticator.forget(params.id))
  },
}

/** The user that a session is asked for, however the vendor's backend names them. */
export async function namedUser(
  { users }: Pick<Tables, 'users'>,
  { user: name }: Create['body'],
): Promise<UserRecord | undefined> {
  if ('id' in name) return users.get(name.id)
  return 'email' in name ? users.byEmail(name.email) : users.byExternalId(name.externalId)
}

async function findUser({ tables, body }: Create): Promise<UserRecord> {
  const user = await namedUser(tables, body)
  if (user?.active) return user
  throw fieldProblem([
    {
      pointer: '/user',
      code: 'not-found',
      detail: user
        ? 'This user is deactivated.'
        : 'There is no such user, or more than one; import them first, or name them by id.',
    },
  ])
}

async function checkRight(call: Create, session: SessionRecord, user: UserRecord): Promise<void> {
  if (session.readOnly && user.role !== 'vendor_manager')
    throw new ProblemError(
      'forbidden',
      'Only the vendor’s managers can view the portal as a partner.',
    )
  const partner =
    session.partnerId === undefined ? undefined : await call.tables.partners.get(session.partnerId)
  if (session.partnerId !== undefined && !partner?.active) throw unknownPartner()
  if (user.role === 'vendor_manager' && session.partnerId !== undefined && !session.readOnly)
    throw fieldProblem([
      {
        pointer: '/partnerId',
        code: 'not-an-option',
        detail: 'A manager’s session names a partner only together with “viewAs”.',
      },
    ])
  if (!callerOf(session, user)) throw unknownPartner()
}

function unknownPartner() {
  return fieldProblem([
    {
      pointer: '/partnerId',
      code: 'not-found',
      detail: 'The user does not belong to an active partner with this id.',
    },
  ])
}
