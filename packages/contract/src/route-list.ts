// Generated from routes.ts; see generate.ts.
export { usualRoutes } from './usual-routes.ts'

/**
 * The operations of every resource as `name method path flags`, or as the name alone where they are
 * like most of that name; a path that begins with a dot begins with the resource's. `unkeyed` is a
 * write without an Idempotency-Key; `match` takes an If-Match, `paged` answers a list, `public` needs no token, `201` is
 * a status other than 200 and 204; `same` answers the record whose id was asked for, `id` one with
 * an id of its own, `+items` and the like one with that member; `none`, `calendar` and `stream` answer other than JSON.
 */
export const routeList = {
  discovery: 'get get / public',
  sessions: 'create post . unkeyed 201 id;remove delete ./{id} none',
  me: 'get get .',
  users: 'list;export get ./{id}/export;erase post ./{id}/erasure +pseudonym',
  partners: 'list',
  products: 'list',
  forms: 'get get ./{name}',
  files:
    'create post . 201 +file;get;complete post ./{id}/complete same;download post ./{id}/download unkeyed +url;remove delete ./{id} none',
  events: 'stream get . stream',
  eventLog: 'list get /event-log paged',
  deals:
    'list;get;create;update;remove;checkAvailability post ./availability unkeyed +result;act;listComments get ./{id}/comments paged;addComment post ./{id}/comments 201 id;listTimeline get ./{id}/timeline paged;attach post ./{id}/attachments match same;detach delete ./{id}/attachments/{fileId} match same;calendar get ./{id}/calendar calendar',
  announcements: 'list;get;read post ./{id}/read same;acknowledge post ./{id}/acknowledgement same',
  jobs: 'list',
  sections: 'list;create;update;act;bulk',
  articles:
    'list;search get ./search paged;get;view post ./{id}/views none;rate post ./{id}/ratings id;save post ./{id}/saved id;unsave delete ./{id}/saved id;create;update;act;bulk',
  articleTasks: 'list get /article-tasks paged;act post /article-tasks/{id}/actions match same',
  searches: 'list',
  folders: 'list;create;update;act;bulk',
  assets:
    'list;visit post ./visits +since;get;preview get ./{id}/preview;view post ./{id}/views none;download post ./{id}/download unkeyed +url;render post ./{id}/renderings unkeyed +url;acceptTerms post ./{id}/terms id;favourite post ./{id}/favourite id;unfavourite delete ./{id}/favourite id;create;update;act;bulk;remove',
  bundles: 'create;get',
  shares: 'list;create;update;revoke delete ./{id} id',
  assetUse: 'list get /asset-use paged',
  boards:
    'list;get;listEntries get ./{id}/entries paged;getMine get ./{id}/mine;setMine patch ./{id}/mine match +revision;explain get ./{id}/points paged;create;update;act;bulk;remove',
  points: 'list;bulk;reverse post ./{id}/reversal 201 id',
  tiers:
    'list;getMine get ./mine;get get /partners/{id}/tier;set post /partners/{id}/tier match +partnerId;listChanges get /tier-changes paged',
  courses: 'list;get;create;update;act;bulk',
  paths: 'list;get',
  classes:
    'list;get;book post ./{id}/booking same;cancel delete ./{id}/booking same;calendar get ./{id}/calendar calendar;attend post ./{id}/attendance same',
  enrolments: 'list;get;create post . +items;launch post ./{id}/launch unkeyed +url;act',
  completions: 'bulk',
  certifications: 'list;get;create;update;act;bulk',
  awards: 'list;get;download post ./{id}/download unkeyed +url;share post ./{id}/sharing same;act',
  requirements: 'list',
  trainingFeed:
    'get get /training-feed;create post /training-feed unkeyed;remove delete /training-feed none',
}
