import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCircles } from './circles.ts'
import { importsOf, isTest, listFiles, read, type Import } from './sources.ts'

type Rule = (edge: Import) => boolean

const files = listFiles().filter((file) => /^packages\/[^/]+\/.*\.ts$/.test(file))
const edges = files.flatMap((file) => importsOf(file))
const shipped = edges.filter(({ from }) => from.includes('/src/') && !isTest(from))

const packageOf = (path: string) => /^(?:packages|@prmkit)\/([^/]+)/.exec(path)?.[1]
const within = (edge: Import, name: string) => edge.from.startsWith(`packages/${name}/src/`)
const partOf = (path: string, name: string) =>
  path.startsWith(`packages/${name}/src/`) ? path.split('/')[3]?.replace(/\.ts$/, '') : undefined

/** The entry that brings the whole backend into the page, for the `demo` attribute. */
const isDemo = (path: string) => path === 'packages/elements/src/demo.ts'

function holds(rule: Rule, among: Import[] = shipped) {
  const broken = among.filter((edge) => !rule(edge)).map(({ from, to }) => `${from} → ${to}`)
  assert.deepEqual(broken, [])
}

/** The packages that each package may use at run time, and those that only its tests, stories and scripts may use. */
const allowed: Record<string, { always: string[]; developing: string[] }> = {
  contract: { always: [], developing: [] },
  client: { always: ['contract'], developing: ['server'] },
  elements: { always: ['contract', 'client'], developing: ['mock', 'server'] },
  server: { always: ['contract'], developing: ['client', 'conformance'] },
  mock: { always: ['contract', 'client', 'server'], developing: [] },
  conformance: { always: ['contract', 'client'], developing: ['server'] },
}

test('packages import each other in one direction', () => {
  holds((edge) => {
    const [from, to] = [packageOf(edge.from) ?? '', packageOf(edge.to)]
    if (to === undefined || to === from) return true
    const { always = [], developing = [] } = allowed[from] ?? {}
    const shipping = edge.from.includes('/src/') && !isTest(edge.from) && !isDemo(edge.from)
    return always.includes(to) || (!shipping && developing.includes(to))
  }, edges)
})

test('a page has the demo’s backend only where it asks for it', () => {
  holds(({ to }) => !isDemo(to))
})

test('packages reach each other by name, never by a path', () => {
  holds(({ from, to }) => !to.startsWith('packages/') || packageOf(from) === packageOf(to), edges)
})

test('what a page loads takes no schema of the contract along', () => {
  holds((edge) => {
    if (!within(edge, 'elements') && !within(edge, 'client')) return true
    const schemas = edge.to === 'zod/mini' || /^@prmkit\/contract($|\/schemas)/.test(edge.to)
    return !schemas || edge.kind !== 'value'
  })
})

test('the contract’s rules and route list run without zod', () => {
  holds(({ from, to, kind }) => {
    const light = /^packages\/contract\/src\/(rules\/|rules\.ts|route-list\.ts|usual-routes\.ts)/
    return !light.test(from) || kind === 'type' || light.test(to)
  })
})

test('in elements, each layer stands on those below it, and lists know no record pages', () => {
  const layers = [
    ['base'],
    ['primitives'],
    ['drafts'],
    ['forms'],
    ['list', 'record'],
    ['articles'],
    ['assets'],
    ['training'],
    ['widgets'],
  ]
  const levelOf = (part = '') => layers.findIndex((parts) => parts.includes(part))
  holds(({ from, to }) => {
    const [part, target] = [partOf(from, 'elements'), partOf(to, 'elements')]
    const [above, below] = [levelOf(part), levelOf(target)]
    return above === -1 || below === -1 || part === target || above > below
  })
})

