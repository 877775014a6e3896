import { transitionsOf, type Transition } from './transition.ts'

/** Every status of an asset. */
export const assetStatuses = ['draft', 'published', 'expired', 'replaced', 'retired'] as const
type Status = (typeof assetStatuses)[number]

/** The life of an asset. */
export const assetTransitions = [
  {
    action: 'publish',
    actor: 'vendor',
    from: ['draft'],
    to: 'published',
    event: 'asset.published',
  },
  {
    action: 'replace',
    actor: 'vendor',
    from: ['published', 'expired'],
    to: 'replaced',
    event: 'asset.replaced',
  },
  {
    action: 'retire',
    actor: 'vendor',
    from: ['draft', 'published', 'expired', 'replaced'],
    to: 'retired',
    event: 'asset.retired',
  },
  {
    action: 'restore',
    actor: 'vendor',
    from: ['expired', 'replaced', 'retired'],
    to: 'published',
    event: 'asset.published',
  },
  {
    action: 'expire',
    actor: 'clock',
    from: ['published'],
    to: 'expired',
    event: 'asset.expired',
  },
] as const satisfies readonly Transition<Status>[]

/** The actions that are open to an actor in a status, in the order of the table. */
export const assetTransitionsFrom =
  /* @__PURE__ */ transitionsOf<Transition<Status>>(assetTransitions)
