import { resourceOf, type Resource, type Resources } from '../../resource.ts'
import { fileOwned } from '../../rules/shared/owned.ts'
import type { Owned } from '../../rules/shared/visibility.ts'
import type { FileRecord } from '../../store/records.ts'
import type { Tables } from '../../store/store.ts'

/** The beginning of the ids of files that belong to texts. */
export const contentPrefix = 'content_'

/** The beginning of the ids of images that were made of files. */
export const lookPrefix = 'look_'

/** A file, and the facts about the record that uses it, at an instant. */
export interface FileInUse {
  id: string
  revision: 1
  file: FileRecord
  usedIn?: (now: string) => Owned
}

/** A file that no record uses yet. */
export function unusedFile(file: FileRecord): FileInUse {
  return { id: file.id, revision: 1, file }
}

/** A file that texts show. Its id is a hash of its bytes, so a person who knows it has read a text with it. */
export async function contentFile(tables: Tables, id: string): Promise<FileRecord | undefined> {
  return id.startsWith(contentPrefix) ? signedFile(tables, id) : undefined
}

/** A file of content that is reached by signed addresses alone, or a file that texts show. */
export async function signedFile(tables: Tables, id: string): Promise<FileRecord | undefined> {
  const found = await tables.contentFiles.get(id)
  if (!found) return undefined
  const { name, mediaType, size } = found
  return { id, userId: '', name, mediaType, size, status: 'ready', createdAt: '' }
}

async function load(
  tables: Tables,
  id: string,
  resources: Resources,
): Promise<FileInUse | undefined> {
  const content = await contentFile(tables, id)
  if (content)
    return { ...unusedFile(content), usedIn: () => ({ partnerIds: [], audiences: [{}] }) }
  const file = await tables.files.get(id)
  if (!file?.usedBy) return file && unusedFile(file)
  const resource = resourceOf(resources, file.usedBy.resource)
  const record = await resource.load(tables, file.usedBy.id, resources)
  return {
    ...unusedFile(file),
    ...(record !== undefined && { usedIn: (now) => resource.owned(record, now) }),
  }
}

/** Files as the shared parts of the server see them: whoever sees a record sees its files. */
export const fileResource: Resource<FileInUse, 'ready' | 'rejected'> = {
  name: 'files',
  noun: 'file',
  events: { ready: 'file.ready', rejected: 'file.rejected' },
  load,
  async lock(tables, id, resources) {
    await tables.files.lock([id])
    return load(tables, id, resources)
  },
  owned: ({ file, usedIn }, now) => usedIn?.(now) ?? fileOwned(file),
}
