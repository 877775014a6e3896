import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it, test } from 'node:test'
import { Problem } from '@prmkit/contract'
import { diskFiles } from '../src/files/disk-files.ts'
import { s3Files } from '../src/files/s3-files.ts'
import { memoryFiles, type ByteRange, type FileStore } from '../src/index.ts'
import { startS3 } from './s3.ts'
import { act, register, testApp, traces, type Person, type TestApp } from './app.ts'

const pdf = new TextEncoder().encode('%PDF-1.7\n' + 'x'.repeat(5000))
const folder = await mkdtemp(join(tmpdir(), 'prmkit-files-'))
const bucket = await startS3()
after(() => Promise.all([rm(folder, { recursive: true }), bucket.close()]))

const stores: Record<string, () => Promise<FileStore>> = {
  memory: async () => memoryFiles(),
  'a folder': () => diskFiles(folder),
  'a bucket': () => s3Files(bucket.options),
}

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString()

async function announce(person: Person, more: object = {}) {
  const body = { name: 'Angebot.pdf', mediaType: 'application/pdf', size: pdf.length, ...more }
  return person.send('POST', '/files', { body })
}

/** Sends a request to the app or, where its address says so, to the store, and follows where it leads. */
async function send({ app }: TestApp, request: Request): Promise<Response> {
  if (!request.url.startsWith('https://api.example/')) return fetch(request)
  const answer = await app.fetch(request)
  const to = answer.status === 302 ? answer.headers.get('location') : undefined
  return to ? fetch(to, { headers: request.headers }) : answer
}

function put(
  app: TestApp,
  upload: { url: string; headers: Record<string, string> },
  bytes: BodyInit,
  headers = {},
) {
  const request = {
    method: 'PUT',
    headers: { ...upload.headers, ...headers },
    body: bytes,
    duplex: 'half',
  }
  return send(app, new Request(upload.url, request as RequestInit))
}

/** A file that is ready. */
async function uploaded(app: TestApp, person: Person, more: object = {}, bytes: BodyInit = pdf) {
  const { body: upload } = await announce(person, more)
  const sent = await put(app, upload, bytes)
  assert.ok(sent.ok, await sent.text())
  const { body: file } = await person.send('POST', `/files/${upload.file.id}/complete`)
  return file
}

