// Generated from routes.ts; see generate.ts.
/** The schema of every answer as `module name`, with `[]` for a page of it. */
export const answerList = {
  discovery: {
    get: 'discovery Discovery',
  },
  sessions: {
    create: 'sessions Session',
  },
  me: {
    get: 'users Me',
  },
  users: {
    list: 'users User[]',
  },
  partners: {
    list: 'partners Partner[]',
  },
  products: {
    list: 'products Product[]',
  },
  forms: {
    get: 'forms Form',
  },
  files: {
    create: 'files Upload',
    get: 'files File',
    complete: 'files File',
    download: 'files Download',
  },
  eventLog: {
    list: 'events EventLogPage',
  },
  deals: {
    list: 'deals Deal[]',
    get: 'deals Deal',
    create: 'deals Deal',
    update: 'deals Deal',
    checkAvailability: 'deals Availability',
    act: 'deals Deal',
    listComments: 'conversation Comment[]',
    addComment: 'conversation Comment',
    listTimeline: 'conversation TimelineEntry[]',
    attach: 'deals Deal',
    detach: 'deals Deal',
  },
} as const

/** Loads the modules that the list names. */
export const schemaModules = {
  conversation: () => import('./schemas/conversation.ts'),
  deals: () => import('./schemas/deals.ts'),
  discovery: () => import('./schemas/discovery.ts'),
  events: () => import('./schemas/events.ts'),
  files: () => import('./schemas/files.ts'),
  forms: () => import('./schemas/forms.ts'),
  partners: () => import('./schemas/partners.ts'),
  products: () => import('./schemas/products.ts'),
  sessions: () => import('./schemas/sessions.ts'),
  users: () => import('./schemas/users.ts'),
}
