import type { Handlers } from '../../http/call.ts'
import { pageOf, paging } from '../shared/paging.ts'
import { sectionHandlers } from '../content/sections.ts'
import { bulkArticles } from './bulk.ts'
import { getArticle } from './get.ts'
import { articleLibrary } from './library.ts'
import { listArticles } from './list.ts'
import { rateArticle, saveArticle, unsaveArticle, viewArticle } from './marks.ts'
import { searchArticles } from './search.ts'
import { actOnArticle, createArticle, updateArticle } from './write.ts'

export const articles: Handlers<'articles'> = {
  ...{ list: listArticles, search: searchArticles, get: getArticle, view: viewArticle },
  ...{ rate: rateArticle, save: saveArticle, unsave: unsaveArticle },
  ...{ create: createArticle, update: updateArticle, act: actOnArticle, bulk: bulkArticles },
}

/** The sections of the knowledge base. */
export const sections: Handlers<'sections'> = sectionHandlers(
  articleLibrary,
  (section, articleCount) => ({ ...section, articleCount }),
)

export const searches: Handlers<'searches'> = {
  async list({ tables, query }) {
    const { resource, found, language, search } = query
    const filter = {
      ...(resource !== undefined && { resource }),
      ...(found !== undefined && { found }),
      ...(language !== undefined && { language }),
      ...(search !== undefined && { search }),
    }
    return pageOf(await tables.searches.list(filter, paging(query)), (entry) => entry)
  },
}

export const jobs: Handlers<'jobs'> = {
  async list({ tables, query }) {
    const { status, kind, resourceId } = query
    const filter = {
      ...(status && { status }),
      ...(kind !== undefined && { kind }),
      ...(resourceId !== undefined && { resourceId }),
    }
    return pageOf(await tables.work.list(filter, paging(query)), (job) => job)
  },
}
