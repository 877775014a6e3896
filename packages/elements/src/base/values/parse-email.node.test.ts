import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emailPattern } from '@prmkit/contract/rules'
import { parseEmail } from './parse-email.ts'

test('a domain is written in ASCII, which form and server take', () => {
  const written = ['info@müller-pumpen.de', 'info@Пример.рф'].map(parseEmail)

  assert.deepEqual(written, ['info@xn--mller-pumpen-dlb.de', 'info@xn--e1afmkfd.xn--p1ai'])
  assert.ok(written.every((address) => emailPattern.test(address)))
})

test('everything else stays as it was typed, for the rule to judge', () => {
  for (const same of ['jo@example.com', 'jörg@example.de', 'jo', 'a@ü/x.de', 'a@b@c', 'a@ü ü.de'])
    assert.equal(parseEmail(same), same)
})
