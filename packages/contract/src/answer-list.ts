// Generated from routes.ts; see generate.ts.
/** Loads the schemas of the answers of one resource, by operation. */
export const answerList = {
  discovery: () => import('./answers/discovery.ts').then(({ answers }) => answers),
  sessions: () => import('./answers/sessions.ts').then(({ answers }) => answers),
  me: () => import('./answers/me.ts').then(({ answers }) => answers),
  users: () => import('./answers/users.ts').then(({ answers }) => answers),
  partners: () => import('./answers/partners.ts').then(({ answers }) => answers),
  products: () => import('./answers/products.ts').then(({ answers }) => answers),
  forms: () => import('./answers/forms.ts').then(({ answers }) => answers),
  files: () => import('./answers/files.ts').then(({ answers }) => answers),
  eventLog: () => import('./answers/event-log.ts').then(({ answers }) => answers),
  deals: () => import('./answers/deals.ts').then(({ answers }) => answers),
  announcements: () => import('./answers/announcements.ts').then(({ answers }) => answers),
  jobs: () => import('./answers/jobs.ts').then(({ answers }) => answers),
  sections: () => import('./answers/sections.ts').then(({ answers }) => answers),
  articles: () => import('./answers/articles.ts').then(({ answers }) => answers),
  articleTasks: () => import('./answers/article-tasks.ts').then(({ answers }) => answers),
  searches: () => import('./answers/searches.ts').then(({ answers }) => answers),
  boards: () => import('./answers/boards.ts').then(({ answers }) => answers),
  points: () => import('./answers/points.ts').then(({ answers }) => answers),
  tiers: () => import('./answers/tiers.ts').then(({ answers }) => answers),
}
