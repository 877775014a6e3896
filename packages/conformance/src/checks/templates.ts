import assert from 'node:assert/strict'
import { Download } from '@prmkit/contract'
import { check, needing } from '../check.ts'
import { answerOf, problemOf, skip } from '../expect.ts'

export const templates = needing(
  ['assets', 'writing'],
  [
    check(
      'assets.render',
      'asset-taking',
      'a template becomes an image from a signed address, and refuses words that are too long',
      async ({ seller, target }) => {
        for await (const { id, allowedActions, terms } of seller.client.assets.list()) {
          if (!allowedActions.includes('download') || terms) continue
          const { zones } = await seller.client.assets.preview({ params: { id } })
          const zone = zones?.find(({ kind }) => kind === 'text')
          if (!zone) continue
          const render = (text: string) =>
            seller.send('POST', `/assets/${id}/renderings`, {
              body: { texts: { [zone.name]: text } },
            })
          const { url } = await answerOf(await render('A word'), 200, Download)
          const image = await (target.fetch ?? fetch)(new Request(url))
          assert.equal(image.status, 200)
          assert.match(image.headers.get('content-type') ?? '', /^image\//)
          assert.match(image.headers.get('content-disposition') ?? '', /^attachment/)
          await image.body?.cancel()
          const long = 'x'.repeat((zone.maxLength ?? 500) + 1)
          return void (await problemOf(await render(long), 'validation-failed'))
        }
        skip('The backend has no template for the seller that is taken without terms.')
      },
    ),
  ],
)
