// Runs the component tests in every engine that is there, or in those that are named.
//   node test/browser.ts [chromium] [firefox] [webkit] [part of a path …]
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'
import { engines, mustHaveAll, provideBrowsers, type Engine } from './browsers.ts'
import { closingLine, readClosingLine, sum, tallyOf, type Tally } from './tally.ts'

const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)
const named = engines.filter((engine) => words.includes(engine))
const wanted = named.length > 0 ? named : engines
const filters = words.filter((word) => !engines.includes(word as Engine))
const files = globSync('packages/elements/{src,test}/**/*.test.ts', { cwd: root })
  .filter((file) => !file.endsWith('.node.test.ts'))
  .filter((file) => filters.length === 0 || filters.some((part) => file.includes(part)))
/** A WebKit grew by 40 MB with each file, and near 2 GB it ended pages that still ran tests. */
const filesForOneWebKit = 12
const tallies: Tally[] = []
let interrupted = false

const there = provideBrowsers(wanted).map(({ engine }) => engine)
// Chromium takes two files at a time, the others one each: so every run keeps two cores busy.
for (const group of [['chromium'], ['firefox', 'webkit']]) {
  const both = wanted.filter((engine) => group.includes(engine))
  if (!interrupted) tallies.push(...(await Promise.all(both.map(run))))
}
const total = sum(tallies)
console.log(closingLine(total))
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

/** Every file of an engine that is not there is a reported skip on a laptop, a failure in CI. */
function missing(engine: Engine): Tally {
  const tally = { passed: 0, failed: 0, skipped: 0 }
  const kind = mustHaveAll() ? 'failed' : 'skipped'
  tally[kind] = files.length
  console.log(`${kind}: ${tally[kind]} files in ${engine}, which is not on this machine`)
  return tally
}

async function run(engine: Engine): Promise<Tally> {
  if (!there.includes(engine)) return missing(engine)
  const started = performance.now()
  console.log(`${engine}: ${files.length} files …`)
  const browsers = engine === 'webkit' ? Math.ceil(files.length / filesForOneWebKit) : 1
  const tallies: Tally[] = []
  for (let one = 0; one < browsers && !interrupted; one++) {
    tallies.push(
      await runIn(
        engine,
        files.filter((_, index) => index % browsers === one),
      ),
    )
  }
  const tally = sum(tallies)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${engine}: ${closingLine(tally)} (${seconds} s)`)
  return tally
}

/** Runs files in one browser, one after the other. */
async function runIn(engine: Engine, files: string[]): Promise<Tally> {
  const config = join(root, 'test/web-test-runner.config.mjs')
  const runner = join(root, 'node_modules/@web/test-runner/dist/bin.js')
  const child = spawn(process.execPath, [runner, '--config', config], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ENGINE: engine, FILES: files.join(',') },
  })
  let output = ''
  createInterface(child.stdout).on('line', (raw) => {
    const line = stripVTControlCharacters(raw).trimEnd()
    if (line === '' || line.startsWith('Running ')) return
    output += `${line}\n`
    if (!readClosingLine(line)) console.log(line)
  })
  const end = (signal: NodeJS.Signals) => {
    interrupted = true
    child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end)
  const code = await new Promise<number>((resolve) => {
    child.on('close', (exit) => resolve(exit ?? 1))
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, end)
  return tallyOf(output, code)
}
