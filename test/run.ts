// The gate: runs every part of the suite, shows each one's output and adds up what they counted.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { closingLine, sum, tallyOf, type Tally } from './tally.ts'

const root = join(import.meta.dirname, '..')
const scripts: Record<string, string> = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
).scripts

const parts: { script: string; doing: string }[] = [
  { script: 'test:format', doing: 'Is everything formatted?' },
  { script: 'test:lint', doing: 'Linting' },
  { script: 'test:types', doing: 'Checking types, project by project' },
  { script: 'test:unused', doing: 'Looking for unused files, exports and dependencies' },
  { script: 'build', doing: 'Building the packages' },
  { script: 'test:node', doing: 'Running the tests that need no browser' },
  { script: 'test:browser', doing: 'Testing the elements in Chromium, Firefox and WebKit' },
  { script: 'test:e2e', doing: 'Driving whole pages in real browsers' },
  { script: 'test:size', doing: 'Weighing what a page has to fetch' },
]

const only = process.argv.slice(2)
const chosen = parts.filter(({ script }) => only.length === 0 || only.includes(script))
const results: { script: string; tally: Tally; seconds: number }[] = []
for (const [index, { script, doing }] of chosen.entries()) {
  console.log(`\n[${index + 1}/${chosen.length}] ${doing} (pnpm run ${script}) …`)
  const started = performance.now()
  const tally = await runPart(script)
  const seconds = (performance.now() - started) / 1000
  results.push({ script, tally, seconds })
  console.log(`${tally.failed === 0 ? '✔' : '✖'} ${script} in ${seconds.toFixed(1)} s`)
}

console.log()
for (const { script, tally, seconds } of results) {
  console.log(
    `${script.padEnd(14)}${`${seconds.toFixed(1)} s`.padStart(9)}   ${closingLine(tally)}`,
  )
}
const total = sum(results.map(({ tally }) => tally))
console.log(closingLine(total))
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)

async function runPart(script: string): Promise<Tally> {
  const command = scripts[script]
  if (!command) throw new Error(`package.json has no script "${script}"`)
  const child = spawn(command, {
    cwd: root,
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PRMKIT_BUILT: '1' },
  })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
    process.stdout.write(chunk)
  })
  child.stderr.pipe(process.stderr, { end: false })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => child.kill(signal))
  }
  const code = await new Promise<number>((resolve) => {
    child.on('close', (exit) => resolve(exit ?? 1))
  })
  return tallyOf(output, code)
}
