import type { Progress } from '../../../background/performer.ts'
import type { PackageRecord, PackedFile } from '../../../store/course-packages.ts'
import { readCmi5 } from './cmi5.ts'
import { openZip } from './open-zip.ts'
import { PackageError } from './package-error.ts'
import { readScorm } from './scorm.ts'
import type { ManifestPlace, Structure } from './structure.ts'
import { inLanguages } from './words.ts'
import { readXml } from './xml.ts'
import { beginning } from '../../../rules/shared/beginning.ts'

/** A package that can be used, and the places of its files. */
export interface ReadPackage {
  record: PackageRecord
  files: PackedFile[]
}

/** The package that a child process is to read. */
export interface PackageInput {
  path: string
  fileId: string
  /** The vendor’s languages, the main one first. */
  languages: readonly string[]
  now: string
}

/**
 * Reads a course package of whatever program made it. Throws a `PackageError` with the reason where it
 * cannot be used: nothing of it is kept then.
 */
export async function readPackage(
  { path, fileId, languages, now }: PackageInput,
  progress: Progress,
): Promise<ReadPackage> {
  const zip = await openZip(path)
  try {
    const place: ManifestPlace = { languages, has: (file) => zip.files.has(file) }
    const structure = await structureIn(zip, place)
    await zip.verify(progress)
    const id = `package_${fileId.replace(/^\w*_/, '')}`
    const { titles, descriptions, ...parts } = structure
    const words = inLanguages(titles, languages)
    const described = inLanguages(descriptions, languages)
    const texts = Object.fromEntries(
      Object.entries(words).map(([language, title]) => [
        language,
        { title: beginning(title, 300), description: beginning(described[language] ?? '', 5000) },
      ]),
    )
    const language = Object.keys(texts)[0] ?? languages[0] ?? 'en'
    return {
      record: { ...parts, id, fileId, createdAt: now, language, texts },
      files: [...zip.files.values()].map((file) => ({ packageId: id, ...file })),
    }
  } finally {
    zip.close()
  }
}

async function structureIn(
  zip: Awaited<ReturnType<typeof openZip>>,
  place: ManifestPlace,
): Promise<Structure> {
  const cmi5 = await zip.read('cmi5.xml')
  if (cmi5) return readCmi5(readXml(cmi5, 'cmi5.xml'), place)
  const scorm = await zip.read('imsmanifest.xml')
  if (scorm) return readScorm(readXml(scorm, 'imsmanifest.xml'), place)
  const deeper = [...zip.files.keys()].find((file) => /\/(cmi5|imsmanifest)\.xml$/.test(file))
  throw new PackageError(
    deeper === undefined
      ? 'It has neither cmi5.xml (cmi5) nor imsmanifest.xml (SCORM). Export the course as one of them.'
      : `Its manifest stands in a folder (${deeper}). Zip the content of that folder, not the folder.`,
  )
}
