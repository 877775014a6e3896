// The published packages: what they promise, and how they arrive in someone else's project.
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

type Target = string | { types: string; default: string }

export type Manifest = {
  name: string
  version: string
  exports: Record<string, Target>
  bin?: Record<string, string>
  dependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  publishConfig: { exports: Record<string, Target>; bin?: Record<string, string> }
}

export type Package = { folder: string; manifest: Manifest }

export function publishedPackages(): Package[] {
  return globSync('packages/*/package.json', { cwd: root }).map((file) => ({
    folder: join(root, file, '..'),
    manifest: JSON.parse(readFileSync(join(root, file), 'utf8')),
  }))
}

/** The files an entry of an export map names, a pattern spelt out by what the sources hold. */
export function filesOf(target: Target): string[] {
  return typeof target === 'string' ? [target] : Object.values(target)
}

/** The import paths of a package, patterns spelt out. */
export function importPaths({ folder, manifest }: Package): string[] {
  return Object.entries(manifest.exports).flatMap(([path, target]) => {
    const name = `${manifest.name}${path.slice(1)}`
    const [source = ''] = filesOf(target)
    if (!path.includes('*')) return [name]
    const [before = '', after = ''] = source.split('*')
    return globSync(source, { cwd: folder })
      .map((file) => `./${file}`.slice(before.length, -after.length))
      .filter((part) => !part.endsWith('.test'))
      .map((part) => name.replace('*', part))
  })
}

/** Builds everything, unless the suite has just done so. */
export function build() {
  if (process.env.PRMKIT_BUILT) return
  sh(process.execPath, [join(root, '.ci/build.ts')], root)
}

export type Project = {
  folder: string
  run: (script: string, name?: string) => string
} & Disposable

/** Packs every package and installs the tarballs with npm into an empty folder, and more with them. */
export function installTarballs(more: Record<string, string> = {}): Project {
  build()
  const folder = mkdtempSync(join(tmpdir(), 'prmkit-packed-'))
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const pack = ['-r', 'pack', '--pack-destination', folder]
  sh('npx', ['--yes', packageManager, '--silent', '--filter', './packages/*', ...pack], root)
  const dependencies = Object.fromEntries(
    publishedPackages().map(({ manifest: { name, version } }) => [
      name,
      `file:./${name.slice(1).replace('/', '-')}-${version}.tgz`,
    ]),
  )
  Object.assign(dependencies, more)
  const manifest = { name: 'integrator', private: true, type: 'module', dependencies }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2))
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline']
  sh('npm', ['install', '--loglevel=error', ...quiet], folder)
  return {
    folder,
    run: (script, name = 'script.mjs') => {
      writeFileSync(join(folder, name), script)
      return sh(process.execPath, [name], folder)
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export function packed(project: Project, name: string): Manifest {
  const file = join(project.folder, 'node_modules', name, 'package.json')
  if (!existsSync(file)) throw new Error(`${name} was not installed`)
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** Runs a command; an error carries what it printed. */
export function sh(command: string, args: string[], cwd: string): string {
  // A parent's npm settings would leak into npm and pnpm.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)/i.test(name)),
  )
  try {
    return execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`, { cause: error })
  }
}
