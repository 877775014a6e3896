import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { memoryFiles, type FileSource } from '../src/index.ts'
import { FetchError } from '../src/files/file-source.ts'
import { testApp, type Person, type TestApp } from './app.ts'
import { mp4, pdf } from './sample-files.ts'

const address = 'https://files.acme.example/decks/Night%20flow.pdf?v=1'

/** The hosts of the vendor, with what stands there by address. */
function hosts(files: Record<string, Buffer | string>) {
  const asked: string[] = []
  const fileSource: FileSource = {
    allows: (url) => url.startsWith('https://files.acme.example/'),
    async open(url) {
      asked.push(url)
      const found = files[url]
      if (found === undefined) throw new FetchError('The host answered 404.')
      return new Blob([found as BlobPart]).stream()
    },
  }
  return { asked, files, fileSource }
}

const bring = async (app: TestApp, row: object) => {
  const { body } = await app.vendorBackend('POST', '/assets/bulk', {
    body: { rows: [{ key: 'k1', ...row }] },
  })
  await app.app.tick()
  return body.rows[0]
}

async function send(app: TestApp, person: Person, name: string, bytes: Uint8Array | string) {
  const whole = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  const body = { name, mediaType: 'application/octet-stream', size: whole.length }
  const { body: upload } = await person.send('POST', '/files', { body })
  const { url, headers, method } = upload
  const request = { method, headers, body: whole as BodyInit }
  assert.equal((await app.app.fetch(new Request(url, request))).status, 204)
  return (await person.send('POST', `/files/${upload.file.id}/complete`)).body
}

