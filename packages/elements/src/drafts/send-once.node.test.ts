import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRefusal, sendOnce, type Sending } from './send-once.ts'

const problem = (status: number, code: string) => Object.assign(new Error(code), { status, code })

/** A backend with idempotency records, whose answers can be lost. */
class Backend {
  readonly made: string[] = []
  readonly #records = new Map<string, { body: string; answer: () => string }>()
  refuses = (_: string): Error | undefined => undefined

  async post(body: string, key: string): Promise<string> {
    const record = this.#records.get(key)
    if (record && record.body !== body) throw problem(422, 'idempotency-key-reused')
    if (record) return record.answer()
    const refusal = this.refuses(body)
    const answer = () => {
      if (refusal) throw refusal
      return `made of ${body}`
    }
    this.#records.set(key, { body, answer })
    if (!refusal) this.made.push(body)
    return answer()
  }
}

/** The same numbers for every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    yield state / 4_294_967_296
  }
}

describe('sendOnce', () => {
  test('makes one of a body that is sent until it is answered', async () => {
    const backend = new Backend()
    let sending: Sending<string> | undefined
    let lost = 3
    const send = () =>
      sendOnce({
        body: 'a',
        sending,
        keep: async (next) => void (sending = next),
        post: async (body, key) => {
          const answer = await backend.post(body, key)
          if (lost-- > 0) throw new TypeError('Failed to fetch')
          return answer
        },
      })
    for (let attempt = 0; attempt < 3; attempt++) await assert.rejects(send)

    const { answer } = await send()

    assert.equal(answer, 'made of a')
    assert.deepEqual(backend.made, ['a'])
  })

  test('never makes two, whatever is lost, refused or changed on the way', async () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const next = numbers(seed)
      const random = () => next.next().value as number
      const backend = new Backend()
      backend.refuses = (body) => (body === 'bad' ? problem(422, 'validation-failed') : undefined)
      let kept: Sending<string> | undefined
      let attempt = 0
      const post = async (body: string, key: string) => {
        // In the end the connection is good.
        const luck = attempt < 12 ? random() : 1
        if (luck < 0.2) throw new TypeError('lost on the way there')
        if (luck < 0.3) throw problem(429, 'rate-limited')
        if (luck < 0.35) throw problem(400, 'http-400')
        const answer = backend.post(body, key)
        if (luck < 0.6) {
          await answer.catch(() => {})
          throw luck < 0.5 ? new TypeError('lost on the way back') : problem(500, 'internal-error')
        }
        return answer
      }
      let result: { answer: string; body: string } | undefined
      for (; attempt < 40 && !result; attempt++) {
        const body = ['a', 'b', 'bad'][Math.floor(random() * 3)]!
        // The kept request goes through storage, as in a reload.
        const sending = kept && (JSON.parse(JSON.stringify(kept)) as Sending<string>)
        const keep = async (open: Sending<string> | undefined) => void (kept = open)
        result = await sendOnce({ body, sending, post, keep }).catch(() => undefined)
      }

      assert.ok(result, `seed ${seed} came to no end`)
      assert.deepEqual(backend.made, [result.body], `seed ${seed}`)
      assert.equal(result.answer, `made of ${result.body}`)
    }
  })

  test('takes another key for what is sent after a refusal', async () => {
    const backend = new Backend()
    backend.refuses = () => problem(409, 'customer-conflict')
    let kept: Sending<string> | undefined
    const keys: string[] = []
    const send = () =>
      sendOnce({
        body: 'a',
        sending: kept,
        keep: async (open) => void (kept = open),
        post: (body, key) => {
          keys.push(key)
          return backend.post(body, key)
        },
      })
    await assert.rejects(send, { code: 'customer-conflict' })
    backend.refuses = () => undefined

    await send()

    assert.notEqual(keys[0], keys[1])
    assert.deepEqual(backend.made, ['a'])
  })

  test('sends nothing that could not be kept before', async () => {
    const backend = new Backend()
    const keep = () => Promise.reject(new Error('moved'))

    await assert.rejects(
      sendOnce({ body: 'a', sending: undefined, keep, post: (...sent) => backend.post(...sent) }),
      /moved/,
    )

    assert.deepEqual(backend.made, [])
  })

  test('takes only the backend’s own word for a refusal', () => {
    const refusals = [problem(422, 'validation-failed'), problem(409, 'state-conflict')]
    const doubts = [
      ...[problem(401, 'token-expired'), problem(403, 'forbidden'), problem(429, 'rate-limited')],
      ...[problem(409, 'idempotency-in-progress'), problem(404, 'http-404'), problem(500, 'x')],
      ...[new TypeError('Failed to fetch'), undefined],
    ]

    assert.deepEqual(refusals.map(isRefusal), [true, true])
    assert.ok(!doubts.some(isRefusal))
  })
})
