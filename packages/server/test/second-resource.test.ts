import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conversationRoutes, route, routes as contract, type Route } from '@prmkit/contract'
import * as z from 'zod/mini'
import { createAuthenticator } from '../src/auth/authenticate.ts'
import { bind, type AnyHandler, type Binding } from '../src/http/bind.ts'
import { createRateLimiter } from '../src/http/rate-limit.ts'
import { memoryFiles } from '../src/index.ts'
import { newId } from '../src/ids.ts'
import { ProblemError, problemResponse } from '../src/problem.ts'
import { register, type Resource } from '../src/resource.ts'
import { resources } from '../src/resources.ts'
import { eventLog } from '../src/routes/events/event-log.ts'
import { files } from '../src/routes/files/files.ts'
import { attachments, type FileCall, type WithFiles } from '../src/routes/shared/attachments.ts'
import { conversation } from '../src/routes/shared/conversation.ts'
import { record } from '../src/routes/shared/journal.ts'
import { createServices } from '../src/services.ts'
import type { ParentRecord } from '../src/store/records.ts'
import { apiKey, start, testApp, type Answer, type Person, type TestApp } from './app.ts'

// Notes are a resource that no line of the server knows: an entry in the registry, routes of their own.

interface NoteRecord extends WithFiles, Omit<ParentRecord, 'resource'> {
  text: string
  ownerUserId: string
  status: 'draft' | 'sent'
}

const Note = z.object({ id: z.string(), text: z.string(), fileIds: z.array(z.string()) })
const NoteInput = z.strictObject({ text: z.string(), status: z.enum(['draft', 'sent']) })

const noteRoutes = {
  create: route({
    ...{ method: 'post', path: '/notes', summary: 'Write a note', access: 'partner' },
    ...{ body: NoteInput, status: 201, response: Note },
  }),
  ...conversationRoutes('notes', Note),
}

