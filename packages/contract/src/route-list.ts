// Generated from routes.ts; see generate.ts.
/**
 * Every operation as `method path flags`: `key` takes an Idempotency-Key, `match` an If-Match,
 * `paged` answers pages, `public` needs no token, `201` is a status other than 200 and 204;
 * `same` answers the record whose id was asked for, `id` one with an id of its own; `none`,
 * `calendar` and `stream` answer other than JSON.
 */
export const routeList = {
  discovery: {
    get: 'get / public',
  },
  sessions: {
    create: 'post /sessions 201 id',
    remove: 'delete /sessions/{id} key none',
  },
  me: {
    get: 'get /me',
  },
  users: {
    list: 'get /users paged',
  },
  partners: {
    list: 'get /partners paged',
  },
  products: {
    list: 'get /products paged',
  },
  forms: {
    get: 'get /forms/{name}',
  },
  files: {
    create: 'post /files key 201',
    get: 'get /files/{id} same',
    complete: 'post /files/{id}/complete key same',
    download: 'post /files/{id}/download',
    remove: 'delete /files/{id} key none',
  },
  events: {
    stream: 'get /events stream',
  },
  eventLog: {
    list: 'get /event-log',
  },
  deals: {
    list: 'get /deals paged',
    get: 'get /deals/{id} same',
    create: 'post /deals key 201 id',
    update: 'patch /deals/{id} key match same',
    remove: 'delete /deals/{id} key match none',
    checkAvailability: 'post /deals/availability',
    act: 'post /deals/{id}/actions key match same',
    listComments: 'get /deals/{id}/comments paged',
    addComment: 'post /deals/{id}/comments key 201 id',
    listTimeline: 'get /deals/{id}/timeline paged',
    attach: 'post /deals/{id}/attachments key match same',
    detach: 'delete /deals/{id}/attachments/{fileId} key match same',
    calendar: 'get /deals/{id}/calendar calendar',
  },
  announcements: {
    list: 'get /announcements paged',
    get: 'get /announcements/{id} same',
    read: 'post /announcements/{id}/read key same',
    acknowledge: 'post /announcements/{id}/acknowledgement key same',
  },
  jobs: {
    list: 'get /jobs paged',
  },
  sections: {
    list: 'get /sections',
    create: 'post /sections key 201 id',
    update: 'patch /sections/{id} key match id',
    act: 'post /sections/{id}/actions key match id',
    bulk: 'post /sections/bulk key',
  },
  articles: {
    list: 'get /articles paged',
    search: 'get /articles/search paged',
    get: 'get /articles/{id} same',
    view: 'post /articles/{id}/views key none',
    rate: 'post /articles/{id}/ratings key id',
    save: 'post /articles/{id}/saved key id',
    unsave: 'delete /articles/{id}/saved key id',
    create: 'post /articles key 201 id',
    update: 'patch /articles/{id} key match id',
    act: 'post /articles/{id}/actions key match id',
    bulk: 'post /articles/bulk key',
  },
  articleTasks: {
    list: 'get /article-tasks paged',
    act: 'post /article-tasks/{id}/actions key match id',
  },
  searches: {
    list: 'get /searches paged',
  },
  boards: {
    list: 'get /boards',
    get: 'get /boards/{id} same',
    listEntries: 'get /boards/{id}/entries paged',
    getMine: 'get /boards/{id}/mine',
    setMine: 'patch /boards/{id}/mine key match',
    explain: 'get /boards/{id}/points paged',
  },
  points: {
    list: 'get /points paged',
    bulk: 'post /points/bulk key',
    reverse: 'post /points/{id}/reversal key 201 id',
  },
  tiers: {
    list: 'get /tiers',
    getMine: 'get /tiers/mine',
    get: 'get /partners/{id}/tier same',
    set: 'post /partners/{id}/tier key match same',
    listChanges: 'get /tier-changes paged',
  },
} as const
