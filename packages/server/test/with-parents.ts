import type { Store, Tables } from '../src/store/store.ts'
import { aBoard } from './board-records.ts'
import { aPartner, aUser, anArticle } from './records.ts'
import { aCertification, aClass, aCourse } from './training-records.ts'

type Fields = Record<string, readonly string[]>

/** The fields of records that name each kind of parent. */
const fields = {
  partner: ['partnerId', 'partnerIds', 'onlyPartnerId'],
  user: ['userId', 'ownerUserId', 'authorId', 'assigneeId'],
  course: ['courseId'],
  class: ['classId'],
  certification: ['certificationId'],
  article: ['articleId'],
  board: ['boardId'],
} satisfies Fields
const sections: Fields = { section: ['sectionId'] }

/** Arguments that name a parent without a record, by table and method. */
const names: Record<string, (...args: string[]) => Record<string, string | undefined>> = {
  'announcements.mark': (userId) => ({ userId }),
  'articles.mark': (userId) => ({ userId }),
  'assets.mark': (userId) => ({ userId }),
  'assets.putVisit': (userId) => ({ userId }),
  'points.rename': (_, userId) => ({ userId }),
}

const writing = /^(put|insert|update|mark|putVisit|book|add|addChange|addPast|place|rename)$/

/**
 * A store in which a record that a test writes has the partner, the person and the other parents that
 * it names, inactive, where the test did not write them itself.
 */
export function withParents(store: Store): Store {
  return { ...store, write: (work) => store.write((tables) => work(having(tables))) }
}

function having(tables: Tables): Tables {
  const wrapped = Object.entries(tables).map(([name, table]) => {
    const methods = Object.entries(table as Record<string, (...args: never[]) => unknown>)
    const wrap = methods.map(([method, run]) => {
      if (!writing.test(method)) return [method, run]
      return [
        method,
        async (...args: never[]) => {
          const named = names[`${name}.${method}`]?.(...args) ?? args
          await addParents(tables, name, named)
          return run(...args)
        },
      ]
    })
    return [name, Object.fromEntries(wrap)]
  })
  return Object.fromEntries(wrapped) as Tables
}

/** Writes the parents that are missing. */
async function addParents(tables: Tables, table: string, written: unknown): Promise<void> {
  const { partners, users, courses, classes, certifications, articles, boards } = tables
  const ids = idsIn(written, /^a(rticle|sset)s$/.test(table) ? { ...fields, ...sections } : fields)
  const missing = async (kind: string, of: { many(ids: string[]): Promise<{ id: string }[]> }) => {
    const wanted = [...(ids.get(kind) ?? [])]
    const known = new Set((wanted.length > 0 ? await of.many(wanted) : []).map(({ id }) => id))
    return wanted.filter((id) => !known.has(id))
  }
  const all = (get: (id: string) => Promise<{ id: string } | undefined>) => ({
    many: async (wanted: string[]) =>
      (await Promise.all(wanted.map(get))).flatMap((one) => one ?? []),
  })
  for (const id of await missing('partner', partners))
    await partners.put([aPartner({ id, active: false })])
  for (const id of await missing('user', users)) await users.put([aUser({ id, active: false })])
  for (const id of await missing('course', courses))
    await courses.put([aCourse({ id, status: 'draft' })])
  for (const id of await missing('class', classes)) {
    const one = aClass({ id })
    await addParents(tables, 'classes', one)
    await classes.put([one])
  }
  for (const id of await missing('certification', certifications))
    await certifications.put([aCertification({ id, status: 'draft' })])
  for (const id of await missing('article', all(articles.get)))
    await articles.put([anArticle({ id, status: 'draft' })])
  for (const id of await missing('board', all(boards.get)))
    await boards.put([aBoard({ id, status: 'draft' })])
  const places = table === 'articles' ? tables.sections : tables.folders
  for (const id of await missing('section', all(places.get)))
    await places.put([
      {
        ...{ id, externalIds: {}, createdAt: '', updatedAt: '', revision: 1, position: 0 },
        ...{ status: 'published', language: 'en', texts: {} },
      },
    ])
}

/** The ids in fields of these names, however deep. */
function idsIn(value: unknown, wanted: Fields): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const look = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return
    for (const [key, below] of Object.entries(one)) {
      const kind = Object.keys(wanted).find((name) => wanted[name]!.includes(key))
      if (kind === undefined) look(below)
      else
        for (const id of [below].flat())
          if (typeof id === 'string' && id !== '')
            found.set(kind, (found.get(kind) ?? new Set()).add(id))
    }
  }
  look(value)
  return found
}
