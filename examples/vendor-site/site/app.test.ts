import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import type { Me } from '@prmkit/contract'
import type { Partners } from './api.ts'
import { createSite } from './app.ts'
import { openSignIns } from './sign-ins.ts'

const siteUrl = 'https://quellmark.example'
const email = 'jo@partner.example'
let folder = ''
let now = Date.parse('2026-03-02T08:00:00Z')
let ended: string[] = []
let asked: unknown[] = []

/** Happens while the backend makes a session. */
let meanwhile = async () => {}

const partners: Partners = {
  session: async (_signIn, origin, refused) => {
    asked.push([origin, refused])
    await meanwhile()
    return { token: 't', expiresAt: '2026-03-02T09:00:00Z' }
  },
  endSessions: async ({ id }) => void ended.push(id),
  whoIs: async (address) =>
    address === email
      ? ({ role: 'partner_seller', user: { id: 'u', name: 'Jo' }, partner: { name: 'P' } } as Me)
      : undefined,
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prmkit-site-test-'))
})
after(() => rm(folder, { recursive: true, force: true }))

/** The site, as if it had just started. */
async function started(url = siteUrl): Promise<Hono> {
  const signIns = await openSignIns({
    secret: 'for tests only',
    endedFile: join(folder, 'ended.json'),
    secure: url.startsWith('https:'),
    now: () => now,
  })
  return createSite({ siteUrl: url, apiUrl: 'https://api.example', partners, assets: '', signIns })
}

