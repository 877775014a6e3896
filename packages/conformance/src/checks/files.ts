import assert from 'node:assert/strict'
import { File } from '@prmkit/contract'
import { check } from '../check.ts'
import { answerOf, assertSoon, fieldErrorOf, problemOf } from '../expect.ts'
import { fileFor, sendFile, settled } from '../upload.ts'

const { name, content } = fileFor()

export const files = [
  check(
    'files.upload',
    'uploads',
    'a file is announced, sent, checked and attached',
    async (context) => {
      const { seller, sample } = context
      const { id, response } = await sendFile(context.target, seller)
      const file = await settled(context.target, seller, id)
      const deal = await seller.client.deals.create({ body: sample() })
      const attached = await seller.client.deals.attach({
        params: { id: deal.id },
        ifMatch: deal.revision,
        body: { fileId: id },
      })

      assert.ok(response.ok, `The upload was answered with ${response.status}.`)
      assert.equal(file.status, 'ready', file.statusReason)
      assert.ok(
        attached.attachments.some((one) => one.fileId === id && one.name === name),
        `${name} is not among the attachments: ${JSON.stringify(attached.attachments)}`,
      )
      assert.equal(attached.revision, deal.revision + 1)
    },
  ),
  check(
    'files.download',
    'uploads',
    'it comes back from a signed address, in parts and safely',
    async (context) => {
      const { seller, target } = context
      const { id } = await sendFile(context.target, seller)
      await settled(context.target, seller, id)
      const { url, expiresAt } = await seller.client.files.download({ params: { id } })
      const address = new URL(url, target.baseUrl)
      const get = (init?: RequestInit) => (target.fetch ?? fetch)(new Request(address, init))
      const whole = await get()
      const part = await get({ headers: { Range: 'bytes=0-3' } })

      assertSoon(expiresAt)
      assert.equal(await whole.text(), content)
      assert.match(whole.headers.get('Content-Disposition') ?? '', /^attachment/)
      assert.equal(whole.headers.get('X-Content-Type-Options'), 'nosniff')
      assert.equal(part.status, 206)
      assert.equal(await part.text(), '%PDF')
    },
  ),
  check('files.size', 'uploads', 'more bytes than announced are refused', async (context) => {
    const { id } = await sendFile(context.target, context.seller, fileFor(), content + content)
    const complete = await context.seller.send('POST', `/files/${id}/complete`)

    if (complete.ok) assert.equal((await answerOf(complete, 200, File)).status, 'rejected')
    else await problemOf(complete, 'upload-rejected')
  }),
  check(
    'files.announced-size',
    'strict-requests',
    'a file over the limit is refused at once',
    async ({ seller, discovery }) => {
      const body = {
        name: 'a.pdf',
        mediaType: 'application/pdf',
        size: (discovery.files?.maxSize ?? 0) + 1,
      }

      await fieldErrorOf(await seller.send('POST', '/files', { body }), '/size', 'too-big')
    },
  ),
  check('files.foreign', 'visibility', 'another partner’s file does not exist', async (context) => {
    const { id } = await sendFile(context.target, context.seller)
    await settled(context.target, context.seller, id)

    await problemOf(await context.stranger.send('GET', `/files/${id}`), 'not-found')
    await problemOf(await context.stranger.send('POST', `/files/${id}/download`), 'not-found')
  }),
  check(
    'files.not-ready',
    'uploads',
    'a file that was never sent cannot be attached',
    async ({ seller, sample }) => {
      const { file } = await seller.client.files.create({
        body: { name: 'a.pdf', mediaType: 'application/pdf', size: 10 },
      })
      const deal = await seller.client.deals.create({ body: sample() })
      const answer = await seller.send('POST', `/deals/${deal.id}/attachments`, {
        headers: { 'If-Match': `"${deal.revision}"` },
        body: { fileId: file.id },
      })

      await fieldErrorOf(answer, '/fileId', 'not-ready')
    },
  ),
]
