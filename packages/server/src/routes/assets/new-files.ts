import type { FieldError } from '@prmkit/contract'
import { fault } from '../../rules/content/write.ts'
import type { NewFiles } from '../../rules/assets/write.ts'
import type { Caller } from '../../rules/shared/callers.ts'
import type { AssetFile } from '../../store/assets.ts'
import { uploadedSource } from '../../files/collect-files.ts'
import type { Tables } from '../../store/store.ts'
import { fileErrors } from '../shared/file-checks.ts'

interface Taking {
  tables: Tables
  caller: Caller
}

type Texts = Readonly<
  Record<string, { fileId?: string | undefined; fileUrl?: string | undefined } | null>
>

/**
 * Takes the files that a request names, by language. An uploaded file becomes the asset's: nobody
 * reaches it by the id of the upload any more.
 */
export async function newFiles(
  { tables, caller }: Taking,
  texts: Texts,
): Promise<{ found: NewFiles; errors: FieldError[] }> {
  const found = new Map<string, NonNullable<AssetFile['file']>>()
  const errors: FieldError[] = []
  for (const [language, text] of Object.entries(texts)) {
    if (text?.fileUrl !== undefined)
      errors.push(
        fault(`/texts/${language}/fileUrl`, 'not-an-option', 'This backend takes no addresses.'),
      )
    if (text?.fileId === undefined) continue
    const pointer = `/texts/${language}/fileId`
    if (caller.kind === 'api-key') {
      errors.push(fault(pointer, 'not-found', 'There is no free file with this id for you.'))
      continue
    }
    const faults = await fileErrors({ tables, caller }, [text.fileId], pointer)
    if (faults.length > 0) {
      errors.push(...faults.map((one) => ({ ...one, pointer })))
      continue
    }
    const [file] = await tables.files.lock([text.fileId])
    if (!file) continue
    const { id, name, mediaType, size } = file
    await tables.contentFiles.put([{ id, source: `${uploadedSource}${id}`, name, mediaType, size }])
    await tables.files.remove(id)
    found.set(language, { id, name, mediaType, size })
  }
  return { found, errors }
}
