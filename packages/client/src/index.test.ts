import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backend, problem } from '../test/backend.ts'
import { createClient, isPrmError, PrmError, ProblemError } from './index.ts'

test('importing leaves nothing behind, and making a client sends nothing', async () => {
  const before = Object.getOwnPropertyNames(globalThis).toSorted()

  const copy: typeof import('./index.ts') = await import(`./index.ts?again=${Date.now()}`)
  const fetchToken = () => assert.fail('nobody asked for a token')
  copy.createClient({ baseUrl: 'https://partners.acme.example', fetchToken })

  assert.deepEqual(Object.getOwnPropertyNames(globalThis).toSorted(), before)
})

test('an error of another copy of the package is known by its mark', async (t) => {
  const copy: typeof import('./index.ts') = await import(
    new URL('./errors.ts?another', import.meta.url).href
  )
  const { client } = await backend(t, () => problem(404, 'not-found'))

  const error = await client.me.get().catch((caught: unknown) => caught)

  for (const kind of [ProblemError, PrmError, Error]) assert.equal(error instanceof kind, true)
  assert.equal(error instanceof copy.ProblemError, false)
  assert.ok(copy.isPrmError(error) && error.name === 'ProblemError' && error.code === 'not-found')
  for (const other of [new Error('x'), { code: 'not-found' }, null, 'x'])
    assert.equal(isPrmError(other), false)
})

test('a base URL that cannot be one is refused with what is wrong', () => {
  const wrong = [
    '',
    '/api',
    'partners.acme.example',
    'ftp://acme.example',
    'javascript:alert(1)',
    'https://user:secret@acme.example',
    'https://acme.example/?v=1',
    'https://acme.example/#top',
    'https://acme.example/api/v1/',
  ]
  for (const baseUrl of wrong)
    assert.throws(() => createClient({ baseUrl }), {
      name: 'UsageError',
      message: /^baseUrl is .* Give the http\(s\) address of the backend/,
    })
})

test('a base URL may have a path, and slashes at its end', () => {
  const { baseUrl } = createClient({ baseUrl: 'https://acme.example/partners//' })

  assert.equal(baseUrl, 'https://acme.example/partners')
})

test('in a page a base URL may be relative', (t) => {
  Object.assign(globalThis, { document: { baseURI: 'https://acme.example/de/' } })
  t.after(() => Reflect.deleteProperty(globalThis, 'document'))

  assert.equal(createClient({ baseUrl: '/backend' }).baseUrl, 'https://acme.example/backend')
})

test('a message never shows the credentials of a base URL', () => {
  assert.throws(
    () => createClient({ baseUrl: 'https://user:hunter2@acme.example' }),
    ({ message }: Error) => !message.includes('hunter2'),
  )
})
