import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownPath } from './own-path.ts'

const site = 'https://quellmark.example'

test('an address leads on only where it stays on the site', () => {
  const kept = ['/', '/partners?deal=a%20b', '/desk#top', '/a/../partners', '/%09/host']

  assert.deepEqual(
    kept.map((address) => ownPath(address, site)),
    ['/', '/partners?deal=a%20b', '/desk#top', '/partners', '/%09/host'],
  )
})

test('an address that browsers read as another host is refused', () => {
  const tried = [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\\evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '\t//evil.example',
    'partners',
    `/${'\u00fc'.repeat(400)}`,
    '',
    undefined,
    {},
  ]

  assert.deepEqual(
    tried.map((address) => ownPath(address, site)),
    tried.map(() => undefined),
  )
})

test('control characters in a path are written as a header may hold them', () => {
  const path = ownPath('/partners\0\x07?q=\x1b\u00fc', site) ?? ''

  assert.match(path, /^\/partners[\x21-\x7e]*$/)
})
