import { transitionsOf, type Transition } from './transition.ts'

/** Every status of a board. */
export const boardStatuses = ['draft', 'published', 'retired'] as const
type BoardStatus = (typeof boardStatuses)[number]

/** The life of a board. */
export const boardTransitions = [
  { action: 'publish', actor: 'vendor', from: ['draft'], to: 'published', event: 'boards.changed' },
  {
    action: 'retire',
    actor: 'vendor',
    from: ['draft', 'published'],
    to: 'retired',
    event: 'boards.changed',
  },
  {
    action: 'restore',
    actor: 'vendor',
    from: ['retired'],
    to: 'published',
    event: 'boards.changed',
  },
] as const satisfies readonly Transition<BoardStatus>[]

/** The actions on a board that are open in a status, in the order of the table. */
export const boardTransitionsFrom =
  /* @__PURE__ */ transitionsOf<Transition<BoardStatus>>(boardTransitions)
