const reason = { code: 'other', text: 'Because' }
const updatedAt = '2026-11-20T10:00:00.000Z'
const sectionTexts = { en: { title: 'Pumps', description: 'All about pumps' } }
const section = { externalIds: { cms: 's' }, texts: sectionTexts, language: 'en', position: 1 }
const text = {
  title: 'Spoilt',
  summary: 'Short',
  body: '# A\n\nText',
  format: 'markdown',
  updatedAt,
}
const audience = {
  ...{ tiers: ['Gold'], regions: ['north'], partnerKinds: ['reseller'] },
  ...{ partnerIds: ['north'], roles: ['partner_admin'] },
}
const article = {
  ...{ externalIds: { cms: 'a' }, texts: { en: text }, language: 'en', slug: 'spoilt' },
  ...{ tags: ['care'], productIds: ['pump'], audience, validUntil: '2027-01-31T10:00:00.000Z' },
  ...{ updatedBy: 'Mona', promoted: true, position: 1, custom: { level: 1 } },
}
const acts = (...names: string[]) => names.map((action) => ({ action }))

/** Bodies of the knowledge base that together have every field. */
export const contentBodies: Record<string, object[]> = {
  'sections.create': [{ ...section, parentId: 'none' }],
  'sections.update': [{ ...section, parentId: 'none' }],
  'sections.act': acts('retire', 'restore'),
  'sections.bulk': [{ rows: [{ key: 's', ...section, parentKey: 'p', status: 'published' }] }],
  'articles.create': [{ ...article, sectionId: 'none' }],
  'articles.update': [{ ...article, sectionId: 'none' }],
  'articles.act': [
    ...acts('submit', 'publish', 'restore'),
    { action: 'return', reason },
    { action: 'retire', reason },
  ],
  'articles.bulk': [{ rows: [{ key: 'a', ...article, sectionKey: 's', status: 'published' }] }],
  'articles.view': [{ search: 'pump', language: 'en' }],
  'articles.rate': [
    { helpful: false, reason: 'unclear', comment: 'A word', language: 'en', version: 1 },
  ],
  'articleTasks.act': [
    ...acts('finish', 'reopen'),
    { action: 'assign', userId: 'mona' },
    { action: 'dismiss', reason },
  ],
}
