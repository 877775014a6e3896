import type { Handlers } from '../../http/call.ts'
import { notFound } from '../../problem.ts'

/** The server names no capability for these operations yet, so none of them is reached. */
const absent = () => {
  throw notFound('record')
}

export const boards: Handlers<'boards'> = {
  ...{ list: absent, get: absent, listEntries: absent },
  ...{ getMine: absent, setMine: absent, explain: absent },
}
export const points: Handlers<'points'> = { list: absent, bulk: absent, reverse: absent }
export const tiers: Handlers<'tiers'> = {
  ...{ list: absent, getMine: absent, get: absent, set: absent, listChanges: absent },
}
