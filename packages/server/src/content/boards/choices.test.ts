import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { memoryStore } from '../../store/memory/memory-store.ts'
import { importContent } from '../import.ts'
import { describe } from '../problems.ts'

const files = {
  'vendor.yaml': 'name: Tidemark\nlanguages: [en]\ncurrencies: [EUR]\ntimeZone: Europe/Berlin\n',
  'partners.csv': 'key,name\np1,One\n',
  'users.csv': `key,name,email,role,partners
u1,Uma,uma@p1.example,partner_seller,p1
u2,Udo,udo@p1.example,partner_seller,p1
`,
  'boards.yaml': `boards:
  - { id: people, title: People, subject: person, identity: opt_in, periods: [all] }
  - { id: alone, title: Alone, subject: person, identity: own_only, periods: [all] }
`,
  'board-choices.csv': `key,board,partner,user,shown
c1,people,p1,u1,yes
c2,people,p1,u2,no
c3,people,p1,,yes
c4,alone,p1,u1,yes
c5,poeple,p1,u1,yes
`,
}

test('a file names who agreed to be shown, and a choice in the portal stays', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'prmkit-choices-'))
  t.after(() => rm(dir, { recursive: true }))
  const store = memoryStore()
  const bring = async (changed: Record<string, string> = {}) => {
    for (const [name, text] of Object.entries(changed)) await writeFile(join(dir, name), text)
    const log = { info() {}, warn() {}, error() {} }
    return (await importContent(store, dir, { log })).problems.map(describe)
  }

  const problems = await bring(files)

  assert.deepEqual(problems, [
    'board-choices.csv:4, column user: This is a board of people; name one.',
    'board-choices.csv:5, column board: This board shows nobody to others; there is nothing to choose.',
    'board-choices.csv:6, column board: “poeple” is no board. Did you mean “people”?',
  ])
  const idOf = async (kind: string, key: string) =>
    (await store.read.content.find(kind, [key])).get(key)?.id ?? ''
  const partnerId = await idOf('partners', 'p1')
  const uma = `${partnerId}/${await idOf('users', 'u1')}`
  const udo = `${partnerId}/${await idOf('users', 'u2')}`
  const visible = async (subject: string) =>
    (await store.read.boards.choice('people', subject)).visible
  assert.deepEqual([await visible(uma), await visible(udo)], [true, false])

  await store.write(async ({ boards }) => {
    const { revision } = await boards.lockChoice('people', uma)
    await boards.choose('people', uma, { visible: false, revision: revision + 1 })
  })
  await bring({
    'board-choices.csv':
      'key,board,partner,user,shown\nc1,people,p1,u1,true\nc2,people,p1,u2,yes\n',
  })

  assert.deepEqual([await visible(uma), await visible(udo)], [false, true])
})