/** The app, and beside it the operations on notes over the same store. */
async function openNotes() {
  const app = await testApp()
  const kept = new Map<string, NoteRecord>()
  const notes: Resource<NoteRecord, 'commented' | 'attached' | 'detached'> = {
    name: 'notes',
    noun: 'note',
    events: { commented: 'note.commented', attached: 'note.attached', detached: 'note.detached' },
    load: async (_, id) => kept.get(id),
    lock: async (tables, id) => (await tables.records.lock(id)) && kept.get(id),
    owned: ({ partners, ownerUserId, status }) => ({
      partnerIds: partners.map(({ partnerId }) => partnerId),
      ...{ ownerUserId, isDraft: status === 'draft' },
    }),
  }

  const show = (note: NoteRecord) => ({
    body: { id: note.id, text: note.text, fileIds: note.fileIds },
    revision: note.revision,
    shows: { resource: notes.name, id: note.id },
  })
  const handlers = {
    async create(call: FileCall & { body: z.infer<typeof NoteInput> }) {
      const { caller, now, tables } = call
      const note: NoteRecord = {
        ...{ id: newId('note'), ...call.body, ownerUserId: caller.user.id, fileIds: [] },
        partners: [{ partnerId: caller.partnerId ?? '', role: 'owner' }],
        ...{ createdAt: now, updatedAt: now, revision: 1 },
      }
      await tables.records.insert({ ...note, resource: notes.name })
      kept.set(note.id, note)
      await record(notes, call, { type: 'note.created', after: note })
      return show(note)
    },
    ...conversation(notes),
    ...attachments<NoteRecord, z.infer<typeof Note>>({
      resource: notes,
      open: async (_, note) => note,
      field: async () => undefined,
      keep: async (_, note) => void kept.set(note.id, note),
      show: async (_, note) => show(note),
    }),
  }

  const options = { store: app.store, fileStore: memoryFiles(), apiKeys: [apiKey] }
  const plain = createServices({ ...options, clock: () => app.time.now })
  const services = { ...plain, resources: register([...resources.values(), notes]) }
  const binding: Binding = {
    services,
    authenticator: createAuthenticator(services, [apiKey]),
    limiter: createRateLimiter(services, 'requests', 1000, 60),
    keyLimiter: createRateLimiter(services, 'requests', 1000, 60),
    before: {},
  }

  /** Sends a request to one operation; `using` says what else it is bound to. */
  async function send(
    token: string,
    [operation, definition, handler]: [string, Route, unknown],
    { params = {}, body, headers = {}, using = {} }: Sent = {},
  ): Promise<Answer> {
    const answer = bind({ ...binding, ...using }, operation, definition, handler as AnyHandler)
    const request = new Request(`https://api.example/v1${definition.path}`, {
      method: definition.method.toUpperCase(),
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const response = await answer(request, params, 'req').catch((error: unknown) => {
      if (error instanceof ProblemError) return problemResponse(error, 'req')
      throw error
    })
    const text = await response.text()
    const { status, headers: answered } = response
    return { status, headers: answered, body: text === '' ? undefined : JSON.parse(text) }
  }

  const operation = (name: keyof typeof handlers): [string, Route, unknown] => [
    `notes.${name}`,
    noteRoutes[name],
    handlers[name],
  ]
  return {
    ...{ app, binding, plain, send },
    on: (person: Person, name: keyof typeof handlers, sent?: Sent) =>
      send(person.token, operation(name), sent),
    getFile: (person: Person, id: string) =>
      send(person.token, ['files.get', contract.files.get, files.get], { params: { id } }),
    async eventTypes() {
      const read = ['eventLog.list', contract.eventLog.list, eventLog.list]
      const { body } = await send(apiKey, read as [string, Route, unknown])
      return body.items.map((event: { type: string; resource: string }) => {
        assert.equal(event.resource, 'notes')
        return event.type
      })
    },
  }
}

interface Sent {
  params?: Record<string, string>
  body?: unknown
  headers?: Record<string, string>
  using?: Partial<Binding>
}

/** A file that is ready, straight in the store. */
async function aFile({ store }: TestApp, userId: string): Promise<string> {
  const id = newId('file')
  const file = { name: 'a.txt', mediaType: 'text/plain', size: 1, status: 'ready' as const }
  const createdAt = new Date(start).toISOString()
  await store.write(({ files: table }) =>
    table.insert({ ...file, id, userId, partnerId: 'north', createdAt }),
  )
  return id
}

test('comments and history work for a resource that the server does not know', async () => {
  const { app, on } = await openNotes()
  const [sam, sol] = [await app.signIn('sam'), await app.signIn('sol')]
  const created = await on(sam, 'create', { body: { text: 'Hello', status: 'sent' } })
  const params = { id: created.body.id as string }
  const comment = await on(sam, 'addComment', { params, body: { text: 'Any news?' } })
  const comments = await on(sam, 'listComments', { params })
  const timeline = await on(sam, 'listTimeline', { params })

  assert.deepEqual([created.status, comment.status], [201, 201])
  assert.equal(created.headers.get('location'), `/v1/notes/${params.id}`)
  assert.deepEqual(comments.body.items, [comment.body])
  assert.deepEqual(
    timeline.body.items.map(({ type, to }: { type: string; to: string }) => [type, to]),
    [['note.created', 'sent']],
  )
  for (const name of ['listComments', 'listTimeline'] as const)
    assert.equal((await on(sol, name, { params })).status, 404, name)
  const refused = await on(sol, 'addComment', { params, body: { text: 'x' } })
  assert.deepEqual(
    [refused.status, refused.body.detail],
    [404, 'There is no note with this id that you may see.'],
  )
})

test('attachments of such a resource are seen by those who see the record', async () => {
  const { app, on, getFile } = await openNotes()
  const [sam, cleo, sol] = [
    await app.signIn('sam'),
    await app.signIn('cleo'),
    await app.signIn('sol'),
  ]
  const created = await on(sam, 'create', { body: { text: 'Hello', status: 'sent' } })
  const params = { id: created.body.id as string }
  const fileId = await aFile(app, 'sam')
  const headers = { 'if-match': '"1"' }
  const attached = await on(sam, 'attach', { params, headers, body: { fileId } })
  const stale = await on(sam, 'detach', { params: { ...params, fileId }, headers })

  assert.deepEqual([attached.status, attached.body.fileIds], [200, [fileId]])
  assert.equal(stale.status, 412)
  assert.equal((await getFile(cleo, fileId)).status, 200)
  assert.equal((await getFile(sol, fileId)).status, 404)
  const again = await on(sam, 'create', { body: { text: 'Other', status: 'sent' } })
  const other = { params: { id: again.body.id as string }, headers, body: { fileId } }
  assert.equal((await on(sam, 'attach', other)).body.errors[0].code, 'not-found')
  const detached = await on(sam, 'detach', {
    ...{ params: { ...params, fileId }, headers: { 'if-match': '"2"' } },
  })
  assert.deepEqual([detached.status, detached.body.fileIds], [200, []])
  assert.equal((await on(sam, 'attach', other)).status, 200)
})

test('events of such a resource reach the vendor once the record is no draft', async () => {
  const { app, on, eventTypes } = await openNotes()
  const sam = await app.signIn('sam')
  const draft = await on(sam, 'create', { body: { text: 'Hidden', status: 'draft' } })
  const sent = await on(sam, 'create', { body: { text: 'Seen', status: 'sent' } })
  for (const { body } of [draft, sent])
    await on(sam, 'addComment', { params: { id: body.id }, body: { text: 'x' } })

  assert.deepEqual(await eventTypes(), ['note.created', 'note.commented'])
  const all = await app.store.read.events.after(undefined, 100)
  assert.deepEqual(
    all?.events.map(({ type, isDraft }) => [type, isDraft]),
    [
      ['note.created', true],
      ['note.created', false],
      ['note.commented', true],
      ['note.commented', false],
    ],
  )
})

test('a kept answer about such a resource is not for somebody who has left its partner', async () => {
  const { app, on } = await openNotes()
  const sent = { body: { text: 'Hello', status: 'sent' }, headers: { 'idempotency-key': 'k' } }
  const before = await app.signIn('sam')
  const first = await on(before, 'create', sent)
  const again = await on(before, 'create', sent)
  const user = { ...(await app.store.read.users.get('sam'))!, partnerIds: ['south'] }
  await app.store.write(({ users }) => users.put([user]))
  const after = await on(await app.signIn('sam'), 'create', sent)

  assert.deepEqual([first.status, again.body.id], [201, first.body.id])
  assert.deepEqual([after.status, after.body.code], [404, 'not-found'])
})

test('an answer about a resource that is not registered is an error, also when it was kept', async () => {
  const { app, on, plain } = await openNotes()
  const sam = await app.signIn('sam')
  const sent = { body: { text: 'Hello', status: 'sent' }, headers: { 'idempotency-key': 'k' } }
  const using = { services: plain }
  const unregistered = { ...sent, headers: { 'idempotency-key': 'other' }, using }
  const known = [...resources.keys()].join(', ')
  const unknown = new RegExp(`“notes” is not registered \\(registered: ${known}\\)`)

  await assert.rejects(on(sam, 'create', unregistered), unknown)
  assert.deepEqual((await app.store.read.events.after(undefined, 5))?.events, [])
  await on(sam, 'create', sent)
  await assert.rejects(on(sam, 'create', { ...sent, using }), unknown)
})

test('a name stands for one resource', () => {
  const [deals] = [...resources.values()]

  assert.throws(() => register([deals!, deals!]), /Two resources have one name/)
})
