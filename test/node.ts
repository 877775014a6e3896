// Runs the node:test files of the workspace and prints one line for each file.
//   node test/node.ts [e2e] [part of a path …]
import { availableParallelism } from 'node:os'
import { globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { run } from 'node:test'
import { inspect } from 'node:util'
import { engines, provideBrowsers } from './browsers.ts'
import { importOnce } from './e2e/vendor-site.ts'
import { closingLine } from './tally.ts'

const root = join(import.meta.dirname, '..')
const e2e = process.argv[2] === 'e2e'
const filters = process.argv.slice(e2e ? 3 : 2)
if (e2e) provideBrowsers(engines)
const patterns = e2e
  ? ['test/e2e/**/*.test.ts']
  : [
      'test/*.test.ts',
      'packages/*/test/**/*.test.ts',
      'packages/!(elements)/src/**/*.test.ts',
      'packages/elements/src/**/*.node.test.ts',
      'examples/*/**/*.test.ts',
    ]
/** These begin first: none is left to run alone at the end. */
const takesMinutes = /\b(stories|desk|failures|large-file)\.test\.ts$/
const files = globSync(patterns, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] })
  .filter((file) => filters.length === 0 || filters.some((part) => file.includes(part)))
  .toSorted()
  .toSorted((one, other) => Number(takesMinutes.test(other)) - Number(takesMinutes.test(one)))

/** The messages of a file until its summary came. */
type Notes = { failures: string[]; complaints: string[]; printed: string }
const notes = new Map<string, Notes>()
const summarised = new Set<string>()
const open: string[] = []

const tidy = e2e && filters.length === 0 ? await importOnce() : undefined

const stream = run({
  files: files.map((file) => join(root, file)),
  // Pages mostly wait; side by side they may only build nothing, or they build over each other.
  concurrency: e2e && !process.env.PRMKIT_BUILT ? 1 : availableParallelism(),
  timeout: 10 * 60_000,
})

stream.on('test:start', ({ name, nesting }) => {
  open.length = nesting
  open.push(name)
})
stream.on('test:fail', (event) => {
  const file = entry(event)
  const { error } = event.details
  if ('failureType' in error && error.failureType === 'subtestsFailed') return
  if (event.name !== file) {
    const path = [...open.slice(0, event.nesting), event.name].join(' › ')
    notesOf(file).failures.push(`${path}\n${indent(describe(error.cause ?? error))}`)
  } else if (!summarised.has(file)) {
    report(file, `did not come to an end: ${error.message}`, false)
  }
})
stream.on('test:diagnostic', (event) => {
  if (event.message.startsWith('Error:')) notesOf(entry(event)).complaints.push(event.message)
})
stream.on('test:stdout', (event) => (notesOf(entry(event)).printed += event.message))
stream.on('test:stderr', (event) => (notesOf(entry(event)).printed += event.message))
stream.on('test:summary', (event) => {
  const { counts, success, duration_ms: duration } = event
  const skipped = counts.skipped + counts.todo
  const failed = counts.tests - counts.passed - skipped
  if (event.file !== undefined) {
    const line = closingLine({ passed: counts.passed, failed, skipped })
    report(entry(event), `${line} (${(duration / 1000).toFixed(1)} s)`, success)
    return
  }
  // A file that ends early may not have run all of its tests.
  const early = files.map((file) => join(root, file)).filter((file) => !summarised.has(file))
  for (const file of early) report(file, 'ended before it told what it found', false)
  console.log(closingLine({ passed: counts.passed, failed: failed + early.length, skipped }))
  if (!success || early.length > 0 || counts.tests === 0) process.exitCode = 1
  void tidy?.()
})
stream.resume()

function report(file: string, outcome: string, success: boolean) {
  summarised.add(file)
  console.log(`${success ? '✔' : '✖'} ${relative(root, file)}: ${outcome}`)
  if (success) return
  const { failures, complaints, printed } = notesOf(file)
  for (const failure of [...failures, ...complaints]) console.log(`  ✖ ${failure}`)
  if (printed) console.log(`  it printed:\n${indent(printed)}`)
}

function notesOf(file: string): Notes {
  const found = notes.get(file) ?? { failures: [], complaints: [], printed: '' }
  notes.set(file, found)
  return found
}

/** The file that was run: a test may be defined in another one, such as a shared suite. */
function entry(event: { file?: string | undefined; entryFile?: string | undefined }): string {
  return event.entryFile ?? event.file ?? ''
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return inspect(error)
  const stack = (error.stack ?? error.message).replaceAll(/\n\s+at .*\(?node:internal.*/g, '')
  return error.cause === undefined ? stack : `${stack}\ncaused by ${describe(error.cause)}`
}

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, '    ')
}
