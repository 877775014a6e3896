import assert from 'node:assert/strict'
import { check } from '../check.ts'
import { problemOf } from '../expect.ts'

/** More than a backend lets one user ask in a minute. */
const most = 5000

export const limits = [
  check(
    'limits.retry-after',
    'limits',
    'who asks too often is told how long to wait',
    async ({ target, seller, signIn }) => {
      const limited = target.limited ? await signIn(target.limited) : seller
      for (let asked = 0; asked < most; asked++) {
        const answer = await limited.send('GET', '/me', { haste: true })
        if (answer.status !== 429) {
          await answer.body?.cancel()
          continue
        }
        const wait = answer.headers.get('Retry-After')
        await problemOf(answer, 'rate-limited')
        assert.match(wait ?? '', /^[1-9]\d*$/, `Retry-After is ${wait}, not a number of seconds.`)
        return
      }
      assert.fail(`${most} requests were all answered.`)
    },
    ['limited'],
  ),
]
