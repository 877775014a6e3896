/** The texts of the search for articles. */
export const messages = {
  searchArticles: 'Search the knowledge base',
  searchHint: 'Search articles, error codes, part numbers',
  searchShort: 'Search for help',
  allFound: { one: 'Show {n} result', other: 'Show all {n} results' },
  searching: 'Searching…',
  found: { one: '{n} article for “{words}”', other: '{n} articles for “{words}”' },
  foundNone: 'Nothing found for “{words}”',
  foundNoneHint: 'Check the spelling, or try fewer or other words.',
  foundInstead: 'Nothing was found for “{words}”. These are the articles for “{other}”.',
  didYouMean: 'Did you mean',
  ask: 'Did not find it? Ask us',
} as const
