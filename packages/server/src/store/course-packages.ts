/** A part of a course that reports on its own. */
export interface CourseUnit {
  id: string
  /** Titles by language. */
  texts: Record<string, string>
  /** The web address that opens, or in a package the path of a file there, with its query. */
  href: string
  /** The id that its publisher gave it (cmi5, 13.1.4). */
  publisherId: string
  /** The rule by which the part counts as done (cmi5, 13.1.4). */
  moveOn: 'Passed' | 'Completed' | 'CompletedAndPassed' | 'CompletedOrPassed' | 'NotApplicable'
  launchMethod: 'OwnWindow' | 'AnyWindow'
  /** The least share of the points, from 0 to 1. */
  masteryScore?: number
  /** Data for the course: `launchParameters` of cmi5, `datafromlms` of SCORM. */
  launchParameters?: string
  entitlementKey?: string
}

/** The kinds of package that a course may come in. */
export type PackageKind = 'cmi5' | 'scorm12' | 'scorm2004'

/** A package as its vendor made it; it never changes, so that whoever is in it can go on. */
export interface PackageRecord {
  /** The package’s id, made of its bytes. */
  id: string
  kind: PackageKind
  /** The zip in the file store. */
  fileId: string
  createdAt: string
  /** The language of its manifest’s first title. */
  language: string
  /** Titles and descriptions of the whole course, by the languages of the manifest. */
  texts: Record<string, { title: string; description: string }>
  units: CourseUnit[]
  blocks: { id: string; unitIds: string[] }[]
}

/** A file in a package: its place in the zip. */
export interface PackedFile {
  packageId: string
  path: string
  /** The first byte of its packed bytes, and how many there are. */
  start: number
  packedSize: number
  /** How many bytes it has unpacked. */
  size: number
  isDeflated: boolean
}
