import { seedAssets, type FileStore, type SampleAsset, type Store } from '../src/index.ts'
import type { ShareRecord } from '../src/store/assets.ts'
import { noon } from './records.ts'

const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>

function asset(id: string, title: string, more: Partial<SampleAsset> = {}): SampleAsset {
  const look = { kind: 'pages' as const, pages: [{ text: `${title}, page one` }] }
  const file = { name: `${id}.pdf`, mediaType: 'application/pdf', bytes: bytes(`%PDF ${id}`), look }
  return {
    ...{ id, texts: { en: { title } } },
    versions: [{ at: '2026-01-05T00:00:00.000Z', files: { en: file } }],
    ...more,
  }
}

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text data-zone="line" y="16">Words</text></svg>'
const card = {
  ...{ name: 'card.svg', mediaType: 'image/svg+xml', bytes: bytes(drawing) },
  look: { kind: 'image' as const, pages: [{ text: 'A card' }] },
}

/** A library for the checks: an asset for everybody, one with terms, and one for another partner. */
export function seedLibrary(store: Store, fileStore: FileStore): Promise<void> {
  return seedAssets(
    store,
    fileStore,
    [],
    [
      asset('overview', 'Overview of hydrophones'),
      asset('prices', 'Prices of pumps', {
        terms: { version: '1', texts: { en: 'Keep it secret.' } },
      }),
      asset('card', 'Card with words of your own', {
        versions: [{ at: '2026-01-05T00:00:00.000Z', files: { en: card } }],
      }),
      asset('south', 'Consulting in the south', { audience: { partnerIds: ['south'] } }),
    ],
  )
}

/** A link that goes on, with whatever a test says otherwise. */
export function aShare(id: string, more: Partial<ShareRecord> = {}): ShareRecord {
  return {
    ...{ id, createdAt: noon, updatedAt: noon, revision: 1, token: `token-${id}`, label: id },
    ...{ partnerId: 'north', ownerUserId: 'ada', language: 'en', views: 0 },
    expiresAt: '2027-01-31T10:00:00.000Z',
    assets: [{ assetId: 'suite-a', language: 'en', version: 1 }],
    ...more,
  }
}
