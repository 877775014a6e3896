// The gate: runs every part of the suite, shows each one's output and adds up what they counted.
//   node test/run.ts [script …]
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { closingLine, sum, tallyOf, type Tally } from './tally.ts'

const root = join(import.meta.dirname, '..')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}
const path = [dirname(process.execPath), join(root, 'node_modules/.bin'), process.env.PATH]

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
let interrupted = false

for (const [index, { script, doing }] of chosen.entries()) {
  console.log(`\n[${index + 1}/${chosen.length}] ${doing} (pnpm run ${script}) …`)
  const started = performance.now()
  const tally = await runPart(script)
  const seconds = (performance.now() - started) / 1000
  results.push({ script, tally, seconds })
  console.log(`${tally.failed === 0 ? '✔' : '✖'} ${script} in ${seconds.toFixed(1)} s`)
  if (interrupted) process.exit(1)
}

console.log()
for (const { script, tally, seconds } of results) {
  console.log(
    `${script.padEnd(14)}${`${seconds.toFixed(1)} s`.padStart(9)}   ${closingLine(tally)}`,
  )
}
const total = sum(results.map(({ tally }) => tally))
console.log(closingLine(total))
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1

async function runPart(script: string): Promise<Tally> {
  // Without a shell a signal reaches the runner itself.
  const [program = '', ...args] = (scripts[script] ?? '').split(' ')
  const child = spawn(program, args, {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: path.join(delimiter), PRMKIT_BUILT: '1' },
  })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
    process.stdout.write(chunk)
  })
  child.stderr.on('data', (chunk) => process.stderr.write(chunk))
  const end = (signal: NodeJS.Signals) => {
    interrupted = true
    child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end)
  const code = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      console.error(`Could not start ${script}: ${error.message}`)
      resolve(1)
    })
    child.on('close', (exit) => resolve(exit ?? 1))
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, end)
  return tallyOf(output, code)
}
