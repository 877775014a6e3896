import { openPromise, type Entry, type ZipFile } from 'yauzl'
import type { Progress } from '../../../background/performer.ts'
import type { PackedFile } from '../../../store/course-packages.ts'
import { PackageError } from './package-error.ts'

const mostEntries = 20_000
/** A package that unpacks to more than this, or a file in it by this factor, is not opened. */
const mostBytes = 4_000_000_000
const mostRatio = 100
const smallFile = 1_000_000
/** A manifest of more bytes is not read into memory. */
const longestManifest = 10_000_000

/** The files of a zip by their path, each looked at before anything was unpacked. */
export interface OpenZip {
  files: ReadonlyMap<string, Omit<PackedFile, 'packageId'>>
  /** The bytes of a manifest. */
  read(path: string): Promise<Uint8Array | undefined>
  /** Unpacks every file once, and refuses a zip in which one is broken. */
  verify(progress: Progress): Promise<void>
  close(): void
}

/**
 * Opens a package. Paths that climb, absolute ones, links, encrypted files and those that unpack to far
 * more than they have are refused before anything is unpacked.
 */
export async function openZip(path: string): Promise<OpenZip> {
  const zip = await openPromise(path, { autoClose: false, strictFileNames: false }).catch(refuse)
  const entries = new Map<string, Entry>()
  const files = new Map<string, Omit<PackedFile, 'packageId'>>()
  try {
    if (zip.entryCount > mostEntries)
      throw new PackageError(`It has ${zip.entryCount} files; ${mostEntries} are possible.`)
    let total = 0
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName
      if (name.endsWith('/')) continue
      total += entry.uncompressedSize
      check(entry, total)
      if (entries.has(name)) throw new PackageError(`Two files in it have the path ${shown(name)}.`)
      entries.set(name, entry)
    }
    for (const [name, entry] of entries) files.set(name, await placeOf(zip, entry))
  } catch (error) {
    zip.close()
    throw error instanceof PackageError ? error : refuse(error)
  }

  async function read(name: string): Promise<Uint8Array | undefined> {
    const entry = entries.get(name)
    if (!entry) return undefined
    const { uncompressedSize: size } = entry
    if (size > longestManifest)
      throw new PackageError(`${name} has ${size} bytes; ${longestManifest} are possible.`)
    const chunks: Buffer[] = []
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    } catch (error) {
      refuse(error)
    }
    return Buffer.concat(chunks)
  }

  return {
    files,
    read,
    async verify(progress) {
      try {
        for (const entry of entries.values()) {
          for await (const _ of await zip.openReadStreamPromise(entry)) continue
          progress()
        }
      } catch (error) {
        refuse(error)
      }
    },
    close: () => zip.close(),
  }
}

async function placeOf(zip: ZipFile, entry: Entry): Promise<Omit<PackedFile, 'packageId'>> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  return {
    ...{ path: entry.fileName, start: fileDataStart, packedSize: entry.compressedSize },
    ...{ size: entry.uncompressedSize, isDeflated: entry.compressionMethod === 8 },
  }
}

function check(entry: Entry, total: number): void {
  const { fileName, uncompressedSize: size, compressedSize: packed } = entry
  const name = shown(fileName)
  if (/\p{Cc}/u.test(fileName)) throw new PackageError(`The path ${name} has a control character.`)
  if (entry.isEncrypted())
    throw new PackageError(`${name} is encrypted. Save it without a password.`)
  if (!entry.canDecodeFileData())
    throw new PackageError(`${name} is packed in a way that only some programs know. Zip it anew.`)
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000)
    throw new PackageError(`${name} is a link. Copy the file itself into the package.`)
  if ((size > smallFile && size > packed * mostRatio) || total > mostBytes)
    throw new PackageError(
      `It would unpack to ${total} bytes or more, far more than it has; ${name} was the last looked at.`,
    )
}

function refuse(error: unknown): never {
  throw new PackageError(
    `The zip cannot be used: ${(error as Error).message.replaceAll(/\p{Cc}/gu, '?')}.`,
  )
}

const shown = (name: string) => `“${name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\ufffd').slice(0, 200)}”`
