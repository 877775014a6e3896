import { readdir, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** The files below a folder, by their paths in it, with forward slashes. */
export interface Tree {
  /** The folder itself, with every symbolic link followed. */
  root: string
  files: ReadonlySet<string>
}

const deepest = 20

/**
 * Finds every file below a folder. Symbolic links are followed, but not out of the folder and not in
 * a circle; each that is not is reported.
 */
export async function walk(
  folder: string,
  problem: (text: string, file: string) => void,
): Promise<Tree> {
  const root = await realpath(folder)
  const files = new Set<string>()

  async function visit(path: string, above: readonly string[]): Promise<void> {
    const names = (await readdir(join(root, path))).filter(
      (name) => !/^(\.|_(?!index\.)|node_modules$)/.test(name),
    )
    for (const name of names.toSorted()) {
      const inside = path === '' ? name : `${path}/${name}`
      const real = await realpath(join(root, inside)).catch((error: NodeJS.ErrnoException) => {
        // Node puts this sign in the place of bytes that are no UTF-8, and cannot open the file by that name.
        if (name.includes('\uFFFD'))
          return problem('The name is not in UTF-8. It is left out; rename the file.', inside)
        const why = error.code === 'ELOOP' ? 'a link that leads to itself' : 'a link to nothing'
        problem(`This is ${why}. It is left out.`, inside)
      })
      if (real === undefined) continue
      const found = await stat(real)
      if (!isWithin(root, real))
        problem('This leads out of the folder. It is left out; copy it into the folder.', inside)
      else if (found.isFile()) files.add(inside)
      else if (!found.isDirectory()) problem('This is no file. It is left out.', inside)
      else if (above.includes(real))
        problem('This leads back to a folder that it stands in. It is left out.', inside)
      else if (above.length >= deepest)
        problem(`Deeper than ${deepest} folders. It is left out.`, inside)
      else await visit(inside, [...above, real])
    }
  }

  await visit('', [root])
  return { root, files }
}

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`))
}
