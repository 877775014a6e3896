import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SessionInput } from './session-input.ts'

const takes = (origin: string) =>
  SessionInput.safeParse({ user: { id: 'ada' }, origins: [origin] }).success

test('an origin is taken as browsers send it', () => {
  for (const origin of [
    ...['https://www.acme.example', 'http://localhost:3000', 'http://[::1]:4000', 'null'],
    ...['https://xn--mller-kva.example', 'https://a.example:80', 'capacitor://localhost'],
    'chrome-extension://abcdefghijklmnop',
  ])
    assert.ok(takes(origin), origin)
})

test('an origin that no browser sends is refused', () => {
  for (const origin of [
    ...['https://www.acme.example/', 'https://www.acme.example/portal', 'https://WWW.acme.example'],
    ...['HTTPS://www.acme.example', 'www.acme.example', '*', 'https://*.acme.example', ''],
    ...['https://a.example:443', 'http://a.example:80', 'https://a.example:0', 'https://'],
    ...['https://user@a.example', 'https://a.example?x', 'https://müller.example', 'Null'],
    ...['https://a.example ', 'https://a.example, https://b.example', 'https://a.example\n'],
  ])
    assert.ok(!takes(origin), origin)
})
