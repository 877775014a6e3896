import { lookPrefix } from '../routes/files/resource.ts'
import type { ContentFile } from '../store/articles.ts'
import type { Store, Tables } from '../store/store.ts'
import type { FileStore } from './file-store.ts'

/** The beginning of the ids of zip files with several assets. */
export const bundlePrefix = 'bundle_'
/** The beginning of the ids of asset files that came in a tree. */
export const assetFilePrefix = 'asset_'
/** The beginning of the ids of packages and documents of courses. */
export const courseFilePrefix = 'course_'
/** The beginning of the source of a file that was uploaded for an asset. */
export const uploadedSource = 'asset:'

/** How many files are looked at in one go. */
const batch = 500

/**
 * Removes bytes that were kept before an instant and that no record names: what a crash has left
 * between bytes and record, files of assets that are gone, packages of courses that nobody has any more,
 * zip files whose time is over. Goes on with the next files each time; answers how many it removed.
 */
export function collectFiles(
  { store, fileStore }: { store: Store; fileStore: FileStore },
  before: string,
  now: string,
): Promise<number> {
  return fileStore.collect(before, batch, (ids) =>
    // The names go first: bytes without a name are harmless, a name without bytes is not.
    store.write(async (tables) => {
      const unnamed = await unnamedOf(tables, ids, now)
      if (unnamed.length > 0) await tables.contentFiles.remove(unnamed)
      return unnamed
    }),
  )
}

async function unnamedOf(tables: Tables, ids: readonly string[], now: string): Promise<string[]> {
  const content = new Map((await tables.contentFiles.many(ids)).map((file) => [file.id, file]))
  const named = new Set((await tables.files.many(ids)).map(({ id }) => id))
  const ofLibrary = ids.filter((id) => content.has(id) && isOfLibrary(content.get(id)!))
  const ofCourses = ids.filter((id) => id.startsWith(courseFilePrefix))
  const others = [...content.keys()].filter(
    (id) => !ofLibrary.includes(id) && !ofCourses.includes(id),
  )
  const naming = [
    ...(await tables.assets.naming(ofLibrary)),
    ...(await tables.packages.needed(ofCourses)),
  ]
  for (const id of [...others, ...naming]) named.add(id)
  for (const id of ids.filter((one) => one.startsWith(bundlePrefix))) {
    const bundle = await tables.bundles.get(id)
    if (bundle && bundle.expiresAt > now) named.add(id)
  }
  return ids.filter((id) => !named.has(id))
}

/** Tells whether a file exists for assets and bundles alone. */
function isOfLibrary({ id, source }: ContentFile): boolean {
  const prefixes = [bundlePrefix, assetFilePrefix, lookPrefix]
  return source.startsWith(uploadedSource) || prefixes.some((prefix) => id.startsWith(prefix))
}
