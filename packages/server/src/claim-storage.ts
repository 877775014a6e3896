import type { Store } from './store/store.ts'

/**
 * Ties a database to the folder or bucket that holds its files. A server with another one would tell
 * partners that their files are gone, so it refuses to start.
 */
export async function claimStorage(store: Store, storageId: string): Promise<void> {
  const known = await store.write(({ files }) => files.storage(storageId))
  if (known !== storageId)
    throw new Error(
      `The files of this database are in another folder or bucket (${known}, not ${storageId}). Give ` +
        'every server the same shared one with --data-dir or --files.',
    )
}