for (const [name, open] of Object.entries(stores))
  describe(`files in ${name}`, () => {
    it('go in two steps, and come back whole and in parts under a signed address', async () => {
      const app = await testApp({ fileStore: await open() })
      const ada = await app.signIn('ada')
      const file = await uploaded(app, ada, { name: 'Ängebot "1".pdf' })
      const { body } = await ada.send('POST', `/files/${file.id}/download`)
      const get = (range?: string) =>
        send(app, new Request(body.url, range ? { headers: { range } } : {}))
      const whole = await get()

      assert.equal(file.status, 'ready')
      assert.deepEqual(new Uint8Array(await whole.arrayBuffer()), pdf)
      assert.equal(whole.headers.get('content-type'), 'application/pdf')
      assert.equal(
        whole.headers.get('content-disposition'),
        `attachment; filename="_ngebot _1_.pdf"; filename*=UTF-8''%C3%84ngebot%20%221%22.pdf`,
      )
      for (const [range, expected] of [
        ['bytes=0-3', '%PDF'],
        ['bytes=5008-', 'x'],
      ] as const) {
        const part = await get(range)
        assert.deepEqual([part.status, await part.text()], [206, expected], range)
        assert.match(part.headers.get('content-range') ?? '', /^bytes \d+-\d+\/5009$/)
      }
      assert.equal((await get('bytes=6000-')).status, 416)
    })

    it('that are larger, smaller or broken off are refused and leave nothing', async () => {
      const fileStore = await open()
      const app = await testApp({ fileStore })
      const ada = await app.signIn('ada')
      const { body: upload } = await announce(ada)
      const broken = new ReadableStream({
        start(controller) {
          controller.enqueue(pdf.subarray(0, 100))
          controller.error(new Error('cut'))
        },
      })
      const chunks = new ReadableStream({
        pull(controller) {
          controller.enqueue(new Uint8Array(4000))
        },
      })

      for (const bytes of [new Uint8Array(pdf.length + 1), chunks, pdf.subarray(1), broken]) {
        const answer = await put(app, upload, bytes as BodyInit).catch(() => undefined)
        assert.ok(!answer?.ok)
      }
      const complete = await ada.send('POST', `/files/${upload.file.id}/complete`)

      assert.equal(await fileStore.get(upload.file.id), undefined)
      assert.deepEqual([complete.status, complete.body.code], [422, 'upload-rejected'])
      assert.ok((await put(app, upload, pdf)).ok)
    })

    it('that are sent late change nothing of what was checked', async () => {
      const app = await testApp({ fileStore: await open() })
      const ada = await app.signIn('ada')
      const { body: upload } = await announce(ada)
      await put(app, upload, pdf)
      await ada.send('POST', `/files/${upload.file.id}/complete`)

      await put(app, upload, new Uint8Array(pdf.length))

      const { body } = await ada.send('POST', `/files/${upload.file.id}/download`)
      assert.deepEqual(
        new Uint8Array(await (await send(app, new Request(body.url))).arrayBuffer()),
        pdf,
      )
    })

    it('appear whole, in parts, and gone', async () => {
      const store = await open()
      const large = new Uint8Array(11_000_000).fill(7)
      const read = async (range?: ByteRange) => {
        const kept = await store.get('file_large', range)
        const length = (await new Response(kept?.bytes).arrayBuffer()).byteLength
        return [kept?.size, length]
      }
      const refused = store.put('file_large', new Blob([large]).stream(), async () => {
        throw new Error('not now')
      })
      await assert.rejects(refused, /not now/)
      assert.equal(await store.get('file_large'), undefined)

      await store.put('file_large', new Blob([large]).stream(), (appear) => appear())

      assert.deepEqual(await read(), [11_000_000, 11_000_000])
      assert.deepEqual(await read({ first: 10_999_998, last: 10_999_999 }), [11_000_000, 2])
      await store.put('file_large', new Blob([]).stream())
      assert.deepEqual(await read(), [0, 0])
      await store.remove('file_large')
      assert.equal(await store.get('file_large'), undefined)
    })

    it('that nobody names are removed by their age, a few at a time', async () => {
      const store = await open()
      const ids = ['lost_a', 'lost_b', 'lost_c', 'named']
      for (const id of ids) await store.put(id, new Blob([id]).stream())
      const collectAll = async (before: string) => {
        for (let turn = 0; turn < 20; turn++)
          await store.collect(before, 2, async (found) => found.filter((id) => /lost/.test(id)))
        const left = await Promise.all(ids.map((id) => store.get(id)))
        return ids.filter((_, place) => left[place])
      }

      assert.deepEqual(await collectAll('2000-01-01T00:00:00.000Z'), ids)
      assert.deepEqual(await collectAll(tomorrow()), ['named'])
    })

    it('that nothing uses are collected with their bytes after a day', async () => {
      const fileStore = await open()
      const app = await testApp({ fileStore })
      const ada = await app.signIn('ada')
      const [orphan, kept] = [await uploaded(app, ada), await uploaded(app, ada)]
      await register(ada, { fileIds: [kept.id] })

      app.time.now += 25 * 3_600_000
      await app.app.tick()

      assert.equal(await fileStore.get(orphan.id), undefined)
      assert.notEqual(await fileStore.get(kept.id), undefined)
      assert.equal((await (await app.signIn('ada')).send('GET', `/files/${orphan.id}`)).status, 404)
    })
  })

describe('a file that goes through the server', () => {
  it('comes with headers that let no browser run it', async () => {
    const app = await testApp()
    const ada = await app.signIn('ada')
    const file = await uploaded(app, ada)
    const { body } = await ada.send('POST', `/files/${file.id}/download`)
    const answer = await send(app, new Request(body.url))
    const get = (range: string) => send(app, new Request(body.url, { headers: { range } }))

    assert.equal((await get('lines=1-2')).status, 200)
    assert.equal(await (await get('bytes=-2')).text(), 'xx')
    assert.equal(await (await get('bytes=5007-9999')).text(), 'xx')
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/)
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment/)
  })

  it('is refused with the reason where it is larger, smaller or broken off', async () => {
    const app = await testApp()
    const { body: upload } = await announce(await app.signIn('ada'))
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(pdf.subarray(0, 100))
        controller.error(new Error('cut'))
      },
    })
    const codes = []
    for (const bytes of [new Uint8Array(pdf.length + 1), pdf.subarray(1), broken]) {
      const answer = await put(app, upload, bytes)
      codes.push(((await answer.json()) as { code: string }).code)
    }

    assert.deepEqual(codes, ['payload-too-large', 'upload-rejected', 'upload-rejected'])
  })
})

