import { assetFilePrefix, courseFilePrefix } from '../../files/collect-files.ts'
import type { Tree } from '../tree/walk.ts'
import { assetName } from '../assets/names.ts'
import { readAssetFile, readFacts, type AssetFileFound, type Tell } from '../assets/read-asset.ts'
import { valueOf } from '../tree/facts.ts'

/** The files that name courses of other files. */
export const listFiles = ['paths.yaml', 'certifications.yaml'] as const

/** A course of the tree: its package or document, and the facts beside it. */
export interface FoundCourse {
  /** The path without ending. */
  key: string
  /** The file that tells of it. */
  path: string
  facts: Readonly<Record<string, unknown>>
  package?: AssetFileFound
  document?: AssetFileFound
}

/** Sorts the files of a tree into courses. */
export async function findCourses(
  tree: Tree,
  languages: readonly string[],
  tell: Tell,
): Promise<{ courses: FoundCourse[]; bad: number }> {
  const courses = new Map<string, FoundCourse>()
  const used = new Set<string>()
  let bad = 0
  const paths = [...tree.files].filter((path) => !listFiles.some((one) => one === path)).toSorted()
  const take = async (path: string) => {
    used.add(path)
    const file = await readAssetFile(tree, path, assetName(path, languages), tell)
    if (!file) bad++
    return file && { ...file, id: file.id.replace(assetFilePrefix, courseFilePrefix) }
  }

  for (const path of paths.filter((one) => /\.zip$/i.test(one))) {
    const found = await take(path)
    const key = path.slice(0, -4)
    if (found) courses.set(key, { key, path, facts: {}, package: found })
  }
  for (const path of paths.filter((one) => /\.ya?ml$/i.test(one))) {
    used.add(path)
    const key = path.replace(/\.ya?ml$/i, '')
    const facts = await readFacts(tree, path, tell)
    const known = courses.get(key)
    // The facts of a package that was left out say nothing alone.
    if (!known && used.has(`${key}.zip`)) continue
    const course: FoundCourse = { ...(known ?? { key, path }), facts }
    const name = known ? undefined : valueOf(facts, 'document')
    if (name !== undefined) {
      const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
      const target = folder + name
      if (tree.files.has(target)) {
        const document = await take(target)
        if (!document) continue
        course.document = document
      } else {
        tell(`document: There is no file ${name} beside it. It is left out.`, path)
        bad++
        continue
      }
    }
    courses.set(key, course)
  }
  for (const path of paths)
    if (!used.has(path)) tell('No course names this file; write “document: …” in a YAML.', path)
  return { courses: [...courses.values()], bad }
}
