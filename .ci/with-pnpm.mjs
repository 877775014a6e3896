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
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(nodeBinary())
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
  if (!existsSync(nodeBinary())) {
    fail(
      `There is no Node for ${process.platform}-${process.arch} in the lockfile; see optionalDependencies.`,
    )
  }
  mkdirSync(modules, { recursive: true })
  writeFileSync(stamp, wanted)
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}

function nodeBinary() {
  const folder = join(
    modules,
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
  )
  return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

function run(command, words) {
  const path = [dirname(nodeBinary()), join(modules, '.bin'), process.env.PATH].join(delimiter)
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
