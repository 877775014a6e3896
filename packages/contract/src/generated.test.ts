import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { guideParts, printGuide } from './guide.ts'
import { answerListFile, openApiFile, routeListFile } from './generated.ts'

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')

test('openapi.json is what the route table says', async () => {
  assert.equal(await read('../openapi.json'), openApiFile())
})

test('route-list.ts is what the route table says', async () => {
  assert.equal(await read('./route-list.ts'), routeListFile())
})

test('answer-list.ts is what the route table says', async () => {
  assert.equal(await read('./answer-list.ts'), answerListFile())
})

test('the guide prints the tables of the contract', async () => {
  const guide = await read('../README.md')

  assert.equal(guide, printGuide(guide))
  for (const print of Object.values(guideParts)) assert.ok(guide.includes(print()))
})