describe('a file in a bucket', () => {
  it('goes there and comes from there without this server, for minutes', async () => {
    const app = await testApp({ fileStore: await s3Files(bucket.options) })
    const ada = await app.signIn('ada')
    const { body: upload } = await announce(ada)
    assert.match(upload.url, /^http:\/\/127\.0\.0\.1.*\/uploads\/.*X-Amz-Expires=300/)
    assert.deepEqual(upload.headers, { 'content-type': 'application/pdf' })
    const wrong = await put(app, upload, pdf, { 'content-type': 'text/html' })
    assert.equal(wrong.status, 403)
    assert.ok((await put(app, upload, pdf)).ok)
    await ada.send('POST', `/files/${upload.file.id}/complete`)
    const { body: link } = await ada.send('POST', `/files/${upload.file.id}/download`)

    const answer = await app.app.fetch(new Request(link.url))

    assert.equal(answer.status, 302)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer')
    const location = answer.headers.get('location') ?? ''
    assert.match(location, /^http:\/\/127\.0\.0\.1.*\/files\/.*X-Amz-Expires=300/)
    assert.match(location, /response-content-disposition=attachment/)
    assert.equal(
      (await fetch(location.replace(/X-Amz-Signature=./, 'X-Amz-Signature='))).status,
      403,
    )
  })

  it('is the same to every server that finds the bucket, and a missing one is told', async () => {
    const { storageId } = await s3Files(bucket.options)
    assert.ok(storageId)
    assert.equal((await s3Files(bucket.options)).storageId, storageId)
    assert.notEqual((await s3Files({ ...bucket.options, prefix: '' })).storageId, storageId)
    await assert.rejects(
      s3Files({ ...bucket.options, bucket: 'nobodys' }),
      /nobodys cannot be used/,
    )
  })
})

