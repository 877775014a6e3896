// Weighs what a page has to fetch and fails when a budget is exceeded.
//   node test/size.ts [cdn] [vite] [esbuild]
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, posix } from 'node:path'
import type { Page } from 'playwright-core'
import { provideBrowsers } from './browsers.ts'
import { openBrowser } from './e2e/engine.ts'
import { closingLine } from './tally.ts'
import { build } from './packages.ts'
import { budgets, kilobytes, report, Scale, type Weight } from './size/budgets.ts'
import { bundle, bundlers, filesFrom, type Bundler } from './size/bundle.ts'
import { laterBytes } from './size/later.ts'
import { fetchedBy, weigh, type Fetched } from './size/page.ts'
import {
  form,
  formShows,
  formTakesKey,
  listShowsRows,
  openRecord,
  showsContent,
} from './size/views.ts'

const cdn = join(import.meta.dirname, '../packages/elements/dist/cdn')
const widgets = join(import.meta.dirname, '../packages/elements/src/widgets')
const chosen = process.argv.slice(2)
/** The files that the client loads to hold answers against the contract. */
const drift = /\bdrift\b/
/** The resources whose answers have schemas, by the names of their files. */
const answers = readdirSync(join(import.meta.dirname, '../packages/contract/src/answers')).map(
  (file) => file.replace('.ts', ''),
)
/** The client's event stream and uploads, which are fetched a second after a widget is there. */
const stream = /\bbackground-/
/**
 * The file that the form fetches at the first key, or three seconds after it is there; those of other
 * widgets have their widget's name before.
 */
const afterFirstKey = /(?<![\w-])later-/

/** A further widget. */
interface Other {
  readonly tag: string
  readonly attributes?: Readonly<Record<string, string>>
  /** Waits until its first view is there. */
  readonly shows: (page: Page) => Promise<void>
  /** The file that it fetches for a record page, three seconds after it is there. */
  readonly page?: RegExp
}

/** The first views and attributes of the widgets that are no list. */
const special: Readonly<Record<string, Partial<Other>>> = {
  'prm-asset': {
    attributes: { 'asset-id': 'leak-detection-deck' },
    shows: (page) => page.locator('prm-asset .pages').waitFor(),
  },
  'prm-leaderboard': { shows: showsContent('prm-leaderboard', '.places tbody tr') },
  'prm-tier-progress': { shows: showsContent('prm-tier-progress', '.gauge') },
  // Its articles are weighed with their own tag.
  'prm-knowledge-base': { shows: showsContent('prm-knowledge-base', '.card') },
  'prm-article': {
    attributes: { 'article-id': 'reset-logger' },
    shows: (page) => page.locator('prm-article .rich').waitFor(),
  },
  'prm-certificates': { shows: showsContent('prm-certificates', '.cards') },
  'prm-search-box': { shows: (page) => page.locator('prm-search-box input').waitFor() },
}

/** Every widget but the form and the portal, with the record page of its own folder. */
const others = globSync('*/define.ts', { cwd: widgets })
  .map(dirname)
  .toSorted()
  .filter((name) => !['portal', form.replace('prm-', '')].includes(name))
  .map((name): Other => {
    const files = readdirSync(join(widgets, name), { recursive: true, encoding: 'utf8' })
    const page = files.find((file) => /-(page|detail)\.ts$/.test(file))
    return {
      ...{ tag: `prm-${name}`, shows: listShowsRows(`prm-${name}`) },
      ...(page !== undefined && { page: new RegExp(`\\b${basename(page, '.ts')}-`) }),
      ...special[`prm-${name}`],
    }
  })

build()
provideBrowsers(['chromium'])
const browser = await openBrowser()
/** Each build's own way to put code into a page; pages mostly wait, so the builds take turns. */
const ways = [
  ...(wants('cdn') ? [weighCdn] : []),
  ...bundlers.filter(wants).map((bundler) => () => weighBundle(bundler)),
]
const weights: Weight[] = []
try {
  weights.push(...(await Promise.all(ways.map((weighWay) => weighWay()))).flat())
} finally {
  await browser.close()
}

const { lines, over } = report(weights)
console.log(lines.join('\n'))
console.log(closingLine({ passed: lines.length - over, failed: over, skipped: 0 }))
process.exitCode = over > 0 || lines.length === 0 ? 1 : 0

/** The files of the CDN, as they are published. */
async function weighCdn(): Promise<Weight[]> {
  const scale = new Scale('CDN')
  scale.note(budgets.autoloader, weigh(join(cdn, 'prmkit.js')))
  await weighWidgets(scale, async () => ({ folder: cdn, script: 'prmkit.js' }))
  return scale.weights
}