/** Posts a form as a page of the given origin does. The proxy reaches the site by plain http. */
function post(site: Hono, path: string, fields: Record<string, string> = {}, headers = {}) {
  return site.request(`http://127.0.0.1:4100${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: siteUrl, ...headers },
  })
}

const signIn = (site: Hono, fields: Record<string, string> = {}) =>
  post(site, '/sign-in', { email, password: 'quellmark', ...fields })

const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

test('the sign-in cookie ends by itself and goes over https only', async () => {
  const cookie = (await signIn(await started())).headers.get('set-cookie')
  const plain = (await signIn(await started('http://localhost:4100'))).status

  assert.match(cookie ?? '', /Max-Age=28800; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  assert.equal(plain, 403, 'another origin than the site’s own')
})

test('a copy of the cookie is worth nothing after signing out, also after a restart', async () => {
  const site = await started()
  const Cookie = cookieOf(await signIn(site))
  const seen = async (where: Hono) =>
    (await where.request('/partners', { headers: { Cookie } })).status
  const before = await seen(site)
  ended = []

  await post(site, '/sign-out', {}, { Cookie })

  assert.equal(ended.length, 1)
  assert.deepEqual([before, await seen(site), await seen(await started())], [200, 303, 303])
})

test('a cookie is worth nothing after its time, whatever the browser does', async () => {
  const site = await started()
  const Cookie = cookieOf(await signIn(site))
  now += 8 * 3_600_000
  const late = await site.request('/partners', { headers: { Cookie } })

  assert.equal(late.status, 303)
})

test('another site can neither sign somebody in or out nor get a token', async () => {
  const site = await started()
  const Cookie = cookieOf(await signIn(site))
  ended = []
  const statuses = []
  for (const path of ['/sign-in', '/sign-out', '/prm-token'])
    for (const Origin of ['https://evil.example', 'null', `${siteUrl}.evil.example`])
      statuses.push((await post(site, path, {}, { Cookie, Origin })).status)

  assert.deepEqual(new Set(statuses), new Set([403]))
  assert.deepEqual(ended, [])
})

test('behind a proxy that ends TLS a token is for the public address', async () => {
  const site = await started()
  const Cookie = cookieOf(await signIn(site))
  asked = []
  const body = JSON.stringify({ reason: 'unauthorized' })
  const answer = await site.request('http://127.0.0.1:4100/prm-token', {
    method: 'POST',
    body,
    headers: { Cookie, Origin: siteUrl },
  })
  await post(site, '/prm-token', {}, { Cookie })

  assert.equal(answer.status, 200)
  assert.deepEqual(asked, [
    [siteUrl, true],
    [siteUrl, false],
  ])
})

test('nothing that names a user may be kept by the browser or a proxy', async () => {
  const site = await started()
  const Cookie = cookieOf(await signIn(site))
  const kept = []
  for (const path of ['/', '/partners', '/partners/register', '/sign-in', '/desk'])
    kept.push((await site.request(path, { headers: { Cookie } })).headers.get('cache-control'))

  assert.deepEqual(new Set(kept), new Set(['no-store']))
})

test('after signing in one stays on the site, wherever the address wants to lead', async () => {
  const site = await started()
  const leads = []
  for (const to of [
    '/partners?deal=1',
    '//evil.example',
    '/\t/evil.example',
    '/a\r\nSet-Cookie: b=c',
  ])
    leads.push((await signIn(site, { to })).headers.get('location'))

  assert.deepEqual(leads, ['/partners?deal=1', '/partners', '/partners', '/aSet-Cookie:%20b=c'])
})

test('wrong passwords are answered at once five times, then later and later', async () => {
  const site = await started()
  const statuses = []
  for (let count = 0; count < 7; count++)
    statuses.push((await signIn(site, { email: 'other@partner.example', password: 'x' })).status)
  const refused = await signIn(site, { email: 'Other@partner.example', password: 'quellmark' })

  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429])
  assert.equal(refused.headers.get('retry-after'), '1')
})

test('a body that nobody can read is no fault of the site', async () => {
  const site = await started()
  const Cookie = cookieOf(await signIn(site))
  const send = async (path: string, type: string, body: string) => {
    const headers = { Cookie, Origin: siteUrl, 'Content-Type': type }
    return (await site.request(path, { method: 'POST', body, headers })).status
  }
  const questions = []
  for (const body of ['null', '1', '"x"', '[]', '{', '', '{"reason":null}'])
    questions.push(await send('/prm-token', 'application/json', body))
  const forms = []
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x', 'text/plain'])
    forms.push(await send('/sign-in', type, '--x\r\nnothing'))
  const large = await send('/sign-in', 'application/x-www-form-urlencoded', 'a'.repeat(100_001))

  assert.deepEqual(new Set(questions), new Set([200]))
  assert.deepEqual(forms, [401, 401, 401])
  assert.equal(large, 413)
})

test('who signs out while a token is fetched gets none, and its session ends', async () => {
  const site = await started()
  const Cookie = cookieOf(await signIn(site))
  ended = []
  meanwhile = async () => void (await post(site, '/sign-out', {}, { Cookie }))
  const answer = await post(site, '/prm-token', {}, { Cookie })
  meanwhile = async () => {}

  assert.equal(answer.status, 401)
  assert.equal(ended.length, 2)
})

test('a list of ended sign-ins that could not be written once is written the next time', async () => {
  const endedFile = join(folder, 'later', 'ended.json')
  const open = () => openSignIns({ secret: 'x', endedFile, secure: false, now: () => now })
  const site = createSite({
    ...{ siteUrl, apiUrl: 'https://api.example', partners, assets: '', signIns: await open() },
  })
  const [one, two] = [cookieOf(await signIn(site)), cookieOf(await signIn(site))]
  await assert.rejects(async () => {
    const { status } = await post(site, '/sign-out', {}, { Cookie: one })
    if (status >= 500) throw new Error('The list was not written.')
  })
  await mkdir(join(folder, 'later'))
  const left = await post(site, '/sign-out', {}, { Cookie: two })
  const again = createSite({
    ...{ siteUrl, apiUrl: 'https://api.example', partners, assets: '', signIns: await open() },
  })
  const seen = async (Cookie: string) =>
    (await again.request('/partners', { headers: { Cookie } })).status

  assert.equal(left.status, 303)
  assert.deepEqual([await seen(one), await seen(two)], [303, 303])
})
