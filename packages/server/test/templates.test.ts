import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import { childPerformer } from '../src/background/child-performer.ts'
import { memoryFiles, type FileSource } from '../src/index.ts'
import { testApp, type Answer, type Person, type TestApp } from './app.ts'
import { hugePng } from './sample-files.ts'

const host = 'https://files.acme.example'

const zones = `<text data-zone="headline" data-label="Headline" data-max-length="20" x="20" y="60" font-size="40">Your <tspan font-weight="700">headline</tspan></text>
<rect data-zone="logo" data-label="Your logo" x="20" y="100" width="160" height="80" fill="none"/>`
const template = (more = '', ground = '#ffffff') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200" fill="${ground}"/>${zones}${more}</svg>`

const bomb = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`
const files: Record<string, string> = {
  'card.svg': template(),
  'dark.svg': template('', '#102030'),
  'script.svg': template('<script>alert(1)</script>'),
  'entity.svg': bomb + template('<text>&b;</text>'),
  'outside.svg': template('<image href="https://evil.example/track.png" width="9" height="9"/>'),
  'plain.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>',
}

/** A logo of one colour with a transparent edge. */
const logo = (background: string) =>
  sharp({ create: { width: 80, height: 40, channels: 4, background } })
    .extend({ top: 4, bottom: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png()
    .toBuffer()

describe('a template', () => {
  let app: TestApp
  let ada: Person
  const performer = childPerformer({ time: 20_000, processes: 1 })
  const ids: Record<string, string> = {}
  const fileSource: FileSource = {
    allows: (url) => url.startsWith(host),
    open: async (url) => new Blob([files[url.slice(host.length + 1)]!]).stream(),
  }

  before(async () => {
    app = await testApp({ fileSource, fileStore: memoryFiles(), performer })
    ada = await app.signIn('ada')
    const rows = Object.keys(files).map((name) => ({
      ...{ key: name, texts: { en: { title: `Card ${name}`, fileUrl: `${host}/${name}` } } },
    }))
    const { body } = await app.vendorBackend('POST', '/assets/bulk', { body: { rows } })
    for (const { key, id } of body.rows) ids[key] = id
    for (let left = 1; left > 0;) {
      await app.app.tick()
      const { waiting, running } = await app.store.read.work.count()
      left = waiting + running
      if (left > 0) await new Promise((resolve) => setImmediate(resolve))
    }
  })
  after(async () => {
    app.app.close()
    await performer.close()
  })

  const preview = async (name: string) =>
    (await ada.send('GET', `/assets/${ids[name]}/preview`)).body
  const render = (body: object, name = 'card.svg', person = ada) =>
    person.send('POST', `/assets/${ids[name]}/renderings`, { body })
  async function upload(bytes: Buffer, name = 'logo.png', person = ada): Promise<string> {
    const body = { name, mediaType: 'image/png', size: bytes.length }
    const { body: sent } = await person.send('POST', '/files', { body })
    const { url, headers, method } = sent
    await app.app.fetch(new Request(url, { method, headers, body: bytes as BodyInit }))
    await person.send('POST', `/files/${sent.file.id}/complete`)
    return sent.file.id
  }
  async function imageAt({ body }: Answer) {
    const taken = await app.app.fetch(new Request(body.url))
    const { data, info } = await sharp(await taken.arrayBuffer())
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const colour = (x: number, y: number) => [...data.subarray((y * 400 + x) * 3).subarray(0, 3)]
    return { taken, info, colour, data }
  }
  const faultsOf = ({ status, body }: Answer) => [
    status,
    ...(body.errors ?? []).map(({ pointer, code }: Record<string, string>) => [pointer, code]),
  ]

  it('tells its zones, in the words of the drawing', async () => {
    assert.deepEqual((await preview('card.svg')).zones, [
      {
        ...{ name: 'headline', kind: 'text', label: 'Headline', maxLength: 20 },
        text: 'Your headline',
      },
      { name: 'logo', kind: 'logo', label: 'Your logo' },
    ])
    assert.equal((await preview('plain.svg')).zones, undefined)
  })

  it('becomes a PNG with words and a logo, which is saved under its title', async () => {
    const answer = await render({
      texts: { headline: 'Berg & <Söhne>' },
      logos: { logo: await upload(await logo('#c00000')) },
    })
    const { taken, info, colour, data } = await imageAt(answer)
    const other = await imageAt(await render({ texts: { headline: '' } }))

    assert.match(taken.headers.get('content-disposition') ?? '', /^attachment; filename="Card card/)
    assert.equal(taken.headers.get('content-type'), 'image/png')
    assert.equal(taken.headers.get('content-security-policy'), "default-src 'none'; sandbox")
    assert.deepEqual([info.width, info.height], [400, 200])
    assert.deepEqual(colour(100, 140), [0xc0, 0, 0])
    assert.deepEqual(other.colour(100, 140), [255, 255, 255])
    const inked = (pixels: Buffer) => pixels.subarray(0, 400 * 80 * 3).some((byte) => byte < 128)
    assert.deepEqual([inked(data), inked(other.data)], [true, false])
  })

  it('takes words from right to left, with their last sign on the left', async () => {
    const ends = async (headline: string) => {
      const { data } = await imageAt(await render({ texts: { headline } }))
      const row = (x: number) =>
        Array.from({ length: 80 }, (_, y) => data[(y * 400 + x) * 3]!).some((byte) => byte < 128)
      return Array.from({ length: 400 }, (_, x) => row(x)).indexOf(true)
    }

    // A full stop is narrower than a letter, so that the words begin elsewhere where it stands first.
    assert.notEqual(await ends('مرحبا'), await ends('مرحبا.....'))
  })

  it('refuses words that are too long, zones that are not there, and files of others', async () => {
    const sol = await app.signIn('sol')
    const foreign = await upload(await logo('#c00000'), 'logo.png', sol)
    const answer = await render({
      texts: { headline: 'x'.repeat(21), footer: 'x' },
      logos: { logo: foreign, headline: foreign },
    })

    assert.deepEqual(faultsOf(answer), [
      422,
      ['/texts/headline', 'too-long'],
      ['/texts/footer', 'unknown-field'],
      ['/logos/logo', 'not-found'],
      ['/logos/headline', 'unknown-field'],
    ])
    assert.equal((await render({ texts: { headline: 'a\nb' } })).status, 422)
  })

  it('refuses a logo that hardly stands out from its ground, and takes it on another', async () => {
    const pale = { logos: { logo: await upload(await logo('#ffe680')) } }
    const answer = await render(pale)

    assert.deepEqual(faultsOf(answer), [422, ['/logos/logo', 'too-small']])
    assert.match(answer.body.errors[0].detail, /contrast of 1\.\d to 1 .* at least 3 to 1/)
    assert.equal((await render(pale, 'dark.svg')).status, 200)
    const white = await render({ logos: { logo: await upload(await logo('#ffffff')) } })
    assert.match(white.body.errors[0].detail, /contrast of 1\.0 to 1/)
  })

  it('opens no giant image, no drawing and nothing broken as a logo', async () => {
    const refused = async (bytes: Buffer, name?: string) =>
      faultsOf(await render({ logos: { logo: await upload(bytes, name) } }))
    const broken = Buffer.from((await logo('#c00000')).subarray(0, 60))
    const drawing = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    )

    assert.deepEqual(await refused(hugePng(16_000)), [422, ['/logos/logo', 'too-big']])
    assert.deepEqual(await refused(broken), [422, ['/logos/logo', 'invalid-type']])
    assert.deepEqual(await refused(drawing), [422, ['/logos/logo', 'not-ready']])
    const announced = { name: 'logo.svg', mediaType: 'image/svg+xml', size: 90 }
    assert.equal((await ada.send('POST', '/files', { body: announced })).status, 422)
  })

  it('is none where it has a script, an entity or something from elsewhere', async () => {
    for (const name of ['script.svg', 'entity.svg', 'outside.svg', 'plain.svg']) {
      assert.equal((await preview(name)).zones, undefined, name)
      const { status, body } = await render({ texts: {} }, name)
      assert.deepEqual([status, body.detail], [409, 'The asset is no template.'], name)
    }
  })

  it('counts as taken, and is not rendered by somebody who only looks on', async () => {
    const use = async () => {
      const { body } = await app.vendorBackend('GET', '/asset-use')
      return body.items.find(({ id }: { id: string }) => id === ids['dark.svg'])?.downloads ?? 0
    }
    const before = await use()
    await render({}, 'dark.svg')

    assert.equal(await use(), before + 1)
    const mona = await app.signIn('mona', { partnerId: 'north', viewAs: true })
    assert.equal((await render({}, 'dark.svg', mona)).status, 403)
  })
})
