import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import { Session } from '@prmkit/contract'
import { check } from '../check.ts'
import { answerOf, fieldErrorOf, problemOf } from '../expect.ts'

export const sessions = [
  check(
    'sessions.lifetime',
    'sessions',
    'a session lasts 5 to 30 minutes',
    async ({ target, vendor }) => {
      const create = (lifetime: number) =>
        vendor.send('POST', '/sessions', { body: { ...target.seller, lifetime } })
      const session = await answerOf(await create(300), 201, Session)
      const seconds = (Date.parse(session.expiresAt) - Date.now()) / 1000

      assert.ok(seconds > 200 && seconds < 400, `It ends in ${seconds} s.`)
      await fieldErrorOf(await create(86_400), '/lifetime', 'too-big')
    },
  ),
  check(
    'sessions.unknown-user',
    'sessions',
    'nobody gets a session for an unknown user',
    async ({ vendor }) => {
      const body = { user: { email: 'nobody@conformance.example' } }

      await fieldErrorOf(await vendor.send('POST', '/sessions', { body }), '/user', 'not-found')
    },
  ),
  check(
    'sessions.partner-token',
    'sessions',
    'a partner’s token makes no sessions',
    async ({ target, seller }) => {
      await problemOf(await seller.send('POST', '/sessions', { body: target.seller }), 'forbidden')
    },
  ),
  check(
    'sessions.foreign-partner',
    'sessions',
    'a session names a partner of its user',
    async ({ target, stranger, vendor }) => {
      const body = { user: target.seller.user, partnerId: stranger.me.partner?.id }

      await fieldErrorOf(
        await vendor.send('POST', '/sessions', { body }),
        '/partnerId',
        'not-found',
      )
    },
  ),
  check('sessions.end', 'sessions', 'an ended session is over', async ({ target, signIn }) => {
    const caller = await signIn(target.seller)
    // A request before, so that who keeps what it found out does so.
    assert.equal((await caller.send('GET', '/me')).status, 200)
    const ended = await caller.send('DELETE', `/sessions/${caller.sessionId}`)
    assert.equal(ended.status, 204)
    const { sessionEnd = 60_000 } = target.bounds ?? {}
    const last = performance.now() + sessionEnd
    // One of several processes that knows it is no proof for the others.
    for (let refusals = 0; refusals < 5;) {
      const answer = await caller.send('GET', '/me')
      if (answer.status === 200) {
        assert.ok(performance.now() < last, `Its token still worked ${sessionEnd / 1000} s later.`)
        await answer.body?.cancel()
        await setTimeout(Math.min(500, sessionEnd / 10))
        refusals = 0
      } else {
        await problemOf(answer, 'session-ended')
        refusals += 1
      }
    }
  }),
  check(
    'sessions.origins',
    'sessions',
    'a token works only at its origins',
    async ({ target, send, vendor }) => {
      const session = await vendor.send('POST', '/sessions', {
        body: { ...target.seller, origins: ['https://partners.example'] },
      })
      const { token } = await answerOf(session, 201, Session)
      const from = (Origin: string) =>
        send('GET', '/me', { headers: { Authorization: `Bearer ${token}`, Origin } })

      assert.equal((await from('https://partners.example')).status, 200)
      await problemOf(await from('https://elsewhere.example'), 'origin-not-allowed')
      await problemOf(await from('null'), 'origin-not-allowed')
    },
  ),
  check(
    'sessions.origin-form',
    'sessions',
    'an origin that no browser sends is refused',
    async ({ target, vendor }) => {
      for (const origin of [
        'https://partners.example/',
        'https://partners.example/portal',
        'https://Partners.example',
        'https://partners.example:443',
        'partners.example',
        '*',
      ]) {
        const body = { ...target.seller, origins: ['https://partners.example', origin] }

        await fieldErrorOf(await vendor.send('POST', '/sessions', { body }), '/origins/1')
      }
    },
  ),
  check(
    'sessions.me',
    'sessions',
    'me tells the user, the partner and the role',
    async ({ seller }) => {
      assert.match(seller.me.role, /^partner_/)
      assert.ok(seller.me.partner?.id)
    },
  ),
]
