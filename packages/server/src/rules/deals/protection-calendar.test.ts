import assert from 'node:assert/strict'
import { test } from 'node:test'
import { protectionCalendar } from './protection-calendar.ts'
import type { DealRecord } from '../../store/deals.ts'

const deal = (name: string) =>
  ({
    ...{ id: 'deal_1', number: 'D-1', revision: 3, name },
    customer: { companyName: 'Acme; Söhne, GmbH' },
  }) as DealRecord
const write = (name: string, language = 'en') =>
  protectionCalendar(
    deal(name),
    '2026-12-31T22:59:59.999Z',
    { vendor: { name: 'Fluxwerk' } },
    language,
    '2026-11-23T10:00:00.000Z',
  )

test('it holds what RFC 5545 asks for, with a reminder', () => {
  const lines = write('Pumps').split('\r\n')

  for (const line of [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'UID:deal_1-protection@prmkit',
    'DTSTAMP:20261123T100000Z',
    'DTSTART:20261231T225959Z',
    'SUMMARY:Protection ends: Pumps (D-1)',
    'TRIGGER:-P7D',
    'END:VCALENDAR',
  ])
    assert.ok(lines.includes(line), line)
  assert.equal(lines.at(-1), '')
})

test('text cannot break out of its line', () => {
  const text = write('a\r\nATTENDEE:mailto:evil@example.com\\;,\0b')

  const unfolded = text.replaceAll('\r\n ', '')
  assert.ok(unfolded.includes('a\\nATTENDEE:mailto:evil@example.com\\\\\\;\\,b'))
  assert.ok(!/^ATTENDEE/m.test(text))
  assert.ok(text.includes('Acme\\; Söhne\\, GmbH'))
  assert.ok(!text.includes('\0'))
})

test('no line has more than 75 octets, and folding loses nothing', () => {
  const name = '👩‍🚀 Größe '.repeat(20).trim()
  const text = write(name)
  const unfolded = text.replaceAll('\r\n ', '')

  for (const line of text.split('\r\n'))
    assert.ok(new TextEncoder().encode(line).length <= 75, line)
  assert.ok(unfolded.includes(name))
  assert.ok(!text.includes('\ufffd'))
})

test('it speaks the reader’s language', () => {
  assert.match(write('Pumpen', 'de-AT'), /SUMMARY:Schutz endet: Pumpen/)
  assert.match(write('مضخات', 'ar'), /SUMMARY:انتهاء الحماية/)
})