/** The files that define an element: a class over Lit’s, through any number of others. */
const elementFiles = (() => {
  const classes = new Map([
    ['HTMLElement', ''],
    ['LitElement', ''],
  ])
  const sources = files.filter((file) => file.startsWith('packages/elements/src/') && !isTest(file))
  const heads = sources.flatMap((file) =>
    [...read(file).matchAll(/\bclass (\w+)([^{]*?\bextends [^{]*)\{/g)].map(
      ([, name = '', head = '']) => ({
        ...{ file, name },
        bases: [...head.matchAll(/\bextends (\w+)/g)].map(([, base = '']) => base),
      }),
    ),
  )
  for (let known = 0; known < classes.size;) {
    known = classes.size
    for (const { file, name, bases } of heads)
      if (bases.some((base) => classes.has(base))) classes.set(name, file)
  }
  return new Set(classes.values())
})()
const mayDraw = /^packages\/elements\/src\/(list|record|forms|articles|assets|training|widgets)\//

test('in elements, views see a host and never an element', () => {
  holds(({ from, to, kind }) => {
    const isView = mayDraw.test(from) && !elementFiles.has(from) && !from.endsWith('/define.ts')
    return !isView || !mayDraw.test(to) || !elementFiles.has(to) || kind === 'dynamic'
  })
})

test('a widget whose views are files of their own has a host for them', () => {
  const widgets = Map.groupBy(
    files.filter((file) => !isTest(file) && !file.endsWith('.styles.ts')),
    (file) => /^packages\/elements\/src\/widgets\/[^/]+\//.exec(file)?.[0],
  )
  const lacking = [...widgets].flatMap(([folder, members]) => {
    const draws = (file: string) => !elementFiles.has(file) && /\bhtml`/.test(read(file))
    return folder && members.some(draws) && !members.includes(`${folder}host.ts`) ? [folder] : []
  })

  assert.deepEqual(lacking, [])
})

test('in elements, styles, locales and events are leaves', () => {
  const leaves = ['styles', 'locales', 'events']
  holds(({ from, to, kind }) => {
    const [part, target] = [partOf(from, 'elements'), partOf(to, 'elements')]
    return !leaves.includes(part ?? '') || kind === 'type' || !target || target === part
  })
})

test('imports of any kind form no circle', () => {
  const circles = findCircles(shipped).map((files) => files.join('\n  → '))

  assert.equal(circles.length, 0, `${circles.length} circles:\n\n${circles.join('\n\n')}`)
})

test('a widget imports no other widget', () => {
  const widget = (path: string) => /^packages\/elements\/src\/widgets\/([^/]+)\//.exec(path)?.[1]
  holds(({ from, to }) => !widget(from) || !widget(to) || widget(from) === widget(to))
})

test('in the server, routes know rules and the type of the store', () => {
  const known = ['routes', 'rules']
  holds((edge) => {
    const target = partOf(edge.to, 'server')
    if (partOf(edge.from, 'server') !== 'routes' || !target || known.includes(target)) return true
    if (target === 'store') return edge.kind === 'type'
    return !['postgres', 'content', 'main', 'node'].includes(target)
  })
})

test('in the server, rules know the contract and how to refuse', () => {
  const pure = /^(@prmkit\/contract(\/|$)|packages\/server\/src\/(rules\/|problem\.ts)|tldts$)/
  holds((edge) => {
    if (!['rules', 'problem'].includes(partOf(edge.from, 'server') ?? '')) return true
    return pure.test(edge.to) || edge.kind === 'type'
  })
})

test('in the server, only postgres/ knows a database', () => {
  const database = /^(drizzle-orm|pg|@electric-sql\/|node:sqlite)/
  holds(({ from, to }) => !database.test(to) || partOf(from, 'server') === 'postgres')
})

/** The lists in which the server's parts are put together, each with what it puts together. */
const lists: Record<string, string> = {
  'content/tables.ts': 'the files of the content folder',
  'fixtures.ts': 'the made-up vendor',
  'index.ts': 'the public exports',
  'postgres/store.ts': 'the tables of the database',
  'resources.ts': 'the resources',
  'routes/handlers.ts': 'the operations of the contract',
  'store/memory/memory-store.ts': 'the tables in memory',
  'store/store.ts': 'the tables of any store',
}

test('in the server, only lists and files named for deals know deals', () => {
  const folder = 'packages/server/src/'
  const comments = /(?<=^|\s)(\/\*[^]*?\*\/|\/\/.*$)/gm
  const others = files
    .filter((file) => file.startsWith(folder) && !isTest(file))
    .map((file) => file.slice(folder.length))
    .filter((file) => !file.includes('deal'))
  const knowing = others.filter((file) =>
    /deal/i.test(read(folder + file).replaceAll(comments, '')),
  )

  assert.deepEqual(knowing, Object.keys(lists))
})

test('a circle is found once and shown by its shortest way', () => {
  const edge = (from: string, to: string) => ({ from, to })
  const edges = [
    ...[edge('a', 'b'), edge('b', 'c'), edge('c', 'd'), edge('d', 'a'), edge('c', 'a')],
    ...[edge('x', 'a'), edge('x', 'y'), edge('z', 'z')],
  ]

  assert.deepEqual(findCircles(edges), [
    ['a', 'b', 'c', 'a'],
    ['z', 'z'],
  ])
  assert.deepEqual(findCircles([edge('a', 'b'), edge('a', 'c'), edge('b', 'c')]), [])
})

test('imports are read in every form', () => {
  const text = [
    `import type { A } from './a.ts'`,
    `import { type B, type C } from './b.ts'`,
    `import { type D, e } from '../d.ts'`,
    `import './f.ts'`,
    `export * from './g.ts'`,
    `import {\n  h,\n  i,\n} from 'h'`,
    `const j = await import('./j.ts')`,
    `type K = typeof import('./k.ts')`,
    `// import './l.ts'`,
    ` * import './m.ts'`,
  ].join('\n')

  const read = importsOf('packages/x/src/y/z.ts', text).map(({ to, kind }) => `${kind} ${to}`)

  assert.deepEqual(read, [
    'type packages/x/src/y/a.ts',
    'type packages/x/src/y/b.ts',
    'value packages/x/src/d.ts',
    'value packages/x/src/y/f.ts',
    'value packages/x/src/y/g.ts',
    'value h',
    'dynamic packages/x/src/y/j.ts',
    'type packages/x/src/y/k.ts',
  ])
})
