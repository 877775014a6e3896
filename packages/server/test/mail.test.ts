import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { smtpMail } from '../src/mail/smtp-mail.ts'
import { resources } from '../src/resources.ts'
import { seedAcademy } from './training-records.ts'
import { act, register, testApp, type Person, type TestApp } from './app.ts'

const approval = { action: 'approve', protectedUntil: '2027-02-01' }
const link = 'https://vendor.example/partners/{resource}?id={id}'

describe('mail', () => {
  let server: SMTPServer
  let got: string[]
  /** The codes that the mail server answers before it takes a message. */
  let codes: number[]
  let app: TestApp
  let ada: Person
  let mona: Person

  beforeEach(async () => {
    ;[got, codes] = [[], []]
    server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
      onData(stream, _session, done) {
        let text = ''
        stream.on('data', (part: Buffer) => (text += part.toString()))
        stream.on('end', () => {
          const code = codes.shift()
          if (code === undefined) got.push(text)
          done(
            code === undefined ? null : Object.assign(new Error('not now'), { responseCode: code }),
          )
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.server.address() as AddressInfo
    const url = `smtp://127.0.0.1:${port}`
    const texts = { en: { 'deal.returned': { subject: 'Our own words', text: '{name}: {link}' } } }
    app = await testApp({
      mail: { port: smtpMail({ url, from: 'desk@vendor.example' }), link, texts },
    })
    ;[ada, mona] = [await app.signIn('ada'), await app.signIn('mona')]
  })
  afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())))

  const decide = async (action: object) => {
    const deal = await register(ada)
    const started = await act(mona, deal, { action: 'start_review' })
    const { status, body } = await act(mona, started.body, action)
    assert.equal(status, 200, JSON.stringify(body))
    await app.app.tick()
    return deal
  }
  const jobs = async () => (await mona.send('GET', '/jobs')).body.items

  it('tells the owner of a decision once, with a link and a first name and nothing else', async () => {
    const deal = await decide(approval)
    await app.app.tick()

    assert.equal(got.length, 1)
    const [mail = ''] = got
    assert.match(mail, /^To: ada@north\.example\r$/m)
    assert.match(mail, /^From: desk@vendor\.example\r$/m)
    assert.match(mail, /^Subject: Your registration was approved\r$/m)
    assert.match(mail, /^Auto-Submitted: auto-generated\r$/m)
    const text = mail.replaceAll('=\r\n', '').replaceAll('=3D', '=')
    assert.ok(text.includes(`https://vendor.example/partners/deals?id=${deal.id}`), text)
    assert.match(text, /Hello Ada,/)
    for (const word of [deal.name, deal.customer.companyName, 'Admin', 'Nordwind'])
      assert.ok(!text.includes(word), `It names ${word}.`)
    assert.deepEqual((await jobs())[0].status, 'done')
  })

  it('tells who waits longest that a seat has become theirs, once, and nobody else', async () => {
    const now = new Date(app.time.now).toISOString()
    await app.store.write(async (tables) => {
      await seedAcademy(tables, now)
      const kiel = (await tables.classes.get('kiel'))!
      await tables.classes.put([{ ...kiel, seats: 1 }])
    })
    const people = [ada, await app.signIn('sam'), await app.signIn('sol')]
    for (const person of people) await person.send('POST', '/classes/kiel/booking')
    const place = await app.store.read.events.end()
    await ada.send('DELETE', '/classes/kiel/booking')
    await app.app.tick()
    await app.app.tick()

    assert.equal(got.length, 1)
    const text = got[0]!.replaceAll('=\r\n', '').replaceAll('=3D', '=')
    assert.match(text, /^To: sam@north\.example\r$/m)
    assert.match(text, /^Subject: You have a seat in a class\r$/m)
    assert.ok(text.includes('https://vendor.example/partners/classes?id=kiel\r\n'), text)
    const { events } = (await app.store.read.events.after(place, 10))!
    assert.deepEqual(
      events
        .filter(({ type }) => type === 'class.moved_up')
        .map(({ resourceId, ownerUserId }) => [resourceId, ownerUserId]),
      [['kiel', 'sam']],
    )

    // A seat that was given back before its message is sent is told of to the next one alone.
    await people[1]!.send('DELETE', '/classes/kiel/booking')
    await app.app.tick()
    assert.match(got[1] ?? '', /^To: sol@/m)
  })

  it('says the vendor’s own words where there are any', async () => {
    await decide({
      ...{ action: 'return', reason: { code: 'incomplete' } },
      ...{ respondUntil: '2026-12-20', editableFields: ['/lines'] },
    })

    assert.match(got[0] ?? '', /^Subject: Our own words\r$/m)
  })

  it('waits longer after each attempt that failed, and keeps the number of the message', async () => {
    codes = [451, 451]
    await decide(approval)
    const waiting = (await jobs())[0]
    assert.deepEqual(
      [got.length, waiting.status, waiting.problem],
      [0, 'waiting', 'The mail server answered 451.'],
    )
    app.time.now += 59_000
    await app.app.tick()
    assert.equal(codes.length, 1)
    app.time.now += 2000
    await app.app.tick()
    assert.deepEqual([codes.length, got.length], [0, 0])
    app.time.now += 301_000
    await app.app.tick()
    await app.app.tick()

    assert.equal(got.length, 1)
    assert.ok(got[0]!.includes(`Message-ID: <${waiting.id}@prmkit>`), got[0])
  })

  it('gives up at once what the server refuses for good, and shows it without the address', async () => {
    codes = [550]
    await decide(approval)
    const [job] = await jobs()

    assert.deepEqual([job.status, job.attempts, job.kind], ['failed', 1, 'mail deal.approved'])
    assert.doesNotMatch(JSON.stringify(job), /@/)
  })
})

it('without a mail server a message is noted in the log, without its reader', async () => {
  const lines: unknown[] = []
  const write = (...line: unknown[]) => void lines.push(line)
  const app = await testApp({ log: { info: write, warn: write, error: write } })
  const [ada, mona] = [await app.signIn('ada'), await app.signIn('mona')]
  const started = await act(mona, await register(ada), { action: 'start_review' })
  await act(mona, started.body, approval)
  await app.app.tick()
  const said = lines.filter((line) => JSON.stringify(line).includes('deal.approved'))

  assert.ok(said.some((line) => JSON.stringify(line).includes('was not sent')))
  assert.doesNotMatch(JSON.stringify(lines), /ada@north|Ada/)
})

it('every message exists in every language', () => {
  for (const { mail } of resources.values()) {
    const events = Object.keys(mail?.texts['en'] ?? {})
    for (const texts of Object.values(mail?.texts ?? {})) {
      assert.deepEqual(Object.keys(texts), events)
      for (const { text } of Object.values(texts)) assert.match(text, /\{name\}[^]*\{link\}/)
    }
  }
})
