import type { Handlers } from '../../http/call.ts'
import { notFound } from '../../problem.ts'

/** The server names no capability for these operations yet, so none of them is reached. */
const absent = () => {
  throw notFound('record')
}

export const jobs: Handlers<'jobs'> = { list: absent }
export const sections: Handlers<'sections'> = {
  ...{ list: absent, create: absent, update: absent, act: absent, bulk: absent },
}
export const articles: Handlers<'articles'> = {
  ...{ list: absent, search: absent, get: absent, view: absent, rate: absent },
  ...{ save: absent, unsave: absent },
  ...{ create: absent, update: absent, act: absent, bulk: absent },
}
export const articleTasks: Handlers<'articleTasks'> = { list: absent, act: absent }
export const searches: Handlers<'searches'> = { list: absent }
