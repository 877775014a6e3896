import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checks, htmlReport } from '@prmkit/conformance'
import { memoryFiles, memoryStore, seed } from '../src/index.ts'
import { seedBoards } from './board-records.ts'
import { failures, outcomesOf, type Serve } from './kit-outcomes.ts'
import { seedLibrary } from './library-records.ts'
import { anAnnouncement, later, noon, seedContent } from './records.ts'
import { heldBy, seedAcademy } from './training-records.ts'

/** A backend with every resource, and something of each. */
async function everything() {
  const store = memoryStore()
  const fileStore = memoryFiles()
  await seed(store)
  await seedBoards(store)
  await seedContent(store)
  await seedLibrary(store, fileStore)
  await store.write((tables) => seedAcademy(tables, new Date().toISOString(), [heldBy('ada')]))
  return { store, options: { fileStore } }
}

type Defect = (request: Request, serve: Serve, path: string) => Promise<Response>

const wrapped =
  (defect: Defect) =>
  (serve: Serve): Serve =>
  (request) =>
    defect(request, serve, new URL(request.url).pathname.replace('/v1', ''))

/** The reason that one check gives for a backend with a defect. */
async function reasonFor(id: string, defect: Defect): Promise<string> {
  const all = await everything()
  const [outcome] = await outcomesOf({ ...all, wrap: wrapped(defect), ids: [id] })
  assert.equal(outcome?.result, 'fail', outcome?.reason)
  return outcome.reason ?? ''
}

/** The answers of some paths, changed. */
const changing =
  (paths: RegExp, change: (answer: Response, request: Request) => Response | Promise<Response>) =>
  async (request: Request, serve: Serve, path: string) => {
    const answer = await serve(request)
    return paths.test(path) ? change(answer, request) : answer
  }

const withText = async (answer: Response, change: (text: string) => string) =>
  new Response(change(await answer.text()), answer)

const without = (name: string) => (answer: Response) => {
  const { status, body } = answer
  const headers = new Headers(answer.headers)
  headers.delete(name)
  return new Response(body, { status, headers })
}

/** The requests of some paths, changed. */
const asking =
  (paths: RegExp, change: (request: Request) => Request) =>
  (request: Request, serve: Serve, path: string) =>
    serve(paths.test(path) ? change(request) : request)

const leaving = (pattern: RegExp) => (request: Request) =>
  new Request(request.url.replace(pattern, ''), request)

const having = (name: string, value: () => string) => (request: Request) => {
  const changed = new Request(request)
  if (!changed.headers.get(name)) changed.headers.set(name, value())
  return changed
}

/** Takes each request for another one than before. */
const renewingKeys = (request: Request) => {
  const changed = new Request(request)
  if (changed.headers.get('idempotency-key'))
    changed.headers.set('idempotency-key', crypto.randomUUID())
  return changed
}

let cursors = 0
const reads = /^\/(articles|assets|courses|classes|awards|boards|points|tier-changes)/

