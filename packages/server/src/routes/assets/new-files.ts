import type { FieldError } from '@prmkit/contract'
import { fault } from '../../rules/content/write.ts'
import type { NewFile, NewFiles } from '../../rules/assets/write.ts'
import type { Caller } from '../../rules/shared/callers.ts'
import type { AssetRecord } from '../../store/assets.ts'
import { uploadedSource } from '../../files/collect-files.ts'
import type { Tables } from '../../store/store.ts'
import type { Services } from '../../services.ts'
import { fileErrors } from '../shared/file-checks.ts'
import { fileAt } from './fetch-file.ts'

interface Taking {
  tables: Tables
  caller: Caller
  services: Services
}

type Texts = Readonly<
  Record<string, { fileId?: string | undefined; fileUrl?: string | undefined } | null>
>

/**
 * Takes the files that a request names, by language. An uploaded file becomes the asset's: nobody
 * reaches it by the id of the upload any more. A file behind an address is taken after the request; an
 * address that the newest version has already is no new file.
 */
export async function newFiles(
  { tables, caller, services }: Taking,
  texts: Texts,
  before?: AssetRecord,
): Promise<{ found: NewFiles; errors: FieldError[] }> {
  const found = new Map<string, NewFile>()
  const errors: FieldError[] = []
  const versions = before ? await tables.assets.files([before.id]) : []
  for (const [language, text] of Object.entries(texts)) {
    const { fileUrl: from, fileId } = text ?? {}
    if (from !== undefined) {
      const refuse = (why: string) =>
        errors.push(fault(`/texts/${language}/fileUrl`, 'not-an-option', why))
      const at = fileAt(from)
      const newest = versions.find((one) => one.language === language)
      if (!services.fileSource.allows(from))
        refuse('Files are not taken from this host. The vendor allows hosts with --file-hosts.')
      else if (!at)
        refuse('The address does not end in the name of a file of a type that is taken.')
      else if (newest?.from !== from || newest.problem !== undefined)
        found.set(language, { from, mediaType: at.mediaType })
    }
    if (fileId === undefined) continue
    const pointer = `/texts/${language}/fileId`
    const faults =
      caller.kind === 'session'
        ? await fileErrors({ tables, caller }, [fileId], pointer)
        : await vendorFileErrors(tables, fileId, pointer)
    if (faults.length > 0) {
      errors.push(...faults.map((one) => ({ ...one, pointer })))
      continue
    }
    const [file] = await tables.files.lock([fileId])
    if (!file) continue
    const { id, name, mediaType, size } = file
    await tables.contentFiles.put([{ id, source: `${uploadedSource}${id}`, name, mediaType, size }])
    await tables.files.remove(id)
    found.set(language, { id, name, mediaType, size })
  }
  return { found, errors }
}

/** The vendor's backend names files that anybody at the vendor has uploaded. */
async function vendorFileErrors(
  tables: Tables,
  id: string,
  pointer: string,
): Promise<FieldError[]> {
  const [file] = await tables.files.lock([id])
  if (!file || file.usedBy !== undefined || file.partnerId !== undefined)
    return [fault(pointer, 'not-found', 'There is no free file of the vendor with this id.')]
  if (file.status === 'ready') return []
  return [fault(pointer, 'not-ready', `The file is ${file.status}.`)]
}
