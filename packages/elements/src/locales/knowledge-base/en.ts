/** The texts of the knowledge base. */
export const messages = {
  title: 'Knowledge base',
  sections: 'Sections',
  articles: 'Articles',
  articleCount: { one: '{n} article', other: '{n} articles' },
  popular: 'Most read',
  recent: 'Read last',
  saved: 'Saved',
  path: 'You are here',
  allSections: 'All sections',
  sectionGone: 'This section is no longer there',
  sectionEmpty: 'There are no articles here.',
  none: 'No articles yet',
  noneHint: 'Help with products and services appears here.',
} as const
