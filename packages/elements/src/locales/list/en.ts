/** The texts that every list shares. */
export const messages = {
  search: 'Search',
  all: 'All',
  sort: 'Sort by',
  export: 'Export as CSV',
  print: 'Print',
  shown: '{shown} of {total}',
  more: 'Show more',
  unreadable: '{name} cannot be shown: its data is incomplete.',
  noneMatch: 'Nothing matches this search and these filters.',
  clearFilters: 'Clear search and filters',
  other: 'Other',
} as const
