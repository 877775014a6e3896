import { route } from '../route.ts'
import {
  ArticleAction,
  ArticleInput,
  ArticlePatch,
  ArticleRows,
  RatingInput,
  ViewInput,
} from '../schemas/articles/article-input.ts'
import {
  ArticleLanguageQuery,
  ArticleQuery,
  ArticleSearchQuery,
} from '../schemas/articles/article-query.ts'
import {
  ArticleTaskAction,
  ArticleTaskQuery,
  SearchEntryQuery,
} from '../schemas/articles/article-task-input.ts'
import { ArticleTask } from '../schemas/articles/article-tasks.ts'
import { Article, ArticleHit, FullArticle } from '../schemas/articles/articles.ts'
import { idParams } from '../schemas/common-input.ts'
import { pageOf, searchPageOf } from '../schemas/pages.ts'
import { SearchEntry } from '../schemas/articles/search-entries.ts'
import {
  SectionAction,
  SectionInput,
  SectionPatch,
  SectionQuery,
  SectionRows,
} from '../schemas/articles/section-input.ts'
import { ArticleSection, SectionTree } from '../schemas/articles/sections.ts'
import { vendorWrites } from '../vendor-writes.ts'

/** The operations on the sections of the knowledge base. */
export const sectionRoutes = {
  list: route({
    method: 'get',
    path: '/sections',
    summary: 'The sections of the knowledge base with something for the caller',
    access: 'session-or-api-key',
    query: SectionQuery,
    status: 200,
    response: SectionTree,
  }),
  ...vendorWrites('sections', {
    input: SectionInput,
    patch: SectionPatch,
    action: SectionAction,
    rows: SectionRows,
    record: ArticleSection,
  }),
}

/** The operations on articles of the knowledge base. */
export const articleRoutes = {
  list: route({
    method: 'get',
    path: '/articles',
    summary: 'The articles that the caller may read',
    access: 'session-or-api-key',
    query: ArticleQuery,
    status: 200,
    response: pageOf(Article),
    paged: true,
  }),
  search: route({
    method: 'get',
    path: '/articles/search',
    summary: 'The articles that fit some words, the best first',
    access: 'session',
    query: ArticleSearchQuery,
    status: 200,
    response: searchPageOf(ArticleHit),
    paged: true,
  }),
  get: route({
    method: 'get',
    path: '/articles/{id}',
    summary: 'One article with its text; also one that is over or retired',
    access: 'session-or-api-key',
    params: idParams,
    query: ArticleLanguageQuery,
    status: 200,
    response: FullArticle,
  }),
  view: route({
    method: 'post',
    path: '/articles/{id}/views',
    summary: 'Mark an article as opened by the caller, and say which search led there',
    access: 'session',
    params: idParams,
    body: ViewInput,
    status: 204,
    answer: 'none',
  }),
  rate: route({
    method: 'post',
    path: '/articles/{id}/ratings',
    summary: 'Say whether an article helped; a later vote of the caller takes its place',
    access: 'session',
    params: idParams,
    body: RatingInput,
    status: 200,
    response: Article,
  }),
  save: route({
    method: 'post',
    path: '/articles/{id}/saved',
    summary: 'Keep an article among the caller’s saved ones',
    access: 'session',
    params: idParams,
    status: 200,
    response: Article,
  }),
  unsave: route({
    method: 'delete',
    path: '/articles/{id}/saved',
    summary: 'Take an article out of the caller’s saved ones',
    access: 'session',
    params: idParams,
    status: 200,
    response: Article,
  }),
  ...vendorWrites('articles', {
    input: ArticleInput,
    patch: ArticlePatch,
    action: ArticleAction,
    rows: ArticleRows,
    record: Article,
  }),
}

/** The operations on the tasks that unhelpful votes make. */
export const articleTaskRoutes = {
  list: route({
    method: 'get',
    path: '/article-tasks',
    summary: 'What readers missed in articles, the newest first',
    access: 'vendor',
    query: ArticleTaskQuery,
    status: 200,
    response: pageOf(ArticleTask),
    paged: true,
  }),
  act: route({
    method: 'post',
    path: '/article-tasks/{id}/actions',
    summary: 'Do one of the task’s allowed actions',
    access: 'vendor',
    params: idParams,
    body: ArticleTaskAction,
    status: 200,
    response: ArticleTask,
    ifMatch: true,
  }),
}

/** The operations on the report of searches. */
export const searchRoutes = {
  list: route({
    method: 'get',
    path: '/searches',
    summary: 'What readers searched for, first what found nothing',
    access: 'vendor-or-api-key',
    query: SearchEntryQuery,
    status: 200,
    response: pageOf(SearchEntry),
    paged: true,
  }),
}
