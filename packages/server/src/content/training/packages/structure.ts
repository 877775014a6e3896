import { createHash } from 'node:crypto'
import type { CourseUnit, PackageRecord } from '../../../store/course-packages.ts'
import { PackageError } from './package-error.ts'
import type { LanguageText } from './words.ts'

/** The content of a manifest: the course with its parts. */
export interface Structure extends Pick<PackageRecord, 'kind' | 'units' | 'blocks'> {
  titles: LanguageText[]
  descriptions: LanguageText[]
}

/** The surroundings in which a manifest is read. */
export interface ManifestPlace {
  /** The vendor’s languages, the main one first. */
  languages: readonly string[]
  /** Tells whether the package has a file. */
  has(path: string): boolean
}

/** The id of a part: the same in every version of the package, whatever its publisher calls it. */
export function unitId(publisherId: string): string {
  return `unit_${createHash('sha256').update(publisherId).digest('hex').slice(0, 16)}`
}

/** The address of a part in its package, where the file is there. */
export function addressIn({ has }: ManifestPlace, href: string, title: string): string {
  const inside = new URL(href, 'https://package.invalid/')
  if (inside.origin !== 'https://package.invalid')
    throw new PackageError(`“${title}” leads to ${inside.origin}, out of the package.`)
  const path = pathOf(inside.pathname)
  if (path === undefined || !has(path))
    throw new PackageError(`“${title}” opens ${href}, which is not in the package.`)
  return inside.pathname.slice(1) + inside.search + inside.hash
}

/** The path of a file that a web address means; undefined where it cannot be read. */
export function pathOf(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname).replace(/^\/+/, '')
  } catch {
    return undefined
  }
}

/** Refuses a course without parts, or with two of one id. */
export function checkUnits(units: readonly CourseUnit[]): void {
  if (units.length === 0) throw new PackageError('Its manifest names nothing that could be opened.')
  const known = new Set<string>()
  for (const { publisherId } of units) {
    if (known.has(publisherId))
      throw new PackageError(
        `Two parts of its manifest have the id “${publisherId.slice(0, 200)}”.`,
      )
    known.add(publisherId)
  }
}
