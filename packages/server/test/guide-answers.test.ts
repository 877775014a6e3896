import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { checks } from '@prmkit/conformance'

const guide = await readFile(
  new URL('../README.md', import.meta.resolve('@prmkit/contract')),
  'utf8',
)

/** Questions of somebody who wrote a backend from the guide alone: the words that answer, and the checks that hold them. */
const questions: [question: string, answer: RegExp, held: readonly string[]][] = [
  ['the default of DealInput.status', /`status` is `submitted` unless/, ['deal-input.status']],
  ['the pointer of an unknown user', /`not-found` at `\/user` itself/, ['sessions.unknown-user']],
  [
    'the pointer of a currency not listed',
    /`not-an-option` at the pointer of the amount/,
    ['deals.scale'],
  ],
  [
    'whether editableFields add or replace',
    /they replace what was open before/,
    ['deal-actions.return'],
  ],
  ['the words of capabilities', /each by the word in `openapi\.json`/, ['capabilities.operations']],
  ['what discovery.contract is', /the version of this package that the backend keeps/, []],
  ['the days and times of business hours', /1 for Monday to 7 for Sunday/, ['business-hours.form']],
  [
    'event types beside the transitions',
    /`deal\.created`, `deal\.updated`/,
    ['event-types.timeline'],
  ],
  [
    'the digits of an instant',
    /has milliseconds and ends in `Z`/,
    ['deals.create', 'instants.end-of-day'],
  ],
  ['a token without Origin', /request without `Origin`.*is taken/, ['sessions.no-origin']],
  ['refusals of viewAs', /`viewAs` is for managers/, ['viewing.needs-partner', 'viewing.reads']],
  ['which conflict gives which answer', /answers `needs_review` for one's own/, ['conflicts.own']],
  [
    'a create in conflict',
    /is taken and marked with `conflict`, never refused/,
    ['conflicts.second'],
  ],
  [
    'conflict.deals of others',
    /is there and empty where the rivals are others'/,
    ['conflicts.registered'],
  ],
  ['the last instant of a day', /its last millisecond, 23:59:59\.999/, ['instants.end-of-day']],
  ['the order of refusals', /the first of these is told/, ['refusal-order.faults']],
  [
    'whether an incomplete draft offers submit',
    /offers `submit` also while it is incomplete/,
    ['deal-input.incomplete'],
  ],
  ['whether reason.code is listed', /`reason\.code` is any word/, []],
  ['the upload address', /answers a preflight of any origin/, ['files.upload', 'files.size']],
  ['rights of distributor and collaborator', /a distributor reads it and writes messages/, []],
  ['what a patch replaces', /replaces `lines`, `fileIds`/, ['deal-input.patch']],
  ['an old formVersion', /An old `formVersion` matters only/, []],
  ['a close date in the past', /may lie in the past unless/, []],
  ['a missing unitPrice', /the list price is not put in/, ['deal-input.no-price']],
  ['sorting by what is not there', /comes last/, []],
  ['users for a manager', /a vendor manager those of the partners/, ['visibility.users']],
  ['headers in OpenAPI', /carries an `Idempotency-Key` of 1 to 255/, ['idempotency.missing']],
  ['a draft with an unknown product', /refused in a draft too/, ['deal-input.unknown-product']],
  ['what a small backend leaves out', /begins small names one of them/, ['capabilities.blocks']],
  [
    'the operations of the vendor that may be left out',
    /may be left out where another system does its work.*then 404 or 405/,
    ['boards.rows', 'operations.callers'],
  ],
  ['an empty library', /an empty library, no course or no board conforms/, ['assets.list']],
  [
    'the status of new content',
    /is a `draft`, which partners do not see, until/,
    ['operations.content'],
  ],
  [
    'an audience of several fields',
    /each field that is given has to hold by one of its values/,
    ['operations.content'],
  ],
  [
    'the order of content without sort',
    /`position` decides the order where no `sort`/,
    ['operations.order'],
  ],
  ['the language of content', /`language` is the vendor's first unless/, []],
  [
    'what a patch of content replaces',
    /replaces `audience`, `tags` and lists of ids as a whole/,
    [],
  ],
  ['the pointer of an unknown section or course', /is `not-found` at its pointer/, []],
  [
    'the length of a page without limit',
    /the backend chooses the length of a page/,
    ['operations.pages'],
  ],
  ['event types of the other resources', /each type the record in the singular and a word/, []],
  ['marks and events', /Marks, views and drafts make no event/, []],
  [
    'the bounds of a link',
    /one in the past, or more than a year away, is refused/,
    ['shares.life'],
  ],
  ['the defaults of a board', /A board is `competition`, has a `minCohort` of 5/, []],
  ['the period of a board', /the one of a request without `period`/, ['boards.get']],
  ['points without an instant', /A row without `at` counts now/, []],
  [
    'enrolling again, and its status',
    /`enrolments\.create` answers 200, also with/,
    ['enrolments.once'],
  ],
  ['the scope of enrolments', /`scope` is `me` unless it is said/, ['enrolments.visibility']],
  ['a date that is over', /one in the past is refused at its pointer/, []],
  ['the zone of a class', /`timeZone` the zone in which they are said/, []],
  ['the parts of an asset', /An asset is one of a file, the address of a file/, ['assets.get']],
]

const rules = [...guide.matchAll(/^- \*\*([a-z-]+)\*\*.*$/gm)].map(([text]) => text).join('\n')

for (const [question, answer, held] of questions)
  test(`the guide answers ${question}`, () => {
    assert.match(rules, answer)
    const ids = checks.map(({ id }) => id)
    assert.deepEqual(
      held.filter((id) => !ids.includes(id)),
      [],
    )
  })
