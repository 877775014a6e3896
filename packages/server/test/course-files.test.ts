import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { collectFiles } from '../src/files/collect-files.ts'
import { importContent } from '../src/content/import.ts'
import { memoryFiles } from '../src/files/memory-files.ts'
import { testApp, type TestApp } from './app.ts'
import { au, cmi5Package, cmi5Xml, zipOf } from './course-packages.ts'

const contentOrigin = 'https://courses.example'
const log = { info() {}, warn() {}, error() {} }

/** The made-up vendor with a course from a package, and a way to bring in another one. */
async function open(t: TestContext, options: { contentOrigin?: string } = { contentOrigin }) {
  const dir = mkdtempSync(join(tmpdir(), 'prmkit-course-files-'))
  t.after(() => rmSync(dir, { recursive: true }))
  const fileStore = memoryFiles()
  const app = await testApp({ fileStore, ...options })
  mkdirSync(join(dir, 'training'))
  writeFileSync(join(dir, 'products.csv'), 'key,name\n')
  const bring = async (bytes: Buffer) => {
    writeFileSync(join(dir, 'training/safety.zip'), bytes)
    await importContent(app.store, dir, { log, fileStore, clock: () => app.time.now })
  }
  const id = async () =>
    (await app.store.read.content.find('courses', ['safety'])).get('safety')!.id
  return { ...app, bring, id, fileStore }
}

/** Enrols and opens the course as somebody, and answers a way to fetch its files. */
async function launched({ app, signIn, id }: TestApp & { id(): Promise<string> }, who: string) {
  const person = await signIn(who)
  const made = await person.send('POST', '/enrolments', { body: { courseId: await id() } })
  const enrolmentId = made.body.items[0].id as string
  const launch = async () => {
    const answer = await person.send('POST', `/enrolments/${enrolmentId}/launch`, { body: {} })
    const url = new URL(answer.body.url)
    const get = (path = url.pathname, headers: Record<string, string> = {}) =>
      app.fetch(new Request(new URL(path, url), { headers }))
    return { answer, url, get, folder: url.pathname.split('/').slice(0, 3).join('/') }
  }
  return { person, launch, enrolmentId }
}

test('files of a course stand at their own origin, with a policy of their own and no cookie', async (t) => {
  const opened = await open(t)
  await opened.bring(cmi5Package())
  const { launch } = await launched(opened, 'sam')

  const { url, get, folder } = await launch()
  const page = await get()

  assert.equal(url.origin, contentOrigin)
  assert.equal(url.searchParams.get('skin'), 'a')
  assert.equal(url.searchParams.get('endpoint'), 'https://api.example/xapi')
  assert.equal(await page.text(), '<h1>Pumps</h1>')
  assert.equal(page.headers.get('content-type'), 'text/html')
  const policy = page.headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'self' /)
  assert.match(policy, /connect-src 'self' https:\/\/api\.example;/)
  assert.match(policy, /frame-ancestors 'self'/)
  assert.equal(page.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(page.headers.get('cross-origin-resource-policy'), 'same-origin')
  assert.equal(page.headers.get('referrer-policy'), 'no-referrer')
  for (const header of ['set-cookie', 'access-control-allow-origin'])
    assert.equal(page.headers.get(header), null)
  const script = 'let pump = 1\n'.repeat(200)
  const part = await get(`${folder}/content/script.js`, { range: 'bytes=13-25' })
  assert.deepEqual([part.status, await part.text()], [206, 'let pump = 1\n'])
  assert.equal(part.headers.get('content-range'), `bytes 13-25/${script.length}`)
  const whole = await get(`${folder}/content/script.js`)
  assert.equal(whole.headers.get('content-length'), String(script.length))
  assert.equal(await whole.text(), script)
})

