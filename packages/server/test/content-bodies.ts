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
  addresses: ['https://help.example/care'],
  ...{ tags: ['care'], productIds: ['pump'], audience, validUntil: '2027-01-31T10:00:00.000Z' },
  ...{ updatedBy: 'Mona', promoted: true, position: 1, custom: { level: 1 } },
}
const acts = (...names: string[]) => names.map((action) => ({ action }))

/** Bodies of the knowledge base that together have every field. */
const articleBodies: Record<string, object[]> = {
  ...sectionBodies('sections'),
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

const file = { title: 'Spoilt', description: 'Short', url: 'https://vendor.example/a' }
const asset = {
  ...{ externalIds: { cms: 'a' }, texts: { en: file }, language: 'en', changes: 'New prices' },
  ...{ tags: ['care'], productIds: ['pump'], stages: ['offer'], audience },
  ...{ expiresAt: '2027-01-31T10:00:00.000Z', featured: true, locked: true, position: 1 },
  ...{ terms: { version: '1', texts: { en: 'Secret' } }, custom: { level: 1 } },
}
const share = { label: 'For Berg', expiresAt: '2027-01-31T10:00:00.000Z', maxViews: 3 }

/** Bodies of the content library that together have every field. */
const assetBodies: Record<string, object[]> = {
  ...sectionBodies('folders'),
  'assets.create': [{ ...asset, folderId: 'none' }],
  'assets.update': [{ ...asset, folderId: 'none' }],
  'assets.act': [
    ...acts('publish', 'restore'),
    { action: 'replace', by: 'none' },
    { action: 'retire', reason },
  ],
  'assets.bulk': [{ rows: [{ key: 'a', ...asset, folderKey: 'f', status: 'published' }] }],
  'assets.view': [{ search: 'pump', language: 'en' }],
  'assets.download': [{ language: 'en', version: 1 }],
  'assets.render': [{ language: 'en', texts: { line: 'Words' }, logos: { logo: 'none' } }],
  'assets.acceptTerms': [{ version: '1' }],
  'bundles.create': [{ assetIds: ['overview'], language: 'en' }],
  'shares.create': [
    { ...share, assetIds: ['overview'], language: 'en' },
    { ...share, assetIds: ['overview'], dealId: '{other}' },
  ],
  'shares.update': [{ ...share, newest: true }],
}

const board = {
  ...{ externalIds: { crm: 'b' }, texts: { en: { title: 'Sales', text: 'All', unit: 'points' } } },
  ...{ language: 'en', subject: 'partner', scope: 'tier', identity: 'named', minCohort: 3 },
  ...{ ranking: 'dense', rules: ['deed'], periods: ['month'], firstDay: '2026-01-01', audience },
  contest: {
    ...{ from: '2026-01-01', until: '2026-02-01' },
    prizes: [{ from: 1, to: 2, texts: { en: 'A cup' } }],
  },
  ...{ position: 1, custom: { level: 1 } },
}

/** Bodies of boards that together have every field. */
const boardBodies: Record<string, object[]> = {
  'boards.create': [board],
  'boards.update': [board],
  'boards.act': [...acts('publish', 'restore'), { action: 'retire', reason }],
  'boards.bulk': [{ rows: [{ key: 'b', ...board, status: 'published' }] }],
}

const courseText = { title: 'Spoilt', description: 'Short' }
const course = {
  ...{ externalIds: { lms: 'c' }, texts: { en: courseText }, language: 'en' },
  ...{ url: 'https://vendor.example/c', minutes: 20, productIds: ['pump'] },
  ...{ prerequisiteIds: ['basics'], mandatory: true, audience, position: 1, custom: { level: 1 } },
}
const certification = {
  ...{ externalIds: { lms: 'c' }, texts: { en: courseText }, language: 'en' },
  ...{ courses: [{ courseId: 'basics', minimumScore: 0.8 }], validityMonths: 12, renewalDays: 60 },
  ...{ requirement: { needed: 2, graceDays: 30, audience }, audience, position: 1 },
  custom: { level: 1 },
}
const score = { scaled: 0.9, raw: 9, max: 10 }

/** Bodies of trainings and certificates that together have every field. */
const trainingBodies: Record<string, object[]> = {
  'courses.create': [{ ...course, kind: 'link' }],
  'courses.update': [course],
  'courses.act': [...acts('publish', 'restore'), { action: 'retire', reason }],
  'courses.bulk': [{ rows: [{ key: 'c', ...course, kind: 'link', status: 'published' }] }],
  'classes.attend': [{ attended: ['ada'], missed: ['sam'] }],
  'enrolments.create': [
    { courseId: 'basics', userIds: ['ada'], dueAt: '2027-01-31T10:00:00.000Z' },
    { pathId: 'start' },
  ],
  'enrolments.launch': [{ unitId: 'u', returnUrl: 'https://a.example/back' }],
  'enrolments.act': [
    ...acts('finish'),
    { action: 'withdraw', reason },
    { action: 'complete', at: updatedAt, score },
    { action: 'waive', reason },
    { action: 'extend', dueAt: '2027-01-31T10:00:00.000Z' },
    { action: 'reset', reason },
  ],
  'completions.bulk': [
    {
      rows: [
        {
          ...{ key: 'k', user: { id: 'ada' }, courseId: 'basics', completedAt: updatedAt },
          ...{ success: 'passed', score },
        },
        {
          ...{ key: 'l', user: { externalId: 'crm-ada', email: 'ada@north.example' } },
          ...{ courseId: 'basics', completedAt: updatedAt },
        },
      ],
    },
  ],
  'certifications.create': [certification],
  'certifications.update': [certification],
  'certifications.act': [...acts('publish', 'restore'), { action: 'retire', reason }],
  'certifications.bulk': [{ rows: [{ key: 'c', ...certification, status: 'published' }] }],
  'awards.download': [{ as: 'png' }],
  'awards.share': [{ shows: 'nothing' }],
  'awards.act': [
    ...acts('renew'),
    { action: 'revoke', reason },
    { action: 'extend', validUntil: '2027-01-31T10:00:00.000Z' },
  ],
}

/** Bodies of all content that together have every field. */
export const contentBodies: Record<string, object[]> = {
  ...articleBodies,
  ...assetBodies,
  ...boardBodies,
  'users.erase': [{ email: 'ada@north.example' }],
  ...trainingBodies,
}

function sectionBodies(name: string): Record<string, object[]> {
  return {
    [`${name}.create`]: [{ ...section, parentId: 'none' }],
    [`${name}.update`]: [{ ...section, parentId: 'none' }],
    [`${name}.act`]: acts('retire', 'restore'),
    [`${name}.bulk`]: [{ rows: [{ key: 's', ...section, parentKey: 'p', status: 'published' }] }],
  }
}
