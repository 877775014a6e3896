import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Takes a folder for this process; throws with the reason when another has it. The lock is the
 * operating system's, through SQLite, which Node has built in: it ends with the process however that
 * dies, so that none is ever stale.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const note = join(folder, 'server.pid')
  const lock = new DatabaseSync(join(folder, 'server.lock'))
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode !== 5) throw error
    throw new Error(
      `Another server (process ${readNote(note)}) is using the folder ${folder}. Two on one folder ` +
        'would lose each other’s data: stop that one, choose another folder, or use PostgreSQL ' +
        'through DATABASE_URL.',
      { cause: error },
    )
  }
  writeFileSync(note, String(process.pid))
  return () => {
    if (lock.isOpen) lock.close()
  }
}

function readNote(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return 'unknown'
  }
}