describe('a file', () => {
  it('of another type than its name promises, or a program, is rejected with the reason', async () => {
    const app = await testApp()
    const ada = await app.signIn('ada')
    const bytes = (text: string) => new TextEncoder().encode(text)
    const cases: [string, Uint8Array<ArrayBuffer>][] = [
      ['a.pdf', bytes('not a pdf')],
      ['a.png', bytes('%PDF-1.7')],
      ['a.txt', bytes('#!/bin/sh\nrm -rf /')],
      ['a.txt', bytes(' <!DOCTYPE html><script>')],
      ['a.csv', bytes('a;b\0c')],
      ['a.zip', bytes('MZ\u0090')],
    ]
    for (const [name, content] of cases) {
      const file = await uploaded(app, ada, { name, size: content.length }, content)
      assert.equal(file.status, 'rejected', name)
      assert.ok(file.statusReason)
      const download = await ada.send('POST', `/files/${file.id}/download`)
      assert.deepEqual([download.status, download.body.code], [409, 'state-conflict'])
    }
  })

  it('gets its type from its name, whatever the operating system calls it', async () => {
    const app = await testApp()
    const ada = await app.signIn('ada')
    const declared = {
      'prices.csv': 'application/vnd.ms-excel',
      'bom.ZIP': 'application/x-zip-compressed',
      'office.docx': 'application/octet-stream',
      'offer.rtf': 'application/msword',
      'mail.eml': 'message/rfc822',
    }
    const types = []
    for (const [name, mediaType] of Object.entries(declared)) {
      const { body } = await announce(ada, { name, mediaType })
      assert.equal(body.headers['content-type'], body.file.mediaType)
      types.push(body.file.mediaType)
    }

    assert.deepEqual(types, [
      'text/csv',
      'application/zip',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/rtf',
      'message/rfc822',
    ])
  })

  it('is refused at once for its size, type or name', async () => {
    const app = await testApp()
    const ada = await app.signIn('ada')
    const pointer = async (more: object) => (await announce(ada, more)).body.errors?.[0].pointer

    assert.equal(await pointer({ size: 25_000_001 }), '/size')
    assert.equal(await pointer({ size: -1 }), '/size')
    assert.equal(await pointer({ mediaType: 'text/html' }), '/mediaType')
    for (const name of [
      'a.exe',
      'no ending',
      'a.docm',
      'a.pdf.js',
      'page.HTML',
      'x.svg',
      'a.exe\u202e',
      'a.bat ',
      '',
      'a\0b.pdf',
      'x'.repeat(256),
    ])
      assert.equal(await pointer({ name }), '/name', name)
  })

  it('is refused where its user or partner has too many already, until some are gone', async () => {
    const limits = {
      ...{ requestsPerMinute: 1000, customersPerHour: 1000 },
      unusedFiles: { files: 2, bytes: 10 },
      partnerFiles: { files: 3, bytes: 100 },
    }
    const app = await testApp({ limits })
    const [ada, sam, sol] = [
      await app.signIn('ada'),
      await app.signIn('sam'),
      await app.signIn('sol'),
    ]
    const announced = async (person: Person, size: number) => {
      const { status, body } = await announce(person, { size })
      return [status, body.errors?.[0].pointer]
    }

    assert.deepEqual(await announced(ada, 11), [422, '/size'])
    const { body: first } = await announce(ada, { size: 4 })
    assert.deepEqual(await announced(ada, 7), [422, '/size'])
    assert.deepEqual(await announced(ada, 6), [201, undefined])
    assert.deepEqual(await announced(ada, 0), [422, '/name'])
    assert.deepEqual(await announced(sam, 1), [201, undefined])
    assert.deepEqual(await announced(sam, 1), [422, '/name'])
    assert.deepEqual(await announced(sol, 1), [201, undefined])
    await ada.send('DELETE', `/files/${first.file.id}`)
    assert.deepEqual(await announced(sam, 1), [201, undefined])
  })

  it('of the vendor is answered again to the manager who repeats the request', async () => {
    const app = await testApp()
    const mona = await app.signIn('mona')
    const body = { name: 'a.txt', mediaType: 'text/plain', size: 2 }
    const send = () =>
      mona.send('POST', '/files', { body, headers: { 'idempotency-key': 'again' } })
    const [first, second] = [await send(), await send()]

    assert.deepEqual([first.status, second.status], [201, 201])
    assert.deepEqual(second.body, first.body)
  })

  it('is behind its signature: another file, method, time or text opens nothing', async () => {
    const app = await testApp()
    const ada = await app.signIn('ada')
    const [one, two] = [await uploaded(app, ada), await uploaded(app, ada)]
    const { url } = (await ada.send('POST', `/files/${one.id}/download`)).body
    const status = async (address: string, init?: RequestInit) =>
      (await app.app.fetch(new Request(address, init))).status
    const inAnHour = url.replace(/expires=\d+/, `expires=${app.time.now + 3_600_000}`)

    assert.equal(await status(url.replace(one.id, two.id)), 403)
    assert.equal(await status(inAnHour), 403)
    assert.equal(await status(url.replace(/signature=./, 'signature=')), 403)
    assert.equal(await status(url.split('?')[0]), 403)
    assert.equal(await status(url, { method: 'PUT', body: 'x' }), 403)
    app.time.now += 5 * 60_000 + 1
    assert.equal(await status(url), 410)
  })

  it('is another partner’s secret, also as evidence', async () => {
    const app = await testApp()
    const [ada, sol, mona] = [
      await app.signIn('ada'),
      await app.signIn('sol'),
      await app.signIn('mona'),
    ]
    const file = await uploaded(app, ada)
    for (const person of [sol, mona])
      for (const [method, path] of [
        ['GET', ''],
        ['POST', '/download'],
        ['POST', '/complete'],
        ['DELETE', ''],
      ] as const)
        assert.equal(
          (await person.send(method, `/files/${file.id}${path}`)).status,
          404,
          `${person.id} ${method} ${path}`,
        )
    const stolen = await sol.send('POST', '/deals', {
      body: { customer: { companyName: 'X' }, fileIds: [file.id] },
    })

    assert.ok(
      stolen.body.errors.some(
        (error: Record<string, string>) =>
          error['pointer'] === '/fileIds/0' && error['code'] === 'not-found',
      ),
    )
    await register(ada, { fileIds: [file.id] })
    assert.equal((await mona.send('GET', `/files/${file.id}`)).status, 200)
    assert.equal((await sol.send('GET', `/files/${file.id}`)).status, 404)
  })

  it('belongs to one record, cannot be deleted there, and is free again once taken away', async () => {
    const app = await testApp()
    const ada = await app.signIn('ada')
    const file = await uploaded(app, ada)
    const [one, two] = [await register(ada), await register(ada)]
    const attach = (deal: { id: string; revision: number }) =>
      ada.send('POST', `/deals/${deal.id}/attachments`, {
        body: { fileId: file.id },
        headers: { 'if-match': `"${deal.revision}"` },
      })

    const attached = await attach(one)
    assert.deepEqual([attached.status, attached.body.attachments[0].name], [200, 'Angebot.pdf'])
    assert.equal((await attach(two)).body.errors[0].code, 'not-found')
    assert.equal((await ada.send('DELETE', `/files/${file.id}`)).status, 409)
    const detached = await ada.send('DELETE', `/deals/${one.id}/attachments/${file.id}`, {
      headers: { 'if-match': '"2"' },
    })
    assert.deepEqual([detached.status, detached.body.attachments], [200, []])
    assert.equal((await ada.send('DELETE', `/files/${file.id}`)).status, 204)
  })

  it('is held to the limits of the form', async () => {
    const app = await testApp()
    const ada = await app.signIn('ada')
    let deal = await register(ada)
    const codes = []
    for (let number = 0; number < 6; number++) {
      const { id: fileId } = await uploaded(app, ada)
      const headers = { 'if-match': `"${deal.revision}"` }
      const answer = await ada.send('POST', `/deals/${deal.id}/attachments`, {
        body: { fileId },
        headers,
      })
      codes.push(answer.body.errors?.[0].code ?? answer.status)
      if (answer.status === 200) deal = answer.body
    }

    assert.deepEqual(codes, [200, 200, 200, 200, 200, 'too-many'])
  })

  it('is evidence for an extension', async () => {
    const app = await testApp()
    const [ada, mona] = [await app.signIn('ada'), await app.signIn('mona')]
    const deal = await register(ada)
    const { body: reviewed } = await act(mona, deal, { action: 'start_review' })
    const { body: approved } = await act(mona, reviewed, {
      action: 'approve',
      protectedUntil: '2026-12-31',
    })
    const file = await uploaded(app, ada)
    const ask = {
      action: 'request_extension',
      until: '2027-01-31',
      text: 'Delayed',
      fileIds: [file.id],
    }
    const asked = await act(ada, approved, ask)

    assert.deepEqual([asked.status, asked.body.attachments.length], [200, 1])
    assert.equal((await mona.send('GET', `/files/${file.id}`)).status, 200)
  })
})

