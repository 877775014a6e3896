import type { Discovery, TierStanding } from '@prmkit/contract'
import type { Translate } from '../../base/localize.ts'
import type { TierProgressMessages } from '../../locales/tier-progress/catalog.ts'

/** The progress of a tier, as its views see it. */
export interface TierScene {
  readonly t: Translate<TierProgressMessages>
  readonly locale: string
  readonly discovery: Discovery | undefined
  readonly standing: TierStanding
  readonly compact: boolean
}