/** Pages that an integrator bundles. */
async function weighBundle(bundler: Bundler): Promise<Weight[]> {
  const scale = new Scale(bundler)
  const client = await bundle(bundler, 'client', `export { createClient } from '@prmkit/client'`)
  const own = filesFrom(client, ['main.js'], (file) => !drift.test(file))
  scale.note(budgets.client, weigh(...own.map((file) => join(client, file))))
  noteValidators(scale, client, own)
  await weighWidgets(scale, async (tags) => {
    const entries = ['portal', ...tags.map((tag) => tag.replace('prm-', ''))]
    const code = entries.map((entry) => `import '@prmkit/elements/${entry}'`).join('\n')
    return { folder: await bundle(bundler, tags.join('-'), code), script: 'main.js' }
  })
  return scale.weights
}

/** The code and schemas that check the answers of one resource, then those of each further one. */
function noteValidators(scale: Scale, folder: string, own: string[]) {
  const all = filesFrom(folder, ['main.js']).filter((file) => !own.includes(file))
  const checker = all.find((file) => drift.test(file)) ?? ''
  const loaded = loadedLater(folder, checker)
  const chunk = (name: string) => {
    const file = loaded.find((one) => new RegExp(`(^|/)${name}-[\\w-]{8}\\.js$`).test(one))
    if (!file) throw new Error(`No file of the validators of ${name} to weigh.`)
    return file
  }
  const others = new Set(answers.map(chunk))
  const bytesOf = (...names: string[]) => {
    const chosen = names.map(chunk)
    const wanted = (file: string) =>
      !own.includes(file) && (chosen.includes(file) || !others.has(file))
    const files = filesFrom(folder, [checker, ...chosen], wanted)
    return weigh(...files.map((file) => join(folder, file)))
  }
  const [first = '', ...further] = ['discovery', ...answers.filter((name) => name !== 'discovery')]
  const base = bytesOf(first)
  scale.note(budgets.firstValidators, base)
  const more = further.map((name) => ({ name, bytes: bytesOf(first, name) - base }))
  const largest = more.reduce((one, other) => (other.bytes > one.bytes ? other : one))
  scale.note(budgets.furtherValidators, largest.bytes, `the most, of ${largest.name}`)
}

/** The files that a file of a bundle imports when it needs them. */
function loadedLater(folder: string, file: string): string[] {
  const imports = readFileSync(join(folder, file), 'utf8').matchAll(
    /\bimport\(\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g,
  )
  return [...imports].map(([, path = '']) => posix.join(posix.dirname(file), path))
}

type Prepare = (tags: string[]) => Promise<{ folder: string; script: string }>

/** The form alone, then what each further widget adds to it, then all of them. */
async function weighWidgets(scale: Scale, prepare: Prepare) {
  /** Weighs the form and these widgets; the record page of each in `opened` is opened, too. */
  const weighed = async (
    more: readonly Other[],
    opened: readonly Other[] = [],
  ): Promise<Fetched> => {
    const { folder, script } = await prepare([form, ...more.map(({ tag }) => tag)])
    const body = `<script type="module" src="/${script}"></script>
      <prm-portal base-url="/" token-url="/token"><${form}></${form}></prm-portal>`
    return fetchedBy(browser, folder, body, async (page) => {
      await formShows(page)
      for (const { tag, attributes = {}, shows } of more) {
        await page.locator('prm-portal').evaluate(
          (portal, { tag, attributes }) => {
            const widget = document.createElement(tag)
            for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value)
            portal.prepend(widget)
          },
          { tag, attributes },
        )
        await shows(page)
      }
      for (const { tag } of opened.filter(({ page }) => page)) await openRecord(page, tag)
      // Files after the first key belong to no measure, so that one is the last to be waited for.
      await formTakesKey(page)
    })
  }
  const alone = await weighed([])
  scale.note(budgets.dealForm, alone.bytes)
  scale.note(budgets.formLater, laterBytes(alone, afterFirstKey))
  console.log(
    `  ${scale.how} fetched ${alone.files.length} files for ${form}: ${alone.files.join(' ')}`,
  )
  const all = await weighed(others)
  const allOpened = await weighed(others, others)
  for (const other of others) {
    // A widget is bounded above what the form, lists and record pages already brought.
    const further = others.filter(({ tag }) => tag !== other.tag)
    const rest = await weighed(further, further)
    const whole = other.page ? await weighed(others, further) : allOpened
    // Alone beside the form each is told for one way: no bound stands on it.
    const both = scale.how === 'CDN' || other.page ? await weighed([other]) : undefined
    scale.note(
      { ...budgets.widget, what: other.tag },
      whole.bytes - rest.bytes,
      both && besideForm(both, alone),
    )
    if (both && other.page)
      scale.note(budgets.recordPage, laterBytes(both, other.page), `of ${other.tag}`)
  }
  scale.note(budgets.everything, all.bytes)
}

function besideForm(both: Fetched, alone: Fetched): string {
  const first = `${kilobytes(both.bytes - alone.bytes)} kB as the first list beside the form`
  const live = `a second later ${kilobytes(laterBytes(both, stream, false))} kB of event stream, counted with the client`
  return `${first}; ${live}`
}

function wants(name: string): boolean {
  return chosen.length === 0 || chosen.includes(name)
}