describe('a folder', () => {
  it('shows no half of a file', async () => {
    const files = await diskFiles(folder)
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    const putting = files.put('file_half', readable)
    await writer.write(pdf.subarray(0, 100))

    assert.equal(await files.get('file_half'), undefined)
    await writer.abort(new Error('cut'))
    await assert.rejects(putting)
    assert.ok(!(await readdir(folder)).some((name) => name.startsWith('file_half')))
  })

  it('keeps what was there when new bytes may not appear', async () => {
    const files = await diskFiles(folder)
    const bytes = (text: string) => new Response(text).body!
    const read = async () => new Response((await files.get('file_kept'))?.bytes).text()
    await files.put('file_kept', bytes('good'))
    const refused = files.put('file_kept', bytes('late'), () => Promise.reject(new Error('no')))
    await assert.rejects(refused, /no/)

    assert.equal(await read(), 'good')
    assert.ok(!(await readdir(folder)).some((name) => name.startsWith('file_kept.')))
    // A decision may have to begin anew.
    await files.put('file_kept', bytes('more'), async (appear) => {
      await appear()
      await appear()
    })
    assert.equal(await read(), 'more')
  })

  it('keeps to itself: an id is never a path', async () => {
    const files = await diskFiles(folder)
    for (const id of ['../secret', 'a/b', '', '.', 'a\0b'])
      await assert.rejects(files.get(id), /no name/)
  })

  it('is the same folder for every server that opens it', async () => {
    const [one, two] = [await diskFiles(folder), await diskFiles(folder)]

    assert.equal(one.storageId, two.storageId)
  })
})

