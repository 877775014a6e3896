import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { SignJWT } from 'jose'
import { seed } from '../src/index.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import type { Store } from '../src/store/store.ts'
import { testApp } from './app.ts'
import { hostileWords } from './hostile.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'prmkit-tokens-'))
let store: Store

// A database refuses texts that memory takes, such as one with a NUL.
before(async () => {
  store = await openStore({ dataDir })
  await seed(store)
})
after(async () => {
  await store.close()
  rmSync(dataDir, { recursive: true })
})

test('a token with any hostile claim is refused with a 401, though it is signed rightly', async () => {
  const app = await testApp({ store: store as never })
  const { sessionId } = await app.signIn('ada')
  const [key] = await store.read.sessions.signingKeys()
  const secret = new TextEncoder().encode(key!.secret)
  const whole = { sid: sessionId, sub: 'ada', aud: 'prmkit', exp: app.time.now / 1000 + 900 }
  const sign = (claims: object, header: object = {}) =>
    new SignJWT({ ...whole, ...claims })
      .setProtectedHeader({ alg: 'HS256', kid: key!.id, ...header })
      .sign(secret)
  const ask = async (token: string) => {
    const { status, body } = await app.fetch('GET', '/v1/me', token)
    return [status, body.code]
  }
  const values: unknown[] = [
    ...hostileWords.map((word) => word.slice(0, 2000)),
    ...[`${sessionId}\0`, ` ${sessionId}`, sessionId.toUpperCase(), '%', '_'],
    ...[null, 0, -1, true, [], [sessionId], {}, { toString: 'x' }, 1e308],
  ]

  assert.deepEqual(await ask(await sign({})), [200, undefined], 'the token is good as it is')
  for (const value of values) {
    const named = JSON.stringify(value)
    assert.equal((await ask(await sign({ sid: value })))[0], 401, `sid ${named}`)
    assert.equal((await ask(await sign({ aud: value })))[0], 401, `aud ${named}`)
    assert.equal((await ask(await sign({}, { kid: value })))[0], 401, `kid ${named}`)
    if (typeof value !== 'number')
      assert.equal((await ask(await sign({ exp: value })))[0], 401, `exp ${named}`)
  }
  for (const missing of ['sid', 'sub', 'aud', 'exp'])
    assert.equal((await ask(await sign({ [missing]: undefined })))[0], 401, `no ${missing}`)
})
