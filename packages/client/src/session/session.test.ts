import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { mockTimers } from '../../test/mock-timers.ts'
import { createSession, type TokenRequest } from './session.ts'

const minute = 60_000

/** A session whose `fetchToken` counts up; its lives last five minutes. */
function counting(t: TestContext) {
  mockTimers(t, { apis: ['Date', 'setTimeout'], now: 1e12 })
  t.mock.method(Math, 'random', () => 1)
  const reasons: TokenRequest['reason'][] = []
  const session = createSession(({ reason }) => ({
    token: `t${reasons.push(reason)}`,
    expiresAt: Date.now() + 5 * minute,
  }))
  return { session, reasons, tick: (ms: number) => t.mock.timers.tick(ms) }
}

/** Lets every promise that can settle do so. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

/** Puts a document into the global scope that can be hidden. */
function withDocument(t: TestContext, hidden: boolean) {
  const document = Object.assign(new EventTarget(), { hidden })
  Object.assign(globalThis, { document })
  t.after(() => Reflect.deleteProperty(globalThis, 'document'))
  return document
}

test('ten calls at once ask for one token', async (t) => {
  const { session, reasons } = counting(t)

  const tokens = await Promise.all(Array.from({ length: 10 }, () => session.token()))

  assert.deepEqual(new Set(tokens), new Set(['t1']))
  assert.deepEqual(reasons, ['initial'])
})

test('a token is renewed 30 seconds before its end, by itself', async (t) => {
  const { session, reasons, tick } = counting(t)
  await session.token()

  tick(4.5 * minute - 1)
  assert.equal(reasons.length, 1)
  tick(1)
  await settle()

  assert.deepEqual(reasons, ['initial', 'expiring'])
  assert.equal(await session.token(), 't2')
})

test('a timer that fires early, or a clock that is set back, still brings the next token', async (t) => {
  for (const [back, hidden] of [
    [5, false],
    [3_600_000, false],
    [3_600_000, true],
  ] as const) {
    const document = withDocument(t, hidden)
    // Only timers move here; the clock stands still, and then jumps back.
    mockTimers(t, { apis: ['setTimeout'] })
    const clock = t.mock.method(Date, 'now', () => 1e12)
    const reasons: TokenRequest['reason'][] = []
    const session = createSession(({ reason }) => ({
      token: `t${reasons.push(reason)}`,
      expiresAt: 1e12 + 5 * minute,
    }))
    await session.token()
    clock.mock.mockImplementation(() => 1e12 + 4.5 * minute - back)

    t.mock.timers.tick(4.5 * minute)
    await settle()
    if (hidden) assert.equal(reasons.length, 1)
    document.hidden = false
    document.dispatchEvent(new Event('visibilitychange'))
    await settle()

    assert.deepEqual(reasons, ['initial', 'expiring'], `${back} ms back, hidden: ${hidden}`)
    session.end()
    clock.mock.restore()
    t.mock.timers.reset()
  }
})

test('a hidden tab lets its token expire and renews it when it is shown', async (t) => {
  const document = withDocument(t, true)
  const { session, reasons, tick } = counting(t)
  await session.token()
  tick(10 * minute)
  await settle()
  assert.deepEqual(reasons, ['initial'])

  document.hidden = false
  document.dispatchEvent(new Event('visibilitychange'))
  await settle()

  assert.deepEqual(reasons, ['initial', 'expiring'])
})

test('a call near the end takes the old token and does not wait for the next', async (t) => {
  const document = withDocument(t, true)
  const { session, reasons, tick } = counting(t)
  await session.token()
  tick(4.75 * minute)
  document.hidden = false

  assert.equal(await session.token(), 't1')
  assert.deepEqual(reasons, ['initial', 'expiring'])
})

test('after a 401 one token is asked for, however many calls were refused', async (t) => {
  const { session, reasons } = counting(t)
  await session.token()

  const replaced = await Promise.all([1, 2, 3].map(() => session.replace('t1')))

  assert.deepEqual(replaced, [true, true, true])
  assert.deepEqual(reasons, ['initial', 'unauthorized'])
  assert.equal(await session.replace('t1'), true)
  assert.equal(reasons.length, 2)
})

test('a late answer does not bring a closed session back', async () => {
  let answer: (token: string) => void = () => {}
  let asked: AbortSignal | undefined
  const session = createSession(({ signal }) => {
    asked = signal
    return new Promise((resolve) => (answer = resolve))
  })
  const waiting = assert.rejects(session.token(), { code: 'signed-out' })

  session.end()
  answer('late')

  await waiting
  assert.equal(asked?.aborted, true)
  await assert.rejects(session.token(), { name: 'AuthenticationError', code: 'signed-out' })
})

test('a failed fetchToken rejects with its cause and is asked again by the next call', async (t) => {
  t.mock.method(Math, 'random', () => 0)
  let failing = true
  const session = createSession(() => {
    if (failing) throw new Error('the site is down')
    return 'token'
  })

  await assert.rejects(session.token(), (error: Error & { code: string }) => {
    assert.equal(error.code, 'token-unavailable')
    assert.match(error.message, /the site is down/)
    return error.cause instanceof Error
  })
  failing = false

  assert.equal(await session.token(), 'token')
})

