import { openBadge } from '../src/badges/credential.ts'
import { badgeMaker } from '../src/badges/draw.ts'
import { issuerWith } from '../src/badges/issuer.ts'
import { rotateBadgeKey } from '../src/badges/keys.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import { median } from './bench-statements.ts'
import type { NativePostgres } from './native-postgres.ts'

/** Milliseconds to sign an award as an Open Badge, and to verify it. */
export async function benchBadges(
  server: NativePostgres,
): Promise<{ sign: number; verify: number }> {
  const store = await openStore({ databaseUrl: await server.database() })
  const maker = badgeMaker()
  const now = new Date().toISOString()
  const key = await store.write((tables) => rotateBadgeKey(tables, now))
  const base = 'https://partners.example'
  const issuer = issuerWith(key, [key], base)
  const times: Record<'sign' | 'verify', number[]> = { sign: [], verify: [] }
  for (let round = 0; round < 60; round++) {
    const credential = await openBadge({
      ...{ base, issuer: { did: issuer.did, name: 'Bench' }, list: '0', criteria: 'Pass it.' },
      award: { token: `token-${round}`, place: round, issuedAt: now },
      certification: { id: 'bench', title: 'Bench', description: 'All of it.', language: 'en' },
      holder: { email: 'sam@north.example', name: 'Sam Seller' },
    })
    const begun = performance.now()
    const signed = await maker.sign(credential, { issuer, key, now })
    const done = performance.now()
    const fault = await maker.fault(signed, issuer.document, now)
    times.verify.push(performance.now() - done)
    times.sign.push(done - begun)
    if (fault !== undefined) throw new Error(fault)
  }
  await store.close()
  return { sign: median(times.sign), verify: median(times.verify) }
}
