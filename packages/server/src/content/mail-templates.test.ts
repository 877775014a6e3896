import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Mail } from '../mail/mail-port.ts'
import { testApp } from '../../test/app.ts'
import { seedAcademy } from '../../test/training-records.ts'
import { seed } from '../fixtures.ts'
import { memoryStore } from '../store/memory/memory-store.ts'
import { importContent } from './import.ts'
import { describe } from './problems.ts'

const log = { info() {}, warn() {}, error() {} }

test('a vendor’s own message is sent, and a fault in a template is told with file and line', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'prmkit-mail-'))
  t.after(() => rmSync(dir, { recursive: true }))
  const write = (path: string, text: string) => writeFileSync(join(dir, path), text)
  mkdirSync(join(dir, 'mail'))
  write('vendor.yaml', 'name: Acme\nlanguages: [en, de]\ncurrencies: [EUR]\ndeals: false\n')
  write(
    'mail/enrolment.created.en.txt',
    'Subject: Acme Academy: a course\n\nDear {name},\n{link}\n',
  )
  write('mail/award.issued.fr.txt', 'Subject: Bravo\n\n{link}\n')
  write('mail/award.isued.en.txt', 'Subject: Well done\n\n{link}\n')
  write('mail/award.expiring.en.txt', 'Well done\n\n{link}\n')
  write('mail/award.expired.de.txt', 'Subject: Vorbei\n\nGuten Tag {firstName},\n{link}\n')
  write('mail/deal.expired.de.txt', 'Subject: Vorbei\n\nSchade.\n')
  const store = memoryStore()
  await seed(store)
  const { files, problems } = await importContent(store, dir, { log })

  assert.deepEqual(files.at(-1), {
    ...{ file: 'mail/*.txt', added: 2, changed: 0, unchanged: 0, bad: 4 },
  })
  assert.deepEqual(problems.map(describe), [
    'mail/award.expired.de.txt:3: “{firstName}” stands for nothing. Possible: {name}, {link}. It is left out.',
    'mail/award.expiring.en.txt:1: The first line is not “Subject: …”. It is left out.',
    'mail/award.issued.fr.txt: “fr” is no language of vendor.yaml (en, de). It is left out.',
    'mail/award.isued.en.txt: “award.isued” is no kind of message. Did you mean “award.issued”? It is left out.',
    'mail/deal.expired.de.txt: It has no {link}, so that its reader does not find the record.',
  ])

  const sent: Mail[] = []
  const port = { send: async (mail: Mail) => void sent.push(mail) }
  const link = 'https://www.acme.example/{resource}/{id}'
  const app = await testApp({ store, mail: { port, link } })
  await store.write((tables) => seedAcademy(tables, new Date(app.time.now).toISOString()))
  const body = { courseId: 'code', userIds: ['sam'] }
  const { status } = await (await app.signIn('ada')).send('POST', '/enrolments', { body })
  assert.equal(status, 200)
  await app.app.tick()

  assert.equal(sent.length, 1)
  const [mail] = sent
  assert.equal(mail?.subject, 'Acme Academy: a course')
  assert.match(mail?.text ?? '', /^Dear Sam,\nhttps:\/\/www\.acme\.example\/enrolments\/\w+\n$/)
})
