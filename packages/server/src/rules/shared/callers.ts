import type { Role, Route } from '@prmkit/contract'
import type { SessionRecord, UserRecord } from '../../store/records.ts'
import { isInAudience, type Reader } from './audience.ts'
import { isVisible, type Owned, type Scope } from './visibility.ts'

/** A person in a browser, in the one partner (or at the vendor) that the session names. */
export interface SessionCaller {
  kind: 'session'
  session: SessionRecord
  user: UserRecord
  side: 'partner' | 'vendor'
  role: Role
  /** The partner a person acts for; a manager who views as a partner has it too. */
  partnerId?: string
  scope: Scope
  /** The reader that audiences of content ask about. */
  reader: Reader
  readOnly: boolean
}

/** The vendor's own backend. */
export interface KeyCaller {
  kind: 'api-key'
  /** The start of the key's hash, which tells keys apart in logs. */
  keyId: string
}

export type Caller = SessionCaller | KeyCaller

/** The person in a session, but for the reader; `undefined` where the user has lost the right to it. */
export function callerOf(
  session: SessionRecord,
  user: UserRecord,
): Omit<SessionCaller, 'reader'> | undefined {
  if (!user.active) return undefined
  const { partnerId } = session
  const base = { kind: 'session' as const, session, user, readOnly: session.readOnly }
  if (user.role === 'vendor_manager') {
    const all = user.partnerIds.length === 0
    if (partnerId === undefined) {
      const scope: Scope = all
        ? { kind: 'all' }
        : { kind: 'portfolio', partnerIds: user.partnerIds }
      return { ...base, side: 'vendor', role: user.role, scope }
    }
    if (!session.readOnly || !(all || user.partnerIds.includes(partnerId))) return undefined
    const scope: Scope = { kind: 'partner', partnerId }
    return { ...base, side: 'partner', role: 'partner_admin', partnerId, scope }
  }
  if (partnerId === undefined || !user.partnerIds.includes(partnerId)) return undefined
  const wide = user.role === 'partner_admin' || user.companyWide
  const scope: Scope = { kind: 'partner', partnerId, ...(wide ? {} : { userId: user.id }) }
  return { ...base, side: 'partner', role: user.role, partnerId, scope }
}

/**
 * Tells whether somebody may see a record: by the rule of visibility, because they uploaded it, or
 * because they are in the audience of content.
 */
export function maySee({ scope, user, reader }: SessionCaller, record: Owned): boolean {
  if (record.audiences) return record.audiences.some((audience) => isInAudience(audience, reader))
  return isVisible(scope, record) || record.uploaderUserId === user.id
}

/** Tells whether an operation is for this kind of caller. */
export function mayCall(access: Route['access'], caller: Caller): boolean {
  switch (access) {
    case 'public':
    case 'session-or-api-key':
      return true
    case 'api-key':
      return caller.kind === 'api-key'
    case 'session':
      return caller.kind === 'session'
    case 'partner':
    case 'vendor':
      return caller.kind === 'session' && caller.side === access
    case 'vendor-or-api-key':
      return caller.kind === 'api-key' || caller.side === 'vendor'
  }
}

/** A name for the caller that stays the same over sessions: the scope of keys and limits. */
export function callerName(caller: Caller): string {
  return caller.kind === 'api-key' ? `key:${caller.keyId}` : `user:${caller.user.id}`
}

/** Tells whether an origin may use a session. `null` must be named; without a list any other may. */
export function originAllowed(origin: string, origins: readonly string[]): boolean {
  if (origins.includes(origin)) return true
  return origins.length === 0 && origin !== 'null'
}