describe('files of the vendor', () => {
  it('come by their address after the request, once, with a new address as a new version', async () => {
    const next = address.replace('v=1', 'v=2')
    const { asked, fileSource } = hosts({ [address]: pdf(['One']), [next]: pdf(['Two']) })
    const app = await testApp({ fileSource })
    const ada = await app.signIn('ada')
    const texts = (fileUrl: string, title = 'Night flow') => ({ texts: { en: { title, fileUrl } } })
    const { id, result } = await bring(app, texts(address))
    const asset = async () => (await ada.send('GET', `/assets/${id}`)).body

    assert.equal(result, 'created')
    const { type, mediaType, size, version } = await asset()
    assert.deepEqual(
      [type, mediaType, size, version],
      ['document', 'application/pdf', pdf(['One']).length, 1],
    )
    const { body: link } = await ada.send('POST', `/assets/${id}/download`, { body: {} })
    const taken = await app.app.fetch(new Request(link.url))
    assert.deepEqual(Buffer.from(await taken.arrayBuffer()), pdf(['One']))
    assert.equal((await bring(app, texts(address))).result, 'unchanged')
    assert.equal((await bring(app, texts(address, 'Flow at night'))).result, 'changed')
    assert.deepEqual([asked, (await asset()).version], [[address], 1])
    await bring(app, texts(next))
    assert.deepEqual([asked, (await asset()).version], [[address, next], 2])
  })

  it('that do not come are told among the jobs, and taken when they are sent again', async () => {
    const { asked, files, fileSource } = hosts({})
    const app = await testApp({ fileSource })
    const ada = await app.signIn('ada')
    const row = { texts: { en: { title: 'Night flow', fileUrl: address } } }
    const { id } = await bring(app, row)
    const early = await ada.send('POST', `/assets/${id}/download`, { body: {} })
    await app.app.tick()
    const { items } = await app.store.read.work.list({ status: ['failed'] }, { limit: 5 })

    assert.equal(early.status, 409)
    assert.equal(asked.length, 2)
    assert.match(items[0]?.problem ?? '', /Night%20flow.*answered 404/)
    const { body: preview } = await ada.send('GET', `/assets/${id}/preview`)
    assert.deepEqual([preview.kind, preview.reason], ['none', 'broken'])
    files[address] = '<html>no file</html>'
    assert.equal((await bring(app, row)).result, 'changed')
    await app.app.tick()
    const failed = await app.store.read.work.list({ status: ['failed'] }, { limit: 5 })
    assert.match(failed.items.map(({ problem }) => problem).join(), /web page/)
    files[address] = pdf(['One'])
    assert.equal((await bring(app, row)).result, 'changed')
    assert.equal((await ada.send('POST', `/assets/${id}/download`, { body: {} })).status, 200)
  })

  it('are refused from other hosts and without the name of a file', async () => {
    const app = await testApp(hosts({}))
    const refused = async (fileUrl: string) => {
      const { result, errors } = await bring(app, { texts: { en: { title: 'x', fileUrl } } })
      return [result, errors?.[0].pointer, errors?.[0].detail]
    }
    const pointer = '/texts/en/fileUrl'

    assert.deepEqual(await refused('https://evil.example/a.pdf'), [
      ...['refused', pointer],
      'Files are not taken from this host. The vendor allows hosts with --file-hosts.',
    ])
    for (const path of ['a.exe', 'a', '', '%E0%A4.html'])
      assert.deepEqual(
        (await refused(`https://files.acme.example/${path}`)).slice(0, 2),
        ['refused', pointer],
        path,
      )
  })

  it('never run: a drawing and a name with line ends come as a plain download', async () => {
    const drawing = 'https://files.acme.example/a%0D%0Ab%00%2Fc.svg'
    const { fileSource } = hosts({ [drawing]: '<svg xmlns="http://www.w3.org/2000/svg"/>' })
    const app = await testApp({ fileSource })
    const ada = await app.signIn('ada')
    const row = { texts: { en: { title: 'Line\u2028end', fileUrl: drawing } } }
    const { id } = await bring(app, row)
    const { body: link } = await ada.send('POST', `/assets/${id}/download`, { body: {} })
    const { headers } = await app.app.fetch(new Request(link.url))

    assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="[ -!#-~]+\.svg"/)
    assert.equal(headers.get('content-security-policy'), "default-src 'none'; sandbox")
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
  })

  it('may be videos and plain drawings, which nobody else uploads', async () => {
    const fileStore = memoryFiles()
    const app = await testApp({ fileStore, limits: { vendorFileSize: 30_000_000 } })
    const [mona, ada] = [await app.signIn('mona'), await app.signIn('ada')]
    const film = await send(app, mona, 'film.mp4', mp4('avc1', 3))
    const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`
    const logo = await send(app, mona, 'logo.svg', svg('<rect/>'))
    const hostile = await send(app, mona, 'logo.svg', svg('<script>1</script>'))

    assert.deepEqual([film.status, film.mediaType], ['ready', 'video/mp4'])
    assert.deepEqual([logo.status, logo.mediaType], ['ready', 'image/svg+xml'])
    assert.equal(hostile.status, 'rejected')
    assert.match(hostile.statusReason, /script/)
    for (const name of ['film.mp4', 'logo.svg']) {
      const body = { name, mediaType: 'video/mp4', size: 1 }
      const answer = await ada.send('POST', '/files', { body })
      assert.equal(answer.body.errors[0].pointer, '/name')
    }
    const body = { name: 'a.mp4', mediaType: 'video/mp4', size: 30_000_001 }
    assert.equal((await mona.send('POST', '/files', { body })).body.errors[0].pointer, '/size')
    const asset = await bring(app, { texts: { en: { title: 'Film', fileId: film.id } } })
    assert.equal(asset.result, 'created', JSON.stringify(asset))
    const { body: preview } = await ada.send('GET', `/assets/${asset.id}/preview`)
    assert.equal(preview.kind, 'video')
    const drawing = await send(app, ada, 'a.pdf', '%PDF-1.7')
    const stolen = await bring(app, {
      key: 'k2',
      texts: { en: { title: 'x', fileId: drawing.id } },
    })
    assert.equal(stolen.errors[0].code, 'not-found')
  })
})
