import type { Capability } from '@prmkit/contract'

/** People and tokens that the target names besides two users of partners. */
export type Person = 'manager' | 'colleague' | 'restricted' | 'limited' | 'briefToken'

/**
 * The conditions of a check: a person or token, a capability, or a seller who may write or who may
 * only read. Where one does not hold, the check is skipped with the reason.
 */
export type Need = Person | Capability | 'writing' | 'reading-only'
