// Runs one script of package.json on a machine that has nothing but Node 20 and npm:
// installs what the lockfile lists, unless that is there already, then hands over to Node 24.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const stamp = join(modules, '.installed')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const [name, ...args] = process.argv.slice(2)
const script = manifest.scripts[name ?? '']
if (!script?.startsWith('node ')) {
  fail(`"${name}" is no script of package.json that starts with node. Run npm start or npm test.`)
}

const wanted = fingerprint()
if (!installed()) await install()
const [node, ...rest] = [nodeBinary(), ...script.split(' ').slice(1), ...args]
await run(node, rest).then(leave)

function installed() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && nodeBinary() !== undefined
}

/** Changes whenever an install would do something. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} `)
  for (const file of ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml']) {
    hash.update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

async function install() {
  const started = Date.now()
  console.log('Installing packages (about half a minute the first time) …')
  rmSync(stamp, { force: true })
  const pnpm = manifest.packageManager
  const result = await run('npx', [
    '--yes',
    pnpm,
    'install',
    '--frozen-lockfile',
    '--reporter=append-only',
  ])
  if (result.code !== 0) {
    console.error(
      `"npx ${pnpm} install" failed. Its output is above; the npm registry must be reachable.`,
    )
    leave(result)
  }
  if (nodeBinary() === undefined) {
    const system = `${process.platform}-${process.arch}`
    fail(
      `npm has no Node 24 for ${system}, and this is Node ${process.version}. Install Node 24 or later.`,
    )
  }
  mkdirSync(modules, { recursive: true })
  writeFileSync(stamp, wanted)
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}

/** The Node of the lockfile, or else the one at hand if it is new enough to run TypeScript. */
function nodeBinary() {
  const windows = process.platform === 'win32'
  const system = `${windows ? 'win' : process.platform}-${process.arch}`
  const found = [`node-${system}`, `node-bin-${system}`]
    .map((name) => join(modules, name, 'bin', windows ? 'node.exe' : 'node'))
    .find(existsSync)
  const ownMajor = Number(process.versions.node.split('.')[0])
  return found ?? (ownMajor >= 24 ? process.execPath : undefined)
}

function run(command, words) {
  const node = nodeBinary() ?? process.execPath
  const path = [dirname(node), join(modules, '.bin'), process.env.PATH].join(delimiter)
  const child = spawn(command, words, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
    shell: process.platform === 'win32' && command === 'npx',
  })
  // At a terminal Ctrl-C reaches the whole process group by itself.
  const forwarded = ['SIGTERM', 'SIGHUP', 'SIGINT']
  const forward = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of forwarded) process.on(signal, forward)
  return new Promise((resolve) => {
    child.on('error', (error) => fail(`Could not start ${command}: ${error.message}`))
    child.on('exit', (code, signal) => {
      for (const each of forwarded) process.off(each, forward)
      resolve({ code, signal })
    })
  })
}

function leave({ code, signal }) {
  process.exit(code ?? 128 + (constants.signals[signal] ?? 0))
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
