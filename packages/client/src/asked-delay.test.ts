import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedDelay } from './asked-delay.ts'

const now = Date.parse('2026-11-21T12:00:00.000Z')
const answered = 'Sat, 21 Nov 2026 09:00:00 GMT'
const asked: [Record<string, string>, number | undefined][] = [
  [{ 'retry-after': '7' }, 7_000],
  [{ 'retry-after': 'Sat, 21 Nov 2026 12:00:09 GMT' }, 9_000],
  [{ 'retry-after': 'Sat, 21 Nov 2026 11:00:00 GMT' }, 0],
  [{ 'retry-after': 'Sat, 21 Nov 2026 09:00:05 GMT', date: answered }, 5_000],
  [{ 'retry-after': 'Sat, 21 Nov 2026 09:00:05 GMT', date: 'today' }, 0],
  [{ 'retry-after': '99999999999' }, 120_000],
  [{ 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT', date: answered }, 120_000],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after': '10.5' }, 10_500],
  [{ 'retry-after': '1.2.3' }, undefined],
  [{ 'retry-after': 'NaN' }, undefined],
  [{ 'retry-after': '-3' }, 0],
  [{ 'retry-after': '1', ratelimit: '"a";r=0;t=50' }, 1_000],
  [{ ratelimit: '"burst";r=0;t=3, "daily";r=0;t=30, "other";r=5;t=900' }, 30_000],
  [{ ratelimit: '"a";t=4;r=0' }, 4_000],
  [{ ratelimit: '"a";r=0;t=99999999999' }, 120_000],
  [{ ratelimit: '"a";r=12;t=60' }, undefined],
  [{ 'ratelimit-reset': '12' }, 12_000],
  [{ 'x-ratelimit-reset': String(now / 1000 + 20) }, 20_000],
  [{ 'x-ratelimit-reset': String(Date.parse(answered) / 1000 + 20), date: answered }, 20_000],
  [{ 'x-ratelimit-reset': 'never' }, undefined],
  [{}, undefined],
]

for (const [headers, delay] of asked)
  test(`${JSON.stringify(headers)} asks for ${delay} ms`, (t) => {
    t.mock.timers.enable({ apis: ['Date'], now })

    assert.equal(askedDelay(new Headers(headers)), delay)
  })
