import { randomUUID } from 'node:crypto'
import type { ArticleRecord } from '../src/store/articles.ts'
import type { AnnouncementRecord } from '../src/store/announcements.ts'
import { seedArticles } from '../src/seed-articles.ts'
import type { Store } from '../src/store/store.ts'
import type { EventRecord, FileRecord, PartnerRecord, UserRecord } from '../src/store/records.ts'
import type { DealRecord } from '../src/store/deals.ts'

/** An instant that tests begin with. */
export const noon = '2026-03-01T12:00:00.000Z'

/** An id that no other test uses. */
export const unique = (kind: string) => `${kind}_${randomUUID()}`

/** So many milliseconds after an instant. */
export const later = (at: string, milliseconds: number) =>
  new Date(Date.parse(at) + milliseconds).toISOString()

/** A deal of a partner, with whatever a test says otherwise. */
export function aDeal(fields: Partial<DealRecord> & { partnerId?: string } = {}): DealRecord {
  const { partnerId = unique('partner'), ...rest } = fields
  return {
    id: unique('deal'),
    number: 'D-1',
    externalIds: {},
    partners: [{ partnerId, role: 'owner' }],
    createdAt: noon,
    updatedAt: noon,
    revision: 1,
    status: 'submitted',
    name: 'New switches',
    customer: { companyName: 'Müller Maschinenbau', country: 'DE' },
    lines: [{ productId: 'switch', quantity: 3 }],
    totals: [],
    custom: {},
    consents: {},
    customerKeys: [unique('name:mueller')],
    fileIds: [],
    resubmissions: 0,
    appealed: false,
    conflictDealIds: [],
    ...rest,
  }
}

/** An announcement for everybody that began at noon, with whatever a test says otherwise. */
export function anAnnouncement(fields: Partial<AnnouncementRecord> = {}): AnnouncementRecord {
  return {
    ...{ id: unique('announcement'), externalIds: {}, createdAt: noon, updatedAt: noon },
    ...{ revision: 1, language: 'en', texts: { en: { title: 'We move', text: 'To Kiel.' } } },
    ...{ validFrom: noon, acknowledge: false, audience: {} },
    ...fields,
  }
}

/** A published article without a text, with whatever a test says otherwise. */
export function anArticle(more: Partial<ArticleRecord> = {}): ArticleRecord {
  return {
    ...{ id: unique('article'), externalIds: {}, createdAt: noon, updatedAt: noon, revision: 1 },
    ...{ status: 'published', language: 'en', texts: {}, tags: [], productIds: [], audience: {} },
    ...{ version: 1, promoted: false, position: 0, custom: {}, slug: 'one' },
    ...more,
  }
}

export function aUser(fields: Partial<UserRecord> = {}): UserRecord {
  const id = unique('user')
  return {
    id,
    externalIds: {},
    name: 'Ada',
    email: `${id}@example.com`,
    role: 'partner_seller',
    partnerIds: [],
    companyWide: false,
    active: true,
    ...fields,
  }
}

export function aPartner(fields: Partial<PartnerRecord> = {}): PartnerRecord {
  return {
    id: unique('partner'),
    externalIds: {},
    name: 'Nordlicht',
    kind: 'reseller',
    active: true,
    ...fields,
  }
}

export function aFile(fields: Partial<FileRecord> = {}): FileRecord {
  return {
    id: unique('file'),
    userId: 'ada',
    name: 'offer.pdf',
    mediaType: 'application/pdf',
    size: 3,
    status: 'ready',
    createdAt: noon,
    ...fields,
  }
}

export function anEvent(fields: Partial<EventRecord> = {}): EventRecord {
  return {
    type: 'deal.updated',
    resource: 'deal',
    resourceId: unique('deal'),
    revision: 1,
    partnerIds: ['one', 'two'],
    isDraft: false,
    at: noon,
    ...fields,
  }
}

const day = 86_400_000

/** Puts news and articles into a store, some of them for some partners. */
export async function seedContent(store: Store): Promise<void> {
  await seedAnnouncements(store)
  const text = (title: string, body: string) => ({ en: { title, body } })
  await seedArticles(
    store,
    [],
    [
      {
        ...{ id: 'reset-logger', publishedAt: noon, language: 'en' },
        texts: text('Resetting the logger', 'Hold it.\n\n## Afterwards\n\nWait for a minute.'),
      },
      {
        ...{
          id: 'for-south',
          publishedAt: noon,
          language: 'en',
          audience: { partnerIds: ['south'] },
        },
        texts: text('Southern rebates', 'Ask for them.'),
      },
    ],
  )
}

/** Gives the made-up vendor news for everybody, for one partner, to acknowledge, and that is over. */
async function seedAnnouncements(store: Store, now = Date.now()): Promise<void> {
  const begun = (days: number, fields: Partial<AnnouncementRecord> = {}) => {
    const validFrom = new Date(now - days * day).toISOString()
    return anAnnouncement({ validFrom, createdAt: validFrom, updatedAt: validFrom, ...fields })
  }
  const news = [
    begun(4),
    begun(3, { acknowledge: true }),
    begun(2, { audience: { tiers: ['Gold'] } }),
    begun(9, { validUntil: new Date(now - 5 * day).toISOString() }),
  ]
  await store.write(({ announcements }) => announcements.put(news))
}
