import type { ArticleRow, Routes } from '@prmkit/contract'
import type { Call } from '../../http/call.ts'
import { newId } from '../../ids.ts'
import { changedArticle, newArticle, type Written } from '../../rules/articles/write.ts'
import type { ArticleRecord } from '../../store/articles.ts'
import type { Tables } from '../../store/store.ts'
import { writingFor } from '../content/reader.ts'
import { missingKey, sectionIdOf } from '../content/sections.ts'
import { takeRows } from '../shared/bulk.ts'
import { articleLibrary } from './library.ts'
import { keepWritten, tellOf } from './keep.ts'
import { articleResource, sectionResource } from './resource.ts'
import { faultsOf } from './write.ts'

/** Brings in articles of another system. */
export async function bulkArticles(call: Call<Routes['articles']['bulk']>) {
  const { tables, now } = call
  const writing = await writingFor(call)
  const kept: { written: Written; before?: ArticleRecord }[] = []
  const body = await takeRows(tables, call.body.rows, {
    kind: articleResource.name,
    async take({ key, sectionKey, status = 'published', ...row }: ArticleRow, id) {
      const sectionId = await sectionIdOf(articleLibrary, tables, sectionKey)
      if (sectionKey !== undefined && sectionId === undefined)
        return { errors: [missingKey('/sectionKey', sectionResource.noun)] }
      const externalIds = { ...row.externalIds, key }
      const place = sectionId === undefined ? {} : { sectionId }
      const before = id === undefined ? undefined : await tables.articles.lock(id)
      const written = before
        ? replaced(
            before,
            { ...row, externalIds, ...place },
            await tables.articles.bodies([before.id]),
          )
        : newArticle(newId('article'), { ...row, externalIds, ...place }, writing)
      const errors = await faultsOf(tables, written)
      if (errors.length > 0) return { errors }
      const isNew = status === 'published' && before?.status !== 'published'
      const record = {
        ...{ ...written.record, status },
        ...(isNew && { publishedAt: before?.publishedAt ?? now }),
      }
      kept.push({ written: { ...written, record }, ...(before && { before }) })
      return { id: record.id }
    },
  })
  await keepWritten(
    call,
    kept.map(({ written }) => written),
  )
  for (const { written, before } of kept)
    await tellOf(call, written.record, eventOf(written.record, before), before)
  call.later.push(() => call.services.runner.wake())
  return { body }

  /** A row describes its whole article: a field that it leaves out gets its initial value. */
  function replaced(
    before: ArticleRecord,
    row: Omit<ArticleRow, 'key' | 'sectionKey' | 'status'> & { sectionId?: string },
    bodies: Awaited<ReturnType<Tables['articles']['bodies']>>,
  ): Written {
    const gone = Object.keys(before.texts).filter((language) => !Object.hasOwn(row.texts, language))
    const texts = Object.fromEntries(
      Object.entries(row.texts).map(([language, { summary = null, ...text }]) => [
        language,
        { ...text, summary },
      ]),
    )
    return changedArticle(
      before,
      bodies,
      {
        ...{ sectionId: null, tags: [], productIds: [], audience: null, validUntil: null },
        ...{ updatedBy: null, promoted: false, position: 0, addresses: [] },
        ...row,
        texts: { ...texts, ...Object.fromEntries(gone.map((language) => [language, null])) },
      },
      writing,
    )
  }
}

function eventOf(after: ArticleRecord, before: ArticleRecord | undefined): string {
  const { published, retired, updated } = articleResource.events
  if (after.status === before?.status) return updated
  return after.status === 'published' ? published : after.status === 'retired' ? retired : updated
}
