import type { Store } from './store/store.ts'

const id = 'storage'

/**
 * Ties a database to the folder that holds its files. A server with another folder would tell
 * partners that their files are gone, so it refuses to start.
 */
export async function claimStorage(store: Store, storageId: string): Promise<void> {
  const known = await store.write(async ({ files }) => {
    const record = await files.get(id)
    if (record) return record.name
    await files.insert({
      ...{ id, userId: id, name: storageId, mediaType: 'application/octet-stream', size: 0 },
      ...{ status: 'ready', createdAt: new Date().toISOString(), usedBy: id },
    })
    return storageId
  })
  if (known !== storageId)
    throw new Error(
      `The files of this database are in another folder (${known}, not ${storageId}). Give every ` +
        'server the same shared folder with --data-dir.',
    )
}
