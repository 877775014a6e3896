// Builds every package into its dist folder, the ones others depend on first.
//   node .ci/build.ts [package …]
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const order = ['contract', 'client', 'server', 'mock', 'conformance', 'elements']
const wanted = process.argv.slice(2)
const tsc = join(root, 'node_modules/.bin/tsc')

for (const name of order) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const started = performance.now()
  build(name)
  console.log(`✔ built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

function build(name: string) {
  const folder = join(root, 'packages', name)
  rmSync(join(folder, 'dist'), { recursive: true, force: true })
  run(tsc, ['-p', writeConfig(folder), '--pretty', 'false'], folder)
  const others = globSync('src/**/*.*', { cwd: folder, exclude: ['**/*.ts'] })
  for (const file of others) cpSync(join(folder, file), join(folder, file.replace(/^src/, 'dist')))
  const more = join(folder, 'build.ts')
  if (existsSync(more)) run(process.execPath, [more], folder)
}

/**
 * Sources import each other's sources; a package's build sees the declarations of those built
 * before it instead, so that it emits its own files only.
 */
function writeConfig(folder: string): string {
  const file = join(folder, 'node_modules/.cache/tsconfig.json')
  const paths = Object.assign(
    {},
    ...order.map((name) => declarations(join(root, 'packages', name))),
  )
  mkdirSync(dirname(file), { recursive: true })
  const config = {
    extends: join(folder, 'tsconfig.build.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      outDir: join(folder, 'dist'),
      rootDir: join(folder, 'src'),
      paths,
    },
    include: [join(folder, 'src')],
    exclude: ['test', 'stories'].map((kind) => join(folder, `src/**/*.${kind}.ts`)),
  }
  writeFileSync(file, JSON.stringify(config, null, 2))
  return file
}

function declarations(folder: string): Record<string, string[]> {
  const { name, publishConfig } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const entries = Object.entries<string | { types: string }>(publishConfig.exports)
  return Object.fromEntries(
    entries.map(([path, target]) => [
      join(name, path),
      [join(folder, typeof target === 'string' ? target : target.types)],
    ]),
  )
}

function run(command: string, args: string[], cwd: string) {
  try {
    execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
  } catch {
    console.error(`✖ building ${cwd} failed; the output is above`)
    process.exit(1)
  }
}
