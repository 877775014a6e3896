import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { openApiFile, routeListFile } from './generated.ts'

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')

test('openapi.json is what the route table says', async () => {
  assert.equal(await read('../openapi.json'), openApiFile())
})

test('route-list.ts is what the route table says', async () => {
  assert.equal(await read('./route-list.ts'), routeListFile())
})
