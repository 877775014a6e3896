import * as z from 'zod/mini'

/** The states of an award. */
export const AwardStatus = z.enum(['active', 'expired', 'revoked', 'renewed'])
export type AwardStatus = z.infer<typeof AwardStatus>

/** The part of an award that its public page shows: nothing, the award, or the holder’s name and company too. */
export const AwardShows = z.enum(['nothing', 'award', 'holder'])
export type AwardShows = z.infer<typeof AwardShows>
