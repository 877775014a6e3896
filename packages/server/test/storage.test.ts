import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimStorage } from '../src/claim-storage.ts'
import { memoryStore } from '../src/index.ts'

test('a server whose files are in another folder than the others’ is refused', async () => {
  const store = memoryStore()
  await claimStorage(store, 'storage_one')
  await claimStorage(store, 'storage_one')

  await assert.rejects(claimStorage(store, 'storage_two'), /another folder.*--data-dir/)
  assert.deepEqual(await store.read.files.orphans('9999', 10), [])
})