test('bytes that arrive after the check do not take the place of those that were checked', async () => {
  const app = await testApp({ fileStore: await diskFiles(folder) })
  const ada = await app.signIn('ada')
  const { body: upload } = await announce(ada, { name: 'a.txt', mediaType: 'text/plain', size: 4 })
  const slow = new TransformStream<Uint8Array, Uint8Array>()
  const writer = slow.writable.getWriter()
  const late = put(app, upload, slow.readable)
  await writer.write(new TextEncoder().encode('MZ'))

  await put(app, upload, 'good')
  const { body: file } = await ada.send('POST', `/files/${upload.file.id}/complete`)
  await writer.write(new TextEncoder().encode('xx'))
  await writer.close()

  assert.equal(file.status, 'ready')
  assert.equal((await late).status, 409)
  const { body: link } = await ada.send('POST', `/files/${file.id}/download`)
  assert.equal(await (await app.app.fetch(new Request(link.url))).text(), 'good')
})

test('bytes that are all there but not published when the check comes are refused, too', async () => {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>()
  const files = memoryFiles()
  let puts = 0
  const fileStore: FileStore = {
    ...files,
    put: (id, bytes, publish) =>
      files.put(id, bytes, async (appear) => {
        puts += 1
        if (puts === 2) {
          reach()
          await held
        }
        await publish?.(appear)
      }),
  }
  const app = await testApp({ fileStore })
  const ada = await app.signIn('ada')
  const { body: upload } = await announce(ada, { name: 'a.txt', mediaType: 'text/plain', size: 4 })
  await put(app, upload, 'good')
  const late = put(app, upload, 'MZxx')
  await reached
  const { body: file } = await ada.send('POST', `/files/${upload.file.id}/complete`)
  letGo()

  assert.deepEqual([file.status, (await late).status], ['ready', 409])
  const { body: link } = await ada.send('POST', `/files/${file.id}/download`)
  assert.equal(await (await app.app.fetch(new Request(link.url))).text(), 'good')
})

test('a full disk is the server’s trouble, leaves nothing, and the upload can be repeated', async () => {
  const files = memoryFiles()
  let full = true
  const fileStore: FileStore = {
    ...files,
    async put(id, bytes, publish) {
      if (!full) return files.put(id, bytes, publish)
      await bytes.getReader().read()
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    },
  }
  const app = await testApp({ fileStore })
  const ada = await app.signIn('ada')
  const { body: upload } = await announce(ada, { name: 'a.txt', mediaType: 'text/plain', size: 4 })
  const before = await traces(app)
  const answer = await put(app, upload, 'good')
  const problem = Problem.parse(await answer.json())

  assert.deepEqual([answer.status, problem.code], [503, 'unavailable'])
  assert.ok(Number(answer.headers.get('retry-after')) > 0)
  const { body: early } = await ada.send('POST', `/files/${upload.file.id}/complete`)
  assert.equal(early.code, 'upload-rejected')
  assert.equal(await traces(app), before)
  full = false
  assert.equal((await put(app, upload, 'good')).status, 204)
  assert.equal((await ada.send('POST', `/files/${upload.file.id}/complete`)).body.status, 'ready')
})

test('a HEAD request opens no bytes', async () => {
  const kept = memoryFiles()
  let opened = 0
  const fileStore = {
    ...kept,
    get: (...wanted: Parameters<typeof kept.get>) => (opened++, kept.get(...wanted)),
  }
  const app = await testApp({ fileStore })
  const ada = await app.signIn('ada')
  const file = await uploaded(app, ada)
  const { body: link } = await ada.send('POST', `/files/${file.id}/download`)
  const before = opened

  const head = await app.app.fetch(new Request(link.url, { method: 'HEAD' }))

  assert.deepEqual([head.status, head.headers.get('content-length')], [200, String(pdf.length)])
  assert.equal(opened, before)
})

test('a name that Windows would read as a program’s is refused', async () => {
  const ada = await (await testApp()).signIn('ada')
  for (const name of ['a.exe', 'a.exe.', 'a.exe..', 'a.exe .', 'a.EXE . .'])
    assert.equal((await announce(ada, { name })).body.errors?.[0].pointer, '/name', name)
})
