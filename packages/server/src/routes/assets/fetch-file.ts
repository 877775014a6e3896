import type { Working } from '../../background/runner.ts'
import { uploadedSource } from '../../files/collect-files.ts'
import { FetchError } from '../../files/file-source.ts'
import { vendorMediaTypeOf } from '../../files/file-types.ts'
import { objectionToKept } from '../../files/objection-to-kept.ts'
import { newId } from '../../ids.ts'
import type { AssetFile } from '../../store/assets.ts'

/** The name and type of the file behind an address; undefined where its ending says no type. */
export function fileAt(address: string): { name: string; mediaType: string } | undefined {
  const last = new URL(address).pathname.split('/').at(-1) ?? ''
  const name = decoded(last).replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, ' ')
  const mediaType = vendorMediaTypeOf(name)
  return mediaType === undefined ? undefined : { name: name.slice(-255), mediaType }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Takes the file of a version from the host that its address names; rejects with the reason. */
export async function fetchFile(
  { store, fileStore, fileSource, largestFile }: Working,
  { from = '', ...version }: AssetFile,
): Promise<AssetFile> {
  const found = fileAt(from)
  if (!found) throw new FetchError('The address does not end in the name of a file.')
  const id = newId('file')
  let size = 0
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength
      controller.enqueue(chunk)
    },
  })
  await fileStore.put(id, (await fileSource.open(from, largestFile)).pipeThrough(counted))
  const objection =
    size === 0 ? 'The file is empty.' : await objectionToKept(fileStore, { ...found, id, size })
  if (objection !== undefined) {
    await fileStore.remove(id)
    throw new FetchError(objection)
  }
  const file = { id, ...found, size }
  await store.write(({ contentFiles }) =>
    contentFiles.put([{ ...file, source: `${uploadedSource}${id}` }]),
  )
  return { ...version, from, file }
}
