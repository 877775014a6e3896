import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { CreateMultipartUploadCommand, S3Client } from '@aws-sdk/client-s3'
import { s3Files } from '../src/files/s3-files.ts'
import { startS3 } from './s3.ts'

const bucket = await startS3()
after(() => bucket.close())
const { bucket: Bucket, endpoint = '', credentials, region = '' } = bucket.options

test('an upload in parts that breaks off is ended at once', async () => {
  const store = await s3Files(bucket.options)
  let begun = 0
  const bytes = new ReadableStream({
    async pull(controller) {
      begun = Math.max(begun, (await bucket.unfinished()).length)
      if (begun > 0) controller.error(new Error('The line broke.'))
      else controller.enqueue(new Uint8Array(1_000_000))
    },
  })

  await assert.rejects(store.put('file_broken', bytes), /The line broke/)
  assert.equal(begun, 1)
  assert.deepEqual(await bucket.unfinished(), [])
})

test('an upload in parts that a killed server left is ended by its age, others stay', async () => {
  const store = await s3Files(bucket.options)
  const client = new S3Client({ endpoint, forcePathStyle: true, region, credentials: credentials! })
  const begin = (Key: string) => client.send(new CreateMultipartUploadCommand({ Bucket, Key }))
  await begin('portal/files/file_left')
  const { UploadId: others } = await begin('elsewhere/file')
  const collect = (before: number) =>
    store.collect(new Date(before).toISOString(), 10, async () => [])

  assert.equal(await collect(Date.now() - 86_400_000), 0)
  assert.equal((await bucket.unfinished()).length, 2)
  assert.equal(await collect(Date.now() + 60_000), 1)
  assert.deepEqual(await bucket.unfinished(), [others])
})
