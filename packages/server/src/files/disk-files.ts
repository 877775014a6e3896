import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { newId } from '../ids.ts'
import { atOnce, type FileStore } from './file-store.ts'

const partial = '.part'
/** An upload that has not moved for a day will not go on. */
const abandoned = 86_400_000

/** Files in a folder, which several servers may share: a file appears whole, under its id, or not at all. */
export async function diskFiles(folder: string): Promise<FileStore & { storageId: string }> {
  await mkdir(folder, { recursive: true })
  const pathOf = (id: string) => {
    if (!/^[A-Za-z0-9_-]{3,64}$/.test(id)) throw new Error(`“${id}” is no name for a file.`)
    return join(folder, id)
  }
  await removeAbandoned(folder)

  return {
    storageId: await storageIdOf(folder),
    async put(id, bytes, publish = atOnce) {
      const part = `${pathOf(id)}.${newId('up')}${partial}`
      try {
        const source = Readable.fromWeb(bytes as NodeReadableStream<Uint8Array>)
        await pipeline(source, createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }))
        let appeared = false
        await publish(async () => {
          if (!appeared) await rename(part, pathOf(id))
          appeared = true
        })
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
    },
    async get(id, range) {
      const path = pathOf(id)
      const found = await stat(path).catch(ignoreMissing)
      if (!found) return undefined
      if (found.size === 0) return { size: 0, bytes: new Blob([]).stream() }
      const part = range && { start: range.first, end: Math.min(range.last, found.size - 1) }
      const stream = createReadStream(path, part)
      return {
        size: found.size,
        bytes: Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>,
      }
    },
    async remove(id) {
      await rm(pathOf(id), { force: true })
    },
  }
}

/** The mark that tells one folder from another, however it is mounted. */
async function storageIdOf(folder: string): Promise<string> {
  const file = join(folder, 'storage-id')
  await writeFile(file, newId('storage'), { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return readFile(file, 'utf8')
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(partial)) continue
    const path = join(folder, name)
    const found = await stat(path).catch(ignoreMissing)
    if (found && Date.now() - found.mtimeMs > abandoned) await rm(path, { force: true })
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
