import assert from 'node:assert/strict'
import { check, needing } from '../../check.ts'
import { unique, type Context } from '../../context.ts'
import { answerOf, problemOf, skip } from '../../expect.ts'
import { isListed, listedIds } from './look.ts'
import { each, operationsOf, type Operation } from './operations.ts'

type Body = Record<string, unknown>

interface Content {
  id: string
  revision: number
  status: string
}

const url = 'https://vendor.example/conformance'

/** The least that a new record of each resource has, beside its title. */
const bodies: Record<string, { text?: Body; more?: Body }> = {
  articles: { text: { body: 'Nothing to read.' } },
  assets: { text: { url } },
  courses: { more: { kind: 'link', url } },
  certifications: {},
  boards: {
    text: { unit: 'points' },
    more: { subject: 'partner', identity: 'own_only', periods: ['all'] },
  },
  sections: {},
  folders: {},
}

/** Resources that have no readers of their own and no drafts. */
const plain: readonly string[] = ['sections', 'folders']

/** The vendor's writing of one record, each step tried with what has to be refused. */
class Writing {
  readonly #context: Context
  readonly #operation: Operation

  constructor(context: Context, operation: Operation) {
    this.#context = context
    this.#operation = operation
  }

  async #read(answer: Response, status = 200): Promise<Content> {
    const shape = this.#operation.route.response as Parameters<typeof answerOf>[2]
    return (await answerOf(answer, status, shape)) as Content
  }

  #send(method: string, path: string, body: Body, revision?: number, key = unique()) {
    const mark = revision === undefined ? {} : { 'If-Match': `"${revision}"` }
    const headers = { 'Idempotency-Key': key, ...mark }
    return this.#context.vendor.send(method, `/${this.#operation.resource}${path}`, {
      ...{ body, headers },
    })
  }

  /** Makes a record; the same request again is the same record. */
  async create(body: Body): Promise<Content> {
    const key = unique()
    await problemOf(await this.#send('POST', '', body, undefined, ''), 'idempotency-key-missing')
    const one = await this.#read(await this.#send('POST', '', body, undefined, key), 201)
    const again = await this.#read(await this.#send('POST', '', body, undefined, key), 201)
    assert.ok(again.id === one.id, `The same key and body made ${one.id} and ${again.id}.`)
    return one
  }

  /** Changes a record against its revision; the same request again is the same change. */
  async change(method: string, path: string, one: Content, body: Body): Promise<Content> {
    const key = unique()
    const send = (revision?: number, own?: string) =>
      this.#send(method, `/${one.id}${path}`, body, revision, own)
    await problemOf(await send(one.revision, ''), 'idempotency-key-missing')
    await problemOf(await send(), 'revision-missing')
    await problemOf(await send(one.revision + 7), 'revision-stale')
    const changed = await this.#read(await send(one.revision, key))
    const again = await this.#read(await send(one.revision, key))
    const moved = [changed.revision, again.revision].map((revision) => revision - one.revision)
    assert.ok(
      moved.every((by) => by === 1),
      `A change, and the same request again, moved the revision by ${moved.join(' and ')}, expected one.`,
    )
    await problemOf(
      await this.#send(method, `/no-such-one${path}`, body, one.revision),
      'not-found',
    )
    return changed
  }
}

/** Makes a record for the stranger's company, tries each step of its life, and takes it back. */
async function live(context: Context, operation: Operation): Promise<void> {
  const { discovery, seller, stranger } = context
  const { resource } = operation
  const [language = 'en'] = discovery.languages
  const isPlain = plain.includes(resource)
  const [courseId] = resource === 'certifications' ? await listedIds(context, 'courses') : ['']
  if (courseId === undefined) return
  const { text, more } = bodies[resource]!
  const writing = new Writing(context, operation)
  const created = await writing.create({
    texts: { [language]: { title: `Conformance ${unique()}`, ...text } },
    ...more,
    ...(courseId && { courses: [{ courseId }] }),
    ...(isPlain ? {} : { audience: { partnerIds: [stranger.me.partner?.id] } }),
  })
  const path = `/${resource}/${created.id}`
  const answers = async (caller: Context['seller'], code: 'not-found' | undefined) => {
    const answer = await caller.send('GET', path)
    if (code) await problemOf(answer, code)
    else assert.ok(answer.ok, `Its reader gets ${answer.status} for ${path}.`)
  }
  if (!isPlain) {
    assert.ok(created.status === 'draft', `A new record is ${created.status}, expected a draft.`)
    await answers(stranger, 'not-found')
  }
  const changed = await writing.change('PATCH', '', created, { position: 7 })
  const retire = {
    action: 'retire',
    ...(isPlain ? {} : { reason: { code: 'other', text: 'A try.' } }),
  }
  if (isPlain) return void (await writing.change('POST', '/actions', changed, retire))
  const published = await writing.change('POST', '/actions', changed, { action: 'publish' })
  try {
    const { status } = published
    assert.ok(status === 'published', `What was published is ${status}.`)
    await answers(stranger, undefined)
    await answers(seller, 'not-found')
    const list = operationsOf(context).find(({ name }) => name === `${resource}.list`)!
    const isTold = await isListed(seller, list, created.id)
    assert.ok(!isTold, `GET /${resource} names ${created.id} to a partner that it is not for.`)
  } finally {
    await writing.change('POST', '/actions', published, retire)
  }
}

export const content = needing(
  ['writing'],
  [
    check(
      'operations.content',
      'content',
      'what the vendor makes is a draft for nobody, then there for its readers and nobody else',
      async (context) => {
        const made = operationsOf(context).filter(
          ({ name, resource }) => name === `${resource}.create` && resource in bodies,
        )
        if (made.length === 0) skip('The backend has no content that a vendor writes.')
        await each(context, made, (operation) => live(context, operation))
      },
    ),
  ],
)
