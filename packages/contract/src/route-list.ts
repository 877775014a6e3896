// Generated from routes.ts; see generate.ts.
export { usualRoutes } from './usual-routes.ts'

/**
 * The operations of every resource as `name method path flags`, or as the name alone where they are
 * like most of that name; a path that begins with a dot begins with the resource's. `key` takes an
 * Idempotency-Key, `match` an If-Match, `paged` answers pages, `public` needs no token, `201` is
 * a status other than 200 and 204; `same` answers the record whose id was asked for, `id` one with
 * an id of its own; `none`, `calendar` and `stream` answer other than JSON.
 */
export const routeList = {
  discovery: 'get get / public',
  sessions: 'create post . 201 id;remove delete ./{id} key none',
  me: 'get get .',
  users: 'list',
  partners: 'list',
  products: 'list',
  forms: 'get get ./{name}',
  files:
    'create post . key 201;get;complete post ./{id}/complete key same;download post ./{id}/download;remove delete ./{id} key none',
  events: 'stream get . stream',
  eventLog: 'list get /event-log',
  deals:
    'list;get;create;update;remove;checkAvailability post ./availability;act;listComments get ./{id}/comments paged;addComment post ./{id}/comments key 201 id;listTimeline get ./{id}/timeline paged;attach post ./{id}/attachments key match same;detach delete ./{id}/attachments/{fileId} key match same;calendar get ./{id}/calendar calendar',
  announcements:
    'list;get;read post ./{id}/read key same;acknowledge post ./{id}/acknowledgement key same',
  jobs: 'list',
  sections: 'list get .;create;update;act;bulk',
  articles:
    'list;search get ./search paged;get;view post ./{id}/views key none;rate post ./{id}/ratings key id;save post ./{id}/saved key id;unsave delete ./{id}/saved key id;create;update;act;bulk',
  articleTasks: 'list get /article-tasks paged;act post /article-tasks/{id}/actions key match same',
  searches: 'list',
  folders: 'list get .;create;update;act;bulk',
  assets:
    'list;visit post ./visits key;get;preview get ./{id}/preview;view post ./{id}/views key none;download post ./{id}/download;acceptTerms post ./{id}/terms key id;favourite post ./{id}/favourite key id;unfavourite delete ./{id}/favourite key id;create;update;act;bulk;remove',
  bundles: 'create;get',
  shares: 'list;create;update;revoke delete ./{id} key id',
  assetUse: 'list get /asset-use paged',
  boards:
    'list get .;get;listEntries get ./{id}/entries paged;getMine get ./{id}/mine;setMine patch ./{id}/mine key match;explain get ./{id}/points paged',
  points: 'list;bulk;reverse post ./{id}/reversal key 201 id',
  tiers:
    'list get .;getMine get ./mine;get get /partners/{id}/tier same;set post /partners/{id}/tier key match same;listChanges get /tier-changes paged',
  courses: 'list;get;create;update;act;bulk',
  paths: 'list;get',
  classes:
    'list;get;book post ./{id}/booking key same;cancel delete ./{id}/booking key same;calendar get ./{id}/calendar calendar;attend post ./{id}/attendance key same',
  enrolments: 'list;get;create post . key;launch post ./{id}/launch;act',
  completions: 'bulk',
  certifications: 'list;get;create;update;act;bulk',
  awards: 'list;get;act',
  requirements: 'list get .',
}
