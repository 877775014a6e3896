import assert from 'node:assert/strict'
import { before, describe, it, test } from 'node:test'
import { badgeMaker } from '../src/badges/draw.ts'
import { products } from './badge-products.ts'
import { refusal } from './outside-verifier.ts'
import { anAward, seedAcademy } from './training-records.ts'
import { testApp, type Person, type TestApp } from './app.ts'
import { later } from './records.ts'

const day = 86_400_000
const publicUrl = 'https://partners.example'

/** The app with an academy and an award of Sam’s. */
async function withAward(options: object = { publicUrl, badges: badgeMaker() }, more: object = {}) {
  const app = await testApp(options)
  const now = new Date(app.time.now).toISOString()
  await app.store.write(async (tables) => {
    await seedAcademy(tables, now, [
      anAward({
        ...{ id: 'expert-sam', certificationId: 'expert', userId: 'sam', partnerId: 'north' },
        ...{ issuedAt: now, validUntil: later(now, 800 * day), ...more },
      }),
    ])
  })
  return { ...app, sam: await app.signIn('sam') }
}

const open = ({ app }: Pick<TestApp, 'app'>, url: string, more: RequestInit = {}) =>
  app.fetch(new Request(url, more))
const fetchJson = (app: Pick<TestApp, 'app'>) => async (url: string) => {
  const answer = await open(app, url)
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  return answer.json()
}

async function download(app: Pick<TestApp, 'app'>, { send }: Person, as: string) {
  const { status, body } = await send('POST', '/awards/expert-sam/download', { body: { as } })
  assert.equal(status, 200, JSON.stringify(body))
  return open(app, body.url)
}

