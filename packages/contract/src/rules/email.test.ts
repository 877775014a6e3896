import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Email } from '../schemas/common-input.ts'
import { checkField } from './form-check.ts'

const isTaken = (address: string) =>
  checkField(
    { pointer: '/contact/email', type: 'email', label: 'E-mail' },
    {
      contact: { email: address },
    },
    '2026-11-21',
  ) === undefined

const addresses: [address: string, isOne: boolean][] = [
  ['info@example.com', true],
  ["o'neil@example.ie", true],
  ['a+b@shop.example.co.uk', true],
  ['a@xn--mller-kva.de', true],
  ['info@xn--e1afmkfd.xn--p1ai', true],
  ['info@müller-pumpen.de', false],
  ['jörg@example.de', false],
  ['mailto:jo@example.com', false],
  ['Jo Example <jo@example.com>', false],
  ['jo@example', false],
  ['jo@example.', false],
  ['jo@-example.com', false],
  ['.jo@example.com', false],
  ['jo.@example.com', false],
  ['j..o@example.com', false],
  ['jo@exa mple.com', false],
  ['jo@example.com,al@example.com', false],
  ['jo@192.168.0.1', false],
  [`${'a'.repeat(240)}@example.com`, true],
  [`${'a'.repeat(250)}@example.com`, false],
]

test('the form and the server take and refuse the same addresses', () => {
  for (const [address, isOne] of addresses) {
    assert.equal(isTaken(address), isOne, address)
    assert.equal(Email.safeParse(address).success, isOne, address)
  }
})