test('failures do not become a storm: each further question waits longer', async (t) => {
  mockTimers(t, { apis: ['Date', 'setTimeout'], now: 1e12 })
  t.mock.method(Math, 'random', () => 1)
  let asked = 0
  const session = createSession(() => {
    asked += 1
    throw new Error('down')
  })
  await assert.rejects(session.token())

  const many = Array.from({ length: 50 }, () => assert.rejects(session.token()))
  await settle()
  assert.equal(asked, 1)
  t.mock.timers.tick(500)
  await Promise.all(many)
  assert.equal(asked, 2)

  const next = assert.rejects(session.token())
  t.mock.timers.tick(999)
  await settle()
  assert.equal(asked, 2)
  t.mock.timers.tick(1)
  await next
  assert.equal(asked, 3)
})

test('tokens that the backend refuses over and over are asked for ever more rarely', async (t) => {
  const { session, reasons, tick } = counting(t)
  await session.token()
  await session.replace('t1')
  session.judge(false)

  const next = session.token()
  await settle()
  assert.equal(reasons.length, 2)
  tick(500)

  assert.equal(await next, 't3')
  assert.equal(reasons[2], 'unauthorized')
})

test('a clock that is set back after a failure does not stretch the pause', async (t) => {
  const { session, reasons, tick } = counting(t)
  await session.token()
  await session.replace('t1')
  session.judge(false)
  t.mock.timers.setTime(1e12 - 60 * minute)

  const next = session.token().catch(() => {})
  await settle()
  tick(500)
  await settle()

  assert.equal(reasons.length, 3)
  session.end()
  await next
})

test('a fetchToken that never answers is given up after a minute', async (t) => {
  mockTimers(t, { apis: ['Date', 'setTimeout', 'AbortSignal.timeout'] as never })
  const session = createSession(() => new Promise(() => {}))

  const waiting = assert.rejects(session.token(), { name: 'NetworkError', code: 'network' })
  t.mock.timers.tick(minute)

  await waiting
})

test('a key takes the place of tokens and is never replaced', async () => {
  const session = createSession(undefined, 'sk_live_1')

  assert.equal(await session.token(), 'sk_live_1')
  assert.equal(await session.replace('sk_live_1'), false)
})

test('a secret key is refused in a browser, whichever way it comes', async (t) => {
  withDocument(t, false)
  const refused = { code: 'secret-key-in-browser', message: /^(?!.*live)/ }

  assert.throws(() => createSession(undefined, 'sk_live_1'), refused)
  await assert.rejects(createSession(() => 'sk_live_1').token(), refused)
})

test('a token that ran out is renewed when the window is come back to', async (t) => {
  const window = new EventTarget()
  Object.assign(globalThis, { window })
  t.after(() => Reflect.deleteProperty(globalThis, 'window'))
  const document = withDocument(t, true)
  const { session, reasons, tick } = counting(t)
  await session.token()
  tick(10 * minute)
  document.hidden = false

  window.dispatchEvent(new Event('focus'))
  await settle()

  assert.deepEqual(reasons, ['initial', 'expiring'])
})

test('a session that is over listens to nothing', async (t) => {
  const listeners = new Set<string>()
  const target = (name: string) => ({
    hidden: false,
    addEventListener: (type: string) => listeners.add(`${name} ${type}`),
    removeEventListener: (type: string) => listeners.delete(`${name} ${type}`),
  })
  Object.assign(globalThis, { window: target('window'), document: target('document') })
  t.after(() => Reflect.deleteProperty(globalThis, 'window'))
  t.after(() => Reflect.deleteProperty(globalThis, 'document'))
  const { session } = counting(t)
  await session.token()
  assert.deepEqual(listeners, new Set(['document visibilitychange', 'window focus']))

  session.end()

  assert.deepEqual(listeners, new Set())
})

test('an answer in the moment of the end does not bring the session back', async () => {
  let answer: (token: string) => void = () => {}
  const answered = new Promise<string>((resolve) => (answer = resolve))
  const session = createSession(() => answered)
  const waiting = assert.rejects(session.token(), { code: 'signed-out' })

  // After the session has taken the answer, and before it goes on with it.
  void answered.then(() => session.end())
  answer('late')

  await waiting
  assert.equal(session.held, undefined)
})

const passing: [string, Error][] = [
  ['a broken connection', new TypeError('Failed to fetch')],
  ['a gateway’s page in place of JSON', new SyntaxError('Unexpected token <')],
  ['a 502', Object.assign(new Error('bad gateway'), { status: 502 })],
  [
    'a 502 in the error of ky or axios',
    Object.assign(new Error('502'), { response: { status: 502 } }),
  ],
  [
    'an answer that never came, as XMLHttpRequest tells it',
    Object.assign(new Error(), { status: 0 }),
  ],
  ['the page’s own time limit', new DOMException('timed out', 'TimeoutError')],
  ['an attempt that the page gave up', new DOMException('aborted', 'AbortError')],
]

for (const [what, failure] of passing)
  test(`${what} in place of a token is got over once, then named as what it is`, async (t) => {
    t.mock.method(Math, 'random', () => 0)
    let failing = 1
    const session = createSession(() => {
      if (failing-- > 0) throw failure
      return 'token'
    })

    assert.equal(await session.token(), 'token')
    session.judge(false)
    failing = 2

    await assert.rejects(session.token(), { name: 'NetworkError', code: 'network' })
  })

for (const where of [{ status: 401 }, { response: { status: 401 } }])
  test(`a user whom the page refuses with ${JSON.stringify(where)} is asked for once and told to sign in`, async () => {
    let asked = 0
    const session = createSession(() => {
      asked += 1
      throw Object.assign(new Error('not signed in'), where)
    })

    await assert.rejects(session.token(), { name: 'AuthenticationError', status: 401 })
    assert.equal(asked, 1)
  })
