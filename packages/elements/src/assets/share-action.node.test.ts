import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Discovery } from '@prmkit/contract'
import { shareAction } from './share-action.ts'

test('a link ends with its last day where the vendor is', () => {
  const discovery = { languages: [], capabilities: [], timeZone: 'America/Los_Angeles' } as unknown
  const scene = { t: String, locale: 'en', client: {}, discovery: discovery as Discovery }
  const { request } = shareAction(scene as never, [{ id: 'a1' } as never], () => {
    throw new Error('No link is made here.')
  })
  const sent = { label: 'Fair', expiresAt: '2026-12-31' }

  assert.deepEqual(request?.({ sent } as never), {
    ...{ label: 'Fair', assetIds: ['a1'] },
    expiresAt: '2027-01-01T07:59:59.999Z',
  })
})