describe('awards as Open Badges 3.0', () => {
  let app: Awaited<ReturnType<typeof withAward>>
  let signed: Record<string, unknown>
  const refused = (badge: object) => refusal(badge, fetchJson(app), app.time.now)
  /** The reasons for which each product refuses a badge; none where it accepts it. */
  const told = (badge: object, fetch = fetchJson(app), now = app.time.now) =>
    Promise.all(products.map((product) => product(badge, { publicUrl, fetch, now })))
  const allTell = (reasons: (string | undefined)[], why: RegExp) => {
    for (const reason of reasons) assert.match(reason ?? '', why)
  }

  before(async () => {
    app = await withAward()
    // A product asks this machine’s clock.
    app.time.now = Date.now()
    app.sam = await app.signIn('sam')
    signed = await (await download(app, app.sam, 'json')).json()
  })

  it('are accepted by software that shares no code with the signer, and by two products', async () => {
    assert.deepEqual(signed['type'], ['VerifiableCredential', 'OpenBadgeCredential'])
    // The schema of 1EdTech takes no proof that stands alone.
    assert.equal((signed['proof'] as object[]).length, 1)
    assert.equal((signed['issuer'] as { id: string }).id, 'did:web:partners.example')
    assert.equal(await refused(signed), undefined)
    assert.deepEqual(await told(signed), [undefined, undefined])
  })

  it('are refused when a word was changed or added, and after their end', async () => {
    const changed = { ...signed, name: 'Master' }
    const added = { ...signed, favouriteColour: 'blue' }
    assert.equal(await refused(changed), 'wrong signature')
    await assert.rejects(refused(added), /favouriteColour/)
    allTell(await told(changed), /signature/i)
    allTell(await told(added), /Safe mode|valid/i)
    const after = app.time.now + 801 * day
    assert.equal(await refusal(signed, fetchJson(app), after), 'expired')
    allTell(await told(signed, fetchJson(app), after), /after/)
  })

  it('are refused while the list of revoked badges cannot be reached (Bitstring Status List, 3.2)', async () => {
    const away = async (url: string) => {
      if (url.includes('/status/')) throw new Error('no connection')
      return fetchJson(app)(url)
    }
    await assert.rejects(refusal(signed, away, app.time.now), /no connection/)
    allTell(await told(signed, away), /no connection/)
  })

  it('stand in images and on a certificate to print', async () => {
    const png = Buffer.from(await (await download(app, app.sam, 'png')).arrayBuffer())
    const at = png.indexOf('iTXtopenbadgecredential\0')
    const inPng = png.subarray(at + 4 + 24, at + 4 + png.readUInt32BE(at - 4))
    assert.equal(png.subarray(1, 4).toString(), 'PNG')
    const baked = JSON.parse(inPng.toString())
    assert.equal(await refused(baked), undefined)
    const { default: sharp } = await import('sharp')
    const { width, format } = await sharp(png).metadata()
    assert.deepEqual([width, format], [600, 'png'])

    const svg = await (await download(app, app.sam, 'svg')).text()
    const [, inSvg = ''] = /<openbadges:credential><!\[CDATA\[(.*?)\]\]>/s.exec(svg) ?? []
    assert.equal(await refused(JSON.parse(inSvg)), undefined)
    assert.equal((await sharp(Buffer.from(svg)).metadata()).format, 'svg')

    const pdf = await download(app, app.sam, 'pdf')
    assert.equal(pdf.headers.get('content-type'), 'application/pdf')
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const document = await getDocument({ data: new Uint8Array(await pdf.arrayBuffer()) }).promise
    const { items } = await (await document.getPage(1)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ')
    for (const words of ['Sam Seller', 'Expert', 'Fluxwerk', 'Nordwind Systems', 'credentials/'])
      assert.ok(text.includes(words), `${words} is not in: ${text}`)
  })

  it('are taken at an address that is signed, ends soon, and is for those who see the award', async () => {
    const { body } = await app.sam.send('POST', '/awards/expert-sam/download', {
      body: { as: 'svg' },
    })
    const other = body.url.replace('as=svg', 'as=json')
    assert.equal((await open(app, other)).status, 403)
    app.time.now += 6 * 60_000
    assert.equal((await open(app, body.url)).status, 410)
    app.time.now -= 6 * 60_000
    const sol = await app.signIn('sol')
    const path = '/awards/expert-sam/download'
    assert.equal((await sol.send('POST', path, { body: { as: 'json' } })).status, 404)
  })

  it('stay right when another key signs', async () => {
    app.time.now += 366 * day
    const newer = await (await download(app, await app.signIn('sam'), 'json')).json()
    assert.notEqual(
      newer.proof[0].verificationMethod,
      (signed['proof'] as { verificationMethod: string }[])[0]!.verificationMethod,
    )
    assert.deepEqual([await refused(signed), await refused(newer)], [undefined, undefined])
    app.time.now -= 366 * day
  })

  it('are refused once the vendor takes the award back, which then gives none', async () => {
    const mona = await app.signIn('mona')
    const { body } = await mona.send('GET', '/awards/expert-sam')
    const revoked = await mona.send('POST', '/awards/expert-sam/actions', {
      body: { action: 'revoke', reason: { code: 'other', text: 'Cheated.' } },
      headers: { 'if-match': `"${body.revision}"` },
    })
    assert.equal(revoked.status, 200, JSON.stringify(revoked.body))

    assert.equal(await refused(signed), 'revoked')
    allTell(await told(signed), /revoked/)
    const answer = await app.sam.send('POST', '/awards/expert-sam/download', {
      body: { as: 'json' },
    })
    assert.equal(answer.body.code, 'state-conflict')
  })
})

test('a server without a domain signs as did:key, whose badges stay right when another key signs', async () => {
  const app = await withAward({ badges: badgeMaker() })
  const badge = await (await download(app, app.sam, 'json')).json()
  app.time.now += 366 * day
  const newer = await (await download(app, await app.signIn('sam'), 'json')).json()

  assert.match(badge.issuer.id, /^did:key:z6Mk/)
  assert.notEqual(newer.issuer.id, badge.issuer.id)
  for (const one of [badge, newer])
    assert.equal(await refusal(one, fetchJson(app), app.time.now), undefined)
  assert.equal((await open(app, 'https://api.example/.well-known/did.json')).status, 404)
})

test('a badge of the last hour of a year is dated by the vendor’s clock', async () => {
  const issuedAt = '2026-12-31T23:30:00.000Z'
  const app = await withAward(undefined, { issuedAt, validUntil: '2028-01-01T22:59:59.999Z' })
  app.time.now = Date.parse(issuedAt)
  const sam = await app.signIn('sam')
  const badge = await (await download(app, sam, 'json')).json()

  assert.equal(badge.validFrom, issuedAt)
  assert.equal(await refusal(badge, fetchJson(app), app.time.now), undefined)
  assert.equal(await refusal(badge, fetchJson(app), app.time.now - 1), 'not valid yet')
  await sam.send('POST', '/awards/expert-sam/sharing', { body: { shows: 'award' } })
  const page = await (await open(app, badge.id)).text()
  assert.match(page, /Issued on 1 January 2027/)
  assert.match(page, /Valid until 1 January 2028/)
  for (const after of [0, 1]) {
    app.time.now = Date.parse('2028-01-01T22:59:59.999Z') + after
    assert.equal(await refusal(badge, fetchJson(app), app.time.now), after ? 'expired' : undefined)
  }
})

test('the public page says only what the holder allows', async () => {
  const app = await withAward()
  const award = (await app.sam.send('GET', '/awards/expert-sam')).body
  const share = async (person: Person, shows: string) =>
    person.send('POST', '/awards/expert-sam/sharing', { body: { shows } })
  const guessed = await open(app, `${publicUrl}/credentials/AAAAAAAAAAAAAAAAAAAAAA`)
  const hidden = await open(app, award.verifyUrl)
  assert.deepEqual([award.shows, hidden.status, guessed.status], ['nothing', 404, 404])
  assert.equal(await hidden.text(), await guessed.text())
  assert.equal((await open(app, `${award.verifyUrl}/badge`)).status, 404)

  assert.equal((await share(await app.signIn('ada'), 'holder')).body.code, 'forbidden')
  assert.equal((await share(app.sam, 'award')).body.shows, 'award')
  const nameless = await open(app, award.verifyUrl, { headers: { 'accept-language': 'de' } })
  const text = await nameless.text()
  assert.match(text, /<html lang="de"/)
  assert.match(text, /Dieses Zertifikat ist gültig/)
  assert.doesNotMatch(text, /Sam Seller|Nordwind|<script/)
  const badge = await (await open(app, `${award.verifyUrl}/badge`)).text()
  assert.doesNotMatch(badge, /Sam Seller/)
  assert.equal(await refusal(JSON.parse(badge), fetchJson(app), app.time.now), undefined)
  const { headers } = nameless
  assert.match(
    headers.get('content-security-policy') ?? '',
    /^default-src 'none'; style-src 'sha256-/,
  )
  assert.deepEqual(
    [headers.get('x-robots-tag'), headers.get('set-cookie'), headers.get('cache-control')],
    ['noindex, nofollow', null, 'no-store'],
  )

  await share(app.sam, 'holder')
  assert.match(await (await open(app, award.verifyUrl)).text(), /Sam Seller.*Nordwind Systems/)
  app.time.now += 801 * day
  assert.match(await (await open(app, award.verifyUrl)).text(), /This certificate has expired/)
})

test('a page that was changed in the store is told as not right', async () => {
  const real = badgeMaker()
  const badges = {
    ...real,
    sign: async (...of: Parameters<typeof real.sign>) => ({
      ...(await real.sign(...of)),
      name: 'Forged',
    }),
  }
  const app = await withAward({ publicUrl, badges })
  await app.sam.send('POST', '/awards/expert-sam/sharing', { body: { shows: 'award' } })
  const { verifyUrl } = (await app.sam.send('GET', '/awards/expert-sam')).body

  assert.match(await (await open(app, verifyUrl)).text(), /its signature is not right/)
})

test('without a library badges are signed all the same, and not drawn', async () => {
  const app = await withAward({ publicUrl })
  const badge = await (await download(app, app.sam, 'json')).json()
  const { plainMaker } = await import('../src/badges/plain-maker.ts')
  const document = await fetchJson(app)(`${publicUrl}/.well-known/did.json`)
  const fault = (one: typeof badge) =>
    plainMaker().fault(one, document, new Date(app.time.now).toISOString())

  assert.equal(badge.proof[0].cryptosuite, 'eddsa-jcs-2022')
  assert.equal(await fault(badge), undefined)
  assert.match((await fault({ ...badge, name: 'Master' })) ?? '', /signature is not right/)
  const answer = await app.sam.send('POST', '/awards/expert-sam/download', { body: { as: 'pdf' } })
  assert.deepEqual([answer.body.code, answer.body.errors[0].pointer], ['validation-failed', '/as'])
})
