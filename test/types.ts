// Type-checks every project of the workspace; each tsconfig*.json states a runtime of its own.
// A second run checks only files that changed, and files that import them.
import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { closingLine } from './tally.ts'

const root = join(import.meta.dirname, '..')
const filters = process.argv.slice(2)
const projects = globSync('{packages/*,examples/*,test}/tsconfig*.json', { cwd: root })
  .filter((file) => filters.length === 0 || filters.some((part) => file.includes(part)))
  .toSorted()
const queue = [...projects]
const tally = { passed: 0, failed: 0, skipped: 0 }

await Promise.all(Array.from({ length: availableParallelism() }, work))
console.log(closingLine(tally))
process.exitCode = tally.failed > 0 || projects.length === 0 ? 1 : 0

async function work() {
  for (let project = queue.shift(); project !== undefined; project = queue.shift()) {
    const complaint = await check(project)
    tally[complaint === undefined ? 'passed' : 'failed'] += 1
    console.log(complaint === undefined ? `✔ ${project}` : `✖ ${project}\n${complaint}`)
  }
}

function check(project: string): Promise<string | undefined> {
  const tsc = join(root, 'node_modules/.bin/tsc')
  const known = join(
    root,
    'node_modules/.cache/types',
    `${project.replaceAll('/', '.')}.tsbuildinfo`,
  )
  const incremental = ['--incremental', '--tsBuildInfoFile', known]
  return new Promise((resolve) => {
    execFile(
      tsc,
      ['-p', project, '--pretty', 'false', ...incremental],
      { cwd: root },
      (error, out, err) => resolve(error ? `${out}${err}`.trim() || error.message : undefined),
    )
  })
}
