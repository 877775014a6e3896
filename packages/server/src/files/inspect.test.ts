import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objectionTo } from './inspect.ts'

const head = (...parts: (string | number)[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'number' ? [part] : [...part].map((letter) => letter.charCodeAt(0)),
    ),
  )

const contents: Record<string, Uint8Array> = {
  'application/pdf': head('%PDF-1.7'),
  'image/png': head(0x89, 'PNG', 0x0d, 0x0a),
  'image/jpeg': head(0xff, 0xd8, 0xff, 0xe0),
  'image/gif': head('GIF89a'),
  'image/webp': head('RIFF', 1, 2, 3, 4, 'WEBP'),
  'application/zip': head('PK', 3, 4),
  'application/msword': head(0xd0, 0xcf, 0x11, 0xe0),
  'text/plain': head('Hello'),
}

test('each media type takes its own beginning and no other', () => {
  for (const type of Object.keys(contents))
    for (const [other, bytes] of Object.entries(contents)) {
      // Text is told by what it must not hold, so that any letters will do.
      if (type === 'text/plain' && !bytes.includes(0)) continue
      const objection = objectionTo(type, bytes)
      assert.equal(objection, type === other ? undefined : `The content is not ${type}.`, other)
    }
})

test('the newer and the older office formats are told apart', () => {
  const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

  assert.equal(objectionTo(sheet, contents['application/zip']!), undefined)
  assert.equal(objectionTo('application/vnd.ms-excel', contents['application/msword']!), undefined)
  assert.ok(objectionTo(sheet, contents['application/msword']!))
  assert.ok(objectionTo('application/vnd.ms-excel', contents['application/zip']!))
})

test('a RIFF file that is no picture is not taken for one', () => {
  assert.ok(objectionTo('image/webp', head('RIFF', 1, 2, 3, 4, 'WAVE')))
  assert.ok(objectionTo('image/webp', head('LIFF', 1, 2, 3, 4, 'WEBP')))
})

test('a program is refused, whatever it says it is', () => {
  const programs = [
    head('MZ'),
    head(0x7f, 'ELF'),
    head(0xfe, 0xed, 0xfa, 0xce),
    head(0xfe, 0xed, 0xfa, 0xcf),
    head(0xce, 0xfa, 0xed, 0xfe),
    head(0xcf, 0xfa, 0xed, 0xfe),
    head(0xca, 0xfe, 0xba, 0xbe),
    head(0, 'asm'),
    head('L', 0, 0, 0, 1, 0x14, 2, 0),
    head('#!/bin/sh'),
  ]

  for (const program of programs)
    for (const type of ['text/plain', 'application/octet-stream'])
      assert.equal(objectionTo(type, program), 'The file is a program.', String(program))
})

test('a page that calls itself text is refused, after whatever blanks', () => {
  for (const page of ['<!DOCTYPE html>', '  \n<HTML>', '<script>', '<svg ', '<?xml ', 'a\0b'])
    assert.ok(objectionTo('text/csv', head(page)), page)
  assert.equal(objectionTo('text/csv', head('a < b')), undefined)
})