const defects: Record<string, [id: string, defect: Defect, told: RegExp]> = {
  'reads no cursor of any list': [
    'operations.pages',
    asking(reads, leaving(/&?cursor=[^&]+/)),
    /is “cursor” read\?.*\n\d operations: GET /,
  ],
  'never ends a list of messages': [
    'operations.pages',
    changing(/\/comments$/, (answer, { method }) =>
      method === 'GET'
        ? withText(answer, (text) => text.replace(/\}$/, `,"nextCursor":"c${cursors++}"}`))
        : answer,
    ),
    /GET \/deals\/\{id\}\/comments/,
  ],
  'reads no limit': [
    'operations.pages',
    asking(/^\/(courses|points)/, leaving(/&?limit=\d+/)),
    /With limit=1 a page has \d+ records/,
  ],
  'takes any limit': [
    'operations.bounds',
    asking(reads, leaving(/&?limit=101/)),
    /\d operations: GET /,
  ],
  'takes any query': ['operations.queries', asking(reads, leaving(/&?nmae=x/)), /\d operations:/],
  'lists points in no order': [
    'operations.order',
    changing(/^\/points$/, (answer) =>
      withText(answer, (text) => {
        const page = JSON.parse(text) as { items?: { at: string }[] }
        for (const last of page.items?.slice(-1) ?? []) last.at = '2099-01-01T00:00:00.000Z'
        return JSON.stringify(page)
      }),
    ),
    /By at the latest come first, but it is .*\nGET \/points/,
  ],
  'writes instants with an offset': [
    'operations.read',
    changing(/^\/(awards|announcements)$/, (answer) =>
      withText(answer, (text) => text.replaceAll(/\.\d{3}Z"/g, '+00:00"')),
    ),
    /\/items\/0\/\w+: it is "[^"]+\+00:00", expected an instant in UTC with milliseconds such as "2026/,
  ],
  'answers a report in HTML': [
    'operations.read',
    changing(/^\/asset-use$/, (answer) => {
      answer.headers.set('content-type', 'text/html')
      return answer
    }),
    /Expected JSON, got 200 text\/html/,
  ],
  'marks no article with its revision': [
    'operations.read',
    changing(/^\/articles\//, without('etag')),
    /ETag is null, expected the revision/,
  ],
  'lets no page elsewhere read boards': [
    'operations.read',
    changing(/^\/boards/, without('access-control-allow-origin')),
    /cannot read an answer/,
  ],
  'opens awards and enrolments to everybody': [
    'operations.token',
    asking(
      /^\/(awards|enrolments)/,
      having('authorization', () => 'Bearer x'),
    ),
    /Expected token-missing.*\n\d+ operations: GET \/enrolments/,
  ],
  'lets partners write for the vendor': [
    'operations.callers',
    changing(/^\/(boards|courses)/, (answer) =>
      answer.status === 403 ? Response.json({ status: 'published' }) : answer,
    ),
    /Expected a problem document, got 200.*\n\d+ operations: POST \/boards/,
  ],
  'calls what does not exist forbidden': [
    'operations.unknown',
    changing(/^\/(classes|paths)\//, (answer) =>
      answer.status === 404 ? new Response('{}', { ...answer, status: 403 }) : answer,
    ),
    /\d operations: GET \/paths\/\{id\}/,
  ],
  'takes marks without a key': [
    'operations.keys',
    asking(
      /\/(saved|favourite|booking)$/,
      having('idempotency-key', () => crypto.randomUUID()),
    ),
    /Expected idempotency-key-missing.*\n\d operations: POST \/articles\/\{id\}\/saved/,
  ],
  'takes votes and attendance without a key': [
    'operations.keys',
    asking(
      /\/(ratings|attendance)$/,
      having('idempotency-key', () => crypto.randomUUID()),
    ),
    /Expected idempotency-key-missing.*\n2 operations: POST \/articles\/\{id\}\/ratings/,
  ],
  'makes a link twice': [
    'operations.repeats',
    asking(/^\/shares$/, renewingKeys),
    /The same key and body made share_\w+ and share_\w+\.\nPOST \/shares/,
  ],
  'takes misspelt fields': [
    'operations.bodies',
    changing(/^\/(shares|bundles|enrolments)$/, (answer) =>
      answer.status === 422 ? Response.json({}) : answer,
    ),
    /\d operations: POST \/bundles, POST \/shares/,
  ],
  'makes a course twice': [
    'operations.content',
    asking(/^\/courses$/, renewingKeys),
    /The same key and body made course_\w+ and course_\w+/,
  ],
  'changes boards without a revision': [
    'operations.content',
    asking(
      /^\/boards\/./,
      having('if-match', () => '"1"'),
    ),
    /Expected a problem document, got 200.*\nPOST \/boards\n/,
  ],
  'names no request in its writes': [
    'operations.answers',
    changing(/^\/sessions$/, without('request-id')),
    /No Request-Id in answers of 1 operations: POST \/sessions/,
  ],
  'lets caches keep a session': [
    'operations.answers',
    changing(/^\/sessions$/, without('cache-control')),
    /No Cache-Control: no-store in answers of 1 operations: POST \/sessions/,
  ],
}

for (const [what, [id, defect, told]] of Object.entries(defects))
  test(`a backend that ${what} falls short of ${id}`, async () => {
    assert.match(await reasonFor(id, defect), told)
  })

for (const resource of ['articles', 'assets', 'courses', 'certifications', 'boards'])
  test(`a backend that shows ${resource} to partners whom they are not for falls short`, async () => {
    let token: string | null = null
    const reason = await reasonFor('operations.content', async (request, serve, path) => {
      const copy = request.clone()
      const answer = await serve(request)
      const by = copy.headers.get('authorization')
      if (path.startsWith(`/${resource}/`) && answer.ok && copy.method === 'GET') token = by
      if (answer.status !== 404 || !token || !path.startsWith(`/${resource}/`)) return answer
      copy.headers.set('authorization', token)
      return serve(copy)
    })

    assert.match(reason, new RegExp(`Expected not-found.*\\nPOST /${resource}`))
  })

test('a route that hangs ends its checks at once, each a little sooner', async () => {
  const all = await everything()
  const ids = ['announcements.get', 'announcements.list', 'operations.read', 'articles.get']
  const asked: number[] = []
  const outcomes = await outcomesOf({
    ...{ ...all, ids, target: { patience: 4000, checkTime: 60_000 } },
    wrap: wrapped((request, serve, path) => {
      if (path !== '/announcements') return serve(request)
      asked.push(performance.now())
      return new Promise<Response>(() => {})
    }),
  })

  assert.deepEqual(
    outcomes.map(({ check, result, reason }) => [
      ...[check.id, result],
      /had no answer within (\d) s/.exec(reason ?? '')?.[1],
    ]),
    [
      ['announcements.list', 'fail', '4'],
      ['announcements.get', 'fail', '2'],
      ['articles.get', 'pass', undefined],
      ['operations.read', 'fail', '2'],
    ],
  )
  assert.equal(asked.length, 3)
})

test('faults that only their values tell apart are not told as one', async () => {
  const all = await everything()
  const outcomes = await outcomesOf({
    ...{ ...all, ids: ['announcements.list', 'points.list'] },
    wrap: wrapped(
      changing(/^\/(announcements|points)$/, (answer, { url }) =>
        /limit=(100|1)\b/.test(url)
          ? withText(answer, (text) => {
              const page = JSON.parse(text) as { items: unknown[] }
              return JSON.stringify({ ...page, items: page.items.toReversed().slice(0, 1) })
            })
          : answer,
      ),
    ),
  })
  const causes = outcomes.filter(({ result }) => result === 'fail').map(({ cause }) => cause)

  assert.equal(new Set(causes).size, causes.length, causes.join('\n'))
  assert.doesNotMatch(htmlReport('http://server.example', outcomes), /checks for one cause/)
})

test('a vendor whose content another system keeps conforms, and the kit says what it did not try', async () => {
  const all = await everything()
  const isWriting = /^\/(articles|sections|assets|folders|boards|courses|certifications)(\/|$)/
  const isReport = /^\/(jobs|searches|asset-use|article-tasks|points|completions)|^\/partners\/./
  const marks = /\/(ratings|saved|views|visits|download|renderings|terms|favourite|mine)$/
  const outcomes = await outcomesOf({
    ...all,
    wrap: wrapped(async (request, serve, path) => {
      const answer = await serve(request)
      const isVendors =
        isReport.test(path) ||
        (request.method !== 'GET' && isWriting.test(path) && !marks.test(path))
      if (!isVendors || answer.status === 401 || request.method === 'OPTIONS') return answer
      const problem = { type: 'about:blank', title: 'None', code: 'not-found', requestId: 'r' }
      const headers = new Headers(answer.headers)
      headers.set('content-type', 'application/problem+json')
      return Response.json({ ...problem, status: 404 }, { status: 404, headers })
    }),
  })
  const skipped = Object.fromEntries(outcomes.map(({ check, reason }) => [check.id, reason]))

  assert.deepEqual(failures(outcomes), [])
  assert.match(
    skipped['boards.rows'] ?? '',
    /leaves out POST \/boards\/bulk, which is the vendor’s alone/,
  )
})

test('thousands of announcements conform, in a few hundred requests', async () => {
  const all = await everything()
  await all.store.write(async ({ announcements }) => {
    const of = (_: unknown, index: number) => anAnnouncement({ validFrom: later(noon, index) })
    await announcements.put(Array.from({ length: 3000 }, of))
  })
  let requests = 0
  const outcomes = await outcomesOf({
    ...{ ...all, ids: checks.map(({ id }) => id).filter((id) => id.startsWith('announcements')) },
    wrap: wrapped((request, serve) => {
      requests += 1
      return serve(request)
    }),
  })

  assert.deepEqual(failures(outcomes), [])
  assert.ok(requests < 500, `${requests} requests were sent.`)
})

test('a text that only tells of code conforms', async () => {
  const html =
    '<p title=\'on x="1"\'>Set online=true, never javascript:alert or &lt;script&gt;.</p>'
  const outcomes = await outcomesOf({
    ...{ ...(await everything()), ids: ['articles.get'] },
    wrap: wrapped(
      changing(/^\/articles\/./, (answer) =>
        withText(answer, (text) => JSON.stringify({ ...JSON.parse(text), html, contents: [] })),
      ),
    ),
  })

  assert.deepEqual(failures(outcomes), [])
})

for (const html of [
  '<svg/onload=alert(1)>',
  '<a href="java&#x73;cript:alert(1)">x</a>',
  '<p title="x"onclick=alert(1)>x</p>',
  '<iframe src="https://elsewhere.example"></iframe>',
])
  test(`a text with ${html} falls short`, async () => {
    const reason = await reasonFor(
      'articles.get',
      changing(/^\/articles\/./, (answer) =>
        answer.ok
          ? withText(answer, (text) =>
              text.replace(/"html":"/, () => `"html":"${html.replaceAll('"', '\\"')}`),
            )
          : answer,
      ),
    )

    assert.match(reason, /The text can run code/)
  })