test('no origin answers for the other, and only the address of a launch opens files', async (t) => {
  const opened = await open(t)
  await opened.bring(cmi5Package())
  const { launch, person } = await launched(opened, 'sam')
  const { url, get, folder } = await launch()
  const status = async (path: string) => (await get(path)).status

  const onApi = await opened.app.fetch(new Request(`https://api.example${url.pathname}`))
  const apiOnCourses = await opened.app.fetch(
    new Request(`${contentOrigin}/v1/me`, { headers: { authorization: `Bearer ${person.token}` } }),
  )

  assert.equal(onApi.status, 404)
  assert.equal(apiOnCourses.status, 404)
  assert.equal(await status(`${folder}x/content/index.html`), 404)
  assert.equal(await status(`${folder}/content/no.html`), 404)
  assert.equal(await status(`${folder}/..%2f..%2fvendor.yaml`), 404)
  assert.equal(await status(`${folder}/%E0%A4%A`), 404)
  const post = await opened.app.fetch(new Request(url, { method: 'POST' }))
  assert.equal(post.status, 405)
  opened.time.now += 25 * 3_600_000
  assert.equal((await get()).status, 404)
})

test('without an origin for courses a package says so and does not open', async (t) => {
  const opened = await open(t, {})
  await opened.bring(cmi5Package())
  const { launch } = await launched(opened, 'sam')

  await assert.rejects(launch(), /Invalid URL/)
  const person = await opened.signIn('sam')
  const enrolled = await person.send('GET', '/enrolments')
  const answer = await person.send('POST', `/enrolments/${enrolled.body.items[0].id}/launch`, {
    body: {},
  })
  assert.equal(answer.status, 503)
  assert.match(answer.body.detail, /--content-origin/)
})

test('who is in a package keeps it when the course gets another one', async (t) => {
  const opened = await open(t)
  await opened.bring(cmi5Package('<h1>First</h1>'))
  const sam = await launched(opened, 'sam')
  const ada = await launched(opened, 'ada')
  const before = await sam.launch()

  const parts = au('two', 'new.html') + au('three', 'new.html')
  await opened.bring(zipOf({ 'cmi5.xml': cmi5Xml(parts), 'new.html': '<h1>Second</h1>' }))

  const text = async (of: { get: () => Promise<Response> }) => (await of.get()).text()
  assert.equal(await text(before), '<h1>First</h1>')
  assert.equal(await text(await sam.launch()), '<h1>First</h1>')
  // Enrolled before and not begun: the new one.
  assert.equal(await text(await ada.launch()), '<h1>Second</h1>')
  const units = async ({ person, enrolmentId }: typeof sam) => {
    const { body } = await person.send('GET', `/enrolments/${enrolmentId}`)
    return body.units.map(({ title }: { title: string }) => title)
  }
  assert.deepEqual(await units(sam), ['Part one'])
  assert.deepEqual(await units(ada), ['Part two', 'Part three'])
  const vendor = await opened.signIn('mona')
  const { body } = await vendor.send('GET', `/enrolments/${sam.enrolmentId}`)
  await vendor.send('POST', `/enrolments/${sam.enrolmentId}/actions`, {
    body: { action: 'reset', reason: { code: 'renewed' } },
    headers: { 'if-match': `"${body.revision}"` },
  })
  assert.equal(await text(await sam.launch()), '<h1>Second</h1>')
})

test('a package that was replaced goes once nobody has it any more, and comes again with its file', async (t) => {
  const opened = await open(t)
  const { store, fileStore } = opened
  const packed = async () => {
    const { packageId = '' } = (await store.read.courses.get(await opened.id()))!
    return (await store.read.packages.get(packageId))!.fileId
  }
  await opened.bring(cmi5Package('<h1>First</h1>'))
  const first = await packed()
  const { launch, person, enrolmentId } = await launched(opened, 'sam')
  await launch()
  await opened.bring(cmi5Package('<h1>Second</h1>'))
  const collected = async () => {
    const later = new Date(Date.now() + 86_400_000).toISOString()
    await collectFiles({ store, fileStore }, later, later)
    const files = await Promise.all([first, await packed()].map((id) => fileStore.get(id)))
    return files.map((file) => file !== undefined)
  }
  assert.deepEqual(await collected(), [true, true])

  const { body } = await person.send('GET', `/enrolments/${enrolmentId}`)
  const gone = await person.send('POST', `/enrolments/${enrolmentId}/actions`, {
    ...{ body: { action: 'withdraw' }, headers: { 'if-match': `"${body.revision}"` } },
  })
  assert.equal(gone.status, 200)
  assert.deepEqual(await collected(), [false, true])

  await opened.bring(cmi5Package('<h1>First</h1>'))
  const again = await launched(opened, 'ada')
  assert.equal(await (await (await again.launch()).get()).text(), '<h1>First</h1>')
})
