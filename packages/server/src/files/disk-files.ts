import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { newId } from '../ids.ts'
import { atOnce, type FileStore } from './file-store.ts'

const partial = '.part'
const storageFile = 'storage-id'

/** Files in a folder, which several servers may share: a file appears whole, under its id, or not at all. */
export async function diskFiles(folder: string): Promise<FileStore & { storageId: string }> {
  await mkdir(folder, { recursive: true })
  const pathOf = (id: string) => {
    if (!/^[A-Za-z0-9_-]{3,64}$/.test(id)) throw new Error(`“${id}” is no name for a file.`)
    return join(folder, id)
  }
  let collected = ''

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
    async collect(before, limit, unnamed) {
      const names = (await readdir(folder)).filter((name) => name !== storageFile).toSorted()
      const next = names.filter((name) => name > collected).slice(0, limit)
      collected = next.length < limit ? '' : (next.at(-1) ?? '')
      const old: string[] = []
      for (const name of next) {
        const found = await stat(join(folder, name)).catch(ignoreMissing)
        if (found && found.mtimeMs < Date.parse(before)) old.push(name)
      }
      const [parts, ids] = [
        old.filter((name) => name.endsWith(partial)),
        old.filter((name) => !name.includes('.')),
      ]
      const gone = [...parts, ...(ids.length > 0 ? await unnamed(ids) : [])]
      for (const name of gone) await rm(join(folder, name), { force: true })
      return gone.length
    },
  }
}

/** The mark that tells one folder from another, however it is mounted. */
async function storageIdOf(folder: string): Promise<string> {
  const file = join(folder, storageFile)
  await writeFile(file, newId('storage'), { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return readFile(file, 'utf8')
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
