import { newId } from '../../ids.ts'
import type { Library } from '../../routes/content/library.ts'
import type { SectionRecord } from '../../store/articles.ts'
import type { Store } from '../../store/store.ts'
import { valueOf } from './facts.ts'
import { isIndex, titleOf } from '../articles/names.ts'

/** The parts of an import that sections need. */
interface Bringing {
  store: Store
  languages: readonly string[]
  now: string
}

/** A file of a tree as its folder sees it. */
interface InFolder {
  folder: string
  /** Absent where the file cannot be read. */
  front?: Readonly<Record<string, unknown>>
  key: string
  language: string | undefined
}

/** Makes a section of every folder with content; answers their ids by path. */
export async function bringSections(
  { sections: resource, tree }: Pick<Library, 'sections' | 'tree'>,
  { store, languages, now }: Bringing,
  texts: readonly InFolder[],
): Promise<Map<string, string>> {
  const paths = new Set<string>()
  for (const { folder } of texts)
    for (let path = folder; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/'))))
      paths.add(path)
  const ordered = [...paths].toSorted()
  const titles = new Map<string, Record<string, { title: string }>>()
  const unread = new Set<string>()
  for (const { folder, front, key, language: named } of texts) {
    if (!front) {
      unread.add(folder)
      continue
    }
    const language = named ?? languages[0] ?? 'en'
    const title =
      valueOf(front, 'sectionTitle') ?? (isIndex(key) ? valueOf(front, 'title') : undefined)
    if (title !== undefined) titles.set(folder, { ...titles.get(folder), [language]: { title } })
  }
  return store.write(async (tables) => {
    const known = await tables.content.lock(resource.name, ordered)
    const ids = new Map<string, string>()
    const sections: SectionRecord[] = []
    const stored = await tree(tables).many([...known.values()].map(({ id }) => id))
    for (const [position, path] of ordered.entries()) {
      const id = known.get(path)?.id ?? newId(resource.noun)
      ids.set(path, id)
      const name = path.split('/').at(-1) ?? path
      const parentId = ids.get(path.slice(0, Math.max(0, path.lastIndexOf('/'))))
      const language = languages[0] ?? 'en'
      const named = titles.get(path) ?? {}
      const before = stored.find((section) => section.id === id)
      const kept = unread.has(path) ? before?.texts : {}
      const section: SectionRecord = {
        ...{ id, externalIds: { key: path }, createdAt: before?.createdAt ?? now, updatedAt: now },
        ...{ revision: (before?.revision ?? 0) + 1, status: before?.status ?? 'published' },
        ...{
          language,
          position,
          texts: { [language]: { title: titleOf(name) }, ...kept, ...named },
        },
        ...(parentId !== undefined && { parentId }),
      }
      const hash = JSON.stringify([section.texts, parentId, position])
      if (known.get(path)?.hash === hash) continue
      sections.push(section)
      await tables.content.put(resource.name, [{ key: path, id, hash }])
    }
    if (sections.length > 0) await tree(tables).put(sections)
    return ids
  })
}
