import { newId } from '../../ids.ts'
import { sectionResource } from '../../routes/articles/resource.ts'
import type { SectionRecord } from '../../store/articles.ts'
import type { Store } from '../../store/store.ts'
import { valueOf } from './facts.ts'
import { titleOf } from './names.ts'
import type { TextFile } from './read-text.ts'

/** The parts of an import that sections need. */
interface Bringing {
  store: Store
  languages: readonly string[]
  now: string
}

/** Makes a section of every folder with articles; answers their ids by path. */
export async function bringSections(
  { store, languages, now }: Bringing,
  texts: readonly TextFile[],
): Promise<Map<string, string>> {
  const paths = new Set<string>()
  for (const { folder } of texts)
    for (let path = folder; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/'))))
      paths.add(path)
  const ordered = [...paths].toSorted()
  const titles = new Map<string, Record<string, { title: string }>>()
  for (const { folder, front, key, language = languages[0] ?? 'en' } of texts) {
    const title =
      valueOf(front, 'sectionTitle') ?? (isIndex(key) ? valueOf(front, 'title') : undefined)
    if (title !== undefined) titles.set(folder, { ...titles.get(folder), [language]: { title } })
  }
  return store.write(async (tables) => {
    const known = await tables.content.lock(sectionResource.name, ordered)
    const ids = new Map<string, string>()
    const sections: SectionRecord[] = []
    const stored = await tables.sections.many([...known.values()].map(({ id }) => id))
    for (const [position, path] of ordered.entries()) {
      const id = known.get(path)?.id ?? newId('section')
      ids.set(path, id)
      const name = path.split('/').at(-1) ?? path
      const parentId = ids.get(path.slice(0, Math.max(0, path.lastIndexOf('/'))))
      const language = languages[0] ?? 'en'
      const named = titles.get(path) ?? {}
      const before = stored.find((section) => section.id === id)
      const section: SectionRecord = {
        ...{ id, externalIds: { key: path }, createdAt: before?.createdAt ?? now, updatedAt: now },
        ...{ revision: (before?.revision ?? 0) + 1, status: before?.status ?? 'published' },
        ...{ language, position, texts: { [language]: { title: titleOf(name) }, ...named } },
        ...(parentId !== undefined && { parentId }),
      }
      const hash = JSON.stringify([section.texts, parentId, position])
      if (known.get(path)?.hash === hash) continue
      sections.push(section)
      await tables.content.put(sectionResource.name, [{ key: path, id, hash }])
    }
    if (sections.length > 0) await tables.sections.put(sections)
    return ids
  })
}

const isIndex = (key: string) => /(^|\/)(index|README|_index)$/i.test(key)
