import { stat } from 'node:fs/promises'

/** Tells whether a folder is there. */
export function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (one) => one.isDirectory(),
    () => false,
  )
}
