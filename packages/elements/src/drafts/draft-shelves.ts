import { markDrafts } from './draft-mark.ts'
import type { Draft, DraftScope } from './draft-scope.ts'
import { keyOf, prefixOf } from './first-keys.ts'

export type { Draft, DraftScope }

/** A place that keeps drafts. */
export interface DraftShelf {
  /** How long it lasts: on this device, as long as this tab, or as long as this page. */
  readonly kind: 'device' | 'tab' | 'memory'
  /**
   * The draft under a scope, whichever version of the form it is for. `now` is by the backend's
   * clock: without it no draft counts as old.
   */
  read(scope: DraftScope, now?: number): Promise<Draft | undefined>
  /**
   * Replaces the draft, or takes it away where there is no next one, if its stamp is still the
   * expected one; returns what is kept afterwards.
   */
  exchange(
    scope: DraftScope,
    expected: string | undefined,
    next: Draft | undefined,
  ): Promise<Draft | undefined>
  /** Deletes every draft whose scope begins so, of a user, a backend or all; rejects if one is left. */
  forget(...scope: [baseUrl?: string, userId?: string]): Promise<void>
}

const lifetime = 14 * 24 * 60 * 60 * 1000

const isFresh = ({ at }: Draft, now: number | undefined) =>
  at === undefined || now === undefined || at > now - lifetime

const left = () => new Error('A draft is left in the storage of the browser.')

/** The parts of a scope up to the first that is not known. */
const known = (scope: readonly (string | undefined)[]): string[] => {
  const end = scope.indexOf(undefined)
  return scope.slice(0, end < 0 ? undefined : end) as string[]
}

/** The part of a `Map` that `sessionStorage` has as well. */
interface Items {
  get(key: string): string | null | undefined
  set(key: string, text: string): unknown
  delete(key: string): unknown
  keys(): Iterable<string>
}

const tabItems: Items = {
  get: (key) => sessionStorage.getItem(key),
  set: (key, text) => sessionStorage.setItem(key, text),
  delete: (key) => sessionStorage.removeItem(key),
  keys: () => Object.keys(sessionStorage),
}

function itemShelf(kind: 'tab' | 'memory', items: Items): DraftShelf {
  const under = (prefix: readonly string[]) =>
    [...items.keys()].filter((key) => key.startsWith(keyOf(prefix)))
  const note = () => markDrafts(kind, under([]).length > 0)
  const read = async (scope: DraftScope, now?: number) => {
    const [key] = under(prefixOf(scope))
    const draft = key && (JSON.parse(items.get(key) ?? 'null') as Draft | null)
    if (draft && isFresh(draft, now)) return draft
    if (key) items.delete(key)
    note()
    return undefined
  }
  return {
    kind,
    read,
    async exchange(scope, expected, next) {
      const current = await read(scope)
      if (current?.stamp !== expected) return current
      under(prefixOf(scope)).forEach((key) => items.delete(key))
      if (next) items.set(`${keyOf(prefixOf(scope))}${next.version}`, JSON.stringify(next))
      note()
      return next
    },
    async forget(...scope) {
      under(known(scope)).forEach((key) => items.delete(key))
      note()
      if (under(known(scope)).length) throw left()
    },
  }
}

/** Keeps drafts as long as the page lives: where nothing else may be stored. */
export const memoryShelf: DraftShelf = itemShelf('memory', new Map<string, string>())

const finished = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('prmkit', 1)
  request.onupgradeneeded = () => request.result.createObjectStore('drafts')
  return finished(request)
}

let database: Promise<IDBDatabase> | undefined
/** Rejects after a while: in some private windows the database never opens. */
let late: Promise<never> | undefined

async function connect(): Promise<IDBDatabase> {
  if (!database) {
    database = openDatabase()
    late = new Promise((_, reject) => {
      setTimeout(() => reject(new Error('IndexedDB did not open within 3 seconds.')), 3000)
    })
    for (const promise of [database, late]) promise.catch(() => {})
    database.catch(() => (database = undefined))
  }
  // A database that has opened since wins the race over the time limit.
  const opened = await Promise.race([database, late!])
  // A later version, or someone clearing the site's storage, must not wait for this page.
  opened.onversionchange = () => {
    opened.close()
    database = undefined
  }
  // The browser closes it too: storage was cleared, or the disk is full.
  opened.onclose = () => (database = undefined)
  return opened
}

/** Works in one transaction, which has reached the disk when this resolves; notes whether drafts are left. */
async function workOn<T>(
  opened: IDBDatabase,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const transaction = opened.transaction('drafts', 'readwrite', { durability: 'strict' })
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
  const store = transaction.objectStore('drafts')
  const worked = work(store).then(async (result) => {
    // Within the transaction, so that no other tab writes between the count and the mark.
    mark(await finished(store.count()))
    return result
  })
  const [result] = await Promise.all([worked, done])
  return result
}

/** Works in a transaction; once more over a new connection where the current one is dead, or dies meanwhile. */
async function transact<T>(work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const opened = await connect()
  try {
    return await workOn(opened, work)
  } catch {
    opened.close()
    database = undefined
    return workOn(await connect(), work)
  }
}

function mark(drafts: number) {
  try {
    markDrafts('device', drafts > 0)
  } catch {
    // Without local storage a draft is found at the first key.
  }
}

// In the order of IndexedDB an array comes after every string.
const rangeOf = (prefix: readonly string[]) => IDBKeyRange.bound(prefix, [...prefix, []])

async function newest(store: IDBObjectStore, prefix: readonly string[]) {
  const drafts: Draft[] = await finished(store.getAll(rangeOf(prefix)))
  return drafts.toSorted((a, b) => b.savedAt - a.savedAt)[0]
}

const deviceShelf: DraftShelf = {
  kind: 'device',
  read: (scope, now) =>
    transact(async (store) => {
      const [keys, drafts] = [await finished(store.getAllKeys()), await finished(store.getAll())]
      keys.forEach((key, index) => isFresh(drafts[index], now) || store.delete(key))
      return newest(store, prefixOf(scope))
    }),
  exchange: (scope, expected, next) =>
    transact(async (store) => {
      const prefix = prefixOf(scope)
      const current = await newest(store, prefix)
      if (current?.stamp !== expected) return current
      store.delete(rangeOf(prefix))
      if (next) store.put(next, [...prefix, next.version])
      return next
    }),
  async forget(...scope) {
    const range = rangeOf(known(scope))
    await transact(async (store) => void store.delete(range))
    // Looked at anew, after the deletion has reached the disk.
    if (await transact((store) => finished(store.count(range)))) throw left()
  },
}

/** The shelves by name. */
export const shelves = {
  device: deviceShelf,
  tab: itemShelf('tab', tabItems),
  memory: memoryShelf,
} as const satisfies Record<string, DraftShelf>

/** Opens the channel on which tabs tell each other of changed drafts, where there is one. */
export function draftChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel('prmkit.drafts')
  } catch {
    return undefined
  }
}
