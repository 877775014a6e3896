import type { Comment } from '@prmkit/contract'
import type { Portal } from '../src/base/portal.ts'
import type { Walkable } from '../src/record/all-of.ts'
import type { Addressed } from '../src/record/record-action.ts'

/** A record of a second resource, which shares nothing with registrations but its shape. */
export interface Notice {
  readonly id: string
  readonly revision: number
  readonly title: string
  readonly kind: 'news' | 'alert'
  readonly answer?: string
}

type Read = { query: Record<string, unknown> }
type One = { params: { id: string } }
type CommentCall = One & { body: { text: string }; idempotencyKey: string }
type Listener = (event: object) => void

const refusal = (status: number, code: string) =>
  Object.assign(new Error(code), { status, code, errors: [] })

/** A backend of notices in memory, as the client would call it. */
export class Notices {
  readonly notices: Notice[]
  readonly comments: Comment[] = []
  readonly asked: Record<string, unknown>[] = []
  /** The answers that were taken. */
  readonly answers: string[] = []
  /** Every write as it was sent, with its key. */
  readonly sent: [key: string, request: string][] = []
  /** Breaks the line before or after a write, or refuses it. */
  line: 'whole' | 'cut before' | 'cut after' | 'refused' = 'whole'
  /** Answers an action with an id alone. */
  isThin = false
  readonly baseUrl = `https://notices-${Date.now()}-${Math.random()}.test`
  readonly #writes = new Map<string, { asked: string; result: unknown }>()
  /** Answers pages without counts. */
  withoutFacets = false
  readonly #listeners = new Set<Listener>()

  constructor(count: number) {
    this.notices = Array.from({ length: count }, (_, index) => ({
      ...{ id: `n${index}`, revision: 1, title: `Notice ${index}` },
      kind: index % 2 ? 'alert' : 'news',
    }))
  }

  async list({ query }: Read) {
    this.asked.push(query)
    const { search = '', kind, sort, cursor = '0', limit = 25 } = query
    const kinds = kind as string[] | undefined
    const place = ({ id }: Notice) => Number(id.slice(1)) * (sort === 'title_desc' ? -1 : 1)
    const found = this.notices
      .filter(({ title }) => title.includes(String(search)))
      .toSorted((a, b) => place(a) - place(b))
    const shown = found.filter((one) => !kinds || kinds.includes(one.kind))
    // Each page begins with the last item of the one before, as after a change of order.
    const start = Number(cursor)
    const end = start + Number(limit)
    return {
      items: shown.slice(Math.max(start - 1, 0), end),
      total: shown.length,
      ...(end < shown.length && { nextCursor: String(end) }),
      ...(!this.withoutFacets && {
        facets: {
          kind: ['alert', 'news'].map((value) => ({
            value,
            count: found.filter((one) => one.kind === value).length,
          })),
        },
      }),
    }
  }

  async get({ params }: One): Promise<Notice> {
    const found = this.notices.find(({ id }) => id === params.id)
    if (!found) throw Object.assign(new Error('Gone'), { code: 'not-found', status: 404 })
    return found
  }

  listComments(): Walkable<Comment> {
    const { comments } = this
    async function* all() {
      yield* comments
    }
    return Object.assign(Promise.resolve({ items: comments }), { [Symbol.asyncIterator]: all })
  }

  async addComment({ params, body, idempotencyKey }: CommentCall) {
    await this.#once(idempotencyKey, [params, body], () => {
      const author = { name: 'Ada', side: 'partner' as const }
      const createdAt = new Date().toISOString()
      this.comments.push({ id: `c${this.comments.length}`, author, createdAt, ...body } as Comment)
    })
  }

  /** Takes an answer of the revision it was made for, once for each key. */
  async answer(id: string, answer: string, to: Addressed): Promise<Notice> {
    const { ifMatch, idempotencyKey } = to
    const notice = await this.#once(idempotencyKey, [id, answer, ifMatch], () => {
      if (this.notices.find((one) => one.id === id)?.revision !== ifMatch)
        throw refusal(412, 'revision-stale')
      this.answers.push(answer)
      return this.put(id, { answer })
    })
    return this.isThin ? ({ id } as Notice) : notice
  }

  /** Does a write once for each key; the line may break before or after. */
  async #once<T>(key: string, request: unknown, write: () => T): Promise<T> {
    const asked = JSON.stringify(request)
    this.sent.push([key, asked])
    if (this.line === 'cut before') throw new TypeError('Failed to fetch')
    if (this.line === 'refused') throw refusal(422, 'validation-failed')
    const known = this.#writes.get(key)
    if (known && known.asked !== asked) throw refusal(422, 'idempotency-key-reused')
    const result = known ? (known.result as T) : write()
    this.#writes.set(key, { asked, result })
    if (this.line === 'cut after') throw new TypeError('Failed to fetch')
    return result
  }

  /** Changes a notice, as somebody else would. */
  put(id: string, change: Partial<Notice>): Notice {
    const index = this.notices.findIndex((one) => one.id === id)
    const old = this.notices[index]!
    const next = { ...old, ...change, revision: old.revision + 1 }
    this.notices[index] = next
    for (const tell of this.#listeners) tell({ resource: 'notices', resourceId: id })
    return next
  }

  /** A portal whose client answers from here. */
  portal(): Portal {
    const discovery = {
      ...{ vendor: { name: 'Quellmark' }, timeZone: 'UTC', currencies: [] },
      capabilities: ['notices'],
    }
    const client = {
      notices: this,
      baseUrl: this.baseUrl,
      serverTime: () => undefined,
      discovery: { get: async () => discovery },
      me: { get: async () => ({ user: { id: 'ada' }, partner: { id: 'north' } }) },
      events: {
        subscribe: (listener: Listener) => {
          this.#listeners.add(listener)
          return () => this.#listeners.delete(listener)
        },
      },
    }
    return {
      ...{ client: Promise.resolve(client as never), locale: 'en', messages: undefined },
      ...{ sheet: undefined, ended: false, generation: 0, watch: () => () => {} },
      ...{ on: () => () => {}, notify: () => {}, onLogout: () => () => {}, refresh: () => {} },
      ...{ unseen: undefined, conceal: () => {} },
    }
  }
}
