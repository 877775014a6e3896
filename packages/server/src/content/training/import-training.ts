import { join } from 'node:path'
import { WorkError } from '../../background/performer.ts'
import { newId } from '../../ids.ts'
import { indexCourses } from '../../routes/training/courses.ts'
import { courseResource } from '../../routes/training/resource.ts'
import { blankCourse, writtenCourse } from '../../rules/training/courses.ts'
import type { PackageRecord } from '../../store/course-packages.ts'
import type { CourseRecord } from '../../store/training-records.ts'
import type { AssetImport } from '../assets/find-assets.ts'
import { keepFile } from '../assets/read-asset.ts'
import { walk } from '../tree/walk.ts'
import { importClasses } from './classes.ts'
import { factsOfCourse } from './course-facts.ts'
import { findCourses, type FoundCourse } from './find-courses.ts'
import { keepRecord, tellOfContent, type Keeping } from './keep.ts'
import type { TrainingImport } from './training-import.ts'
import { importLists } from './lists.ts'
import type { PackageInput, ReadPackage } from './packages/read-package.ts'
import { retireTraining } from './retire.ts'

/** The courses stand below this folder of the content. */
export const trainingPrefix = 'training/'

/**
 * Brings in a tree of courses: packages as vendors’ tools export them, links, documents and dated
 * classes, then the paths and certifications that name them. A course that cannot be used is told of
 * while the rest goes in; what is gone is retired, and who is in the middle of it goes on.
 */
export async function importTraining(
  shared: AssetImport & Pick<TrainingImport, 'zone' | 'performer'>,
): Promise<void> {
  const { log, folder, languages, store } = shared
  const tell = (text: string, file: string) =>
    log.problem(text, { file: trainingPrefix + file.replaceAll(/\p{Cc}/gu, '?') })
  const tree = await walk(folder, tell)
  const importing: TrainingImport = { ...shared, ...tree, tell }
  const found = await findCourses(tree, languages, tell)
  log.report.bad += found.bad
  const known = await store.read.content.find(
    courseResource.name,
    found.courses.map(({ key }) => key),
  )
  const ids = new Map(
    found.courses.map(({ key }) => [key, known.get(key)?.id ?? newId(courseResource.noun)]),
  )
  const usable = new Map<string, string>()
  const classKeys: string[] = []
  for (const one of found.courses) {
    const course = await courseOf(importing, one, ids)
    if (course) await keepRecord(importing, keepingOf(importing.now), one.key, course)
    else log.report.bad++
    if (course || known.has(one.key)) usable.set(one.key, ids.get(one.key)!)
    if (course) classKeys.push(...(await importClasses(importing, one, course)))
  }
  const lists = await importLists(importing, usable)
  const courses = new Set([...tree.files].map((path) => path.replace(/\.\w+$/, '')))
  await retireTraining(importing, { ...lists, courses, classes: new Set(classKeys) })
}

const keepingOf = (now: string): Keeping<CourseRecord> => ({
  resource: courseResource,
  table: (tables) => tables.courses,
  async changed(tables, after, before) {
    await indexCourses(tables, [after])
    await tellOfContent(courseResource, tables, after, before, now)
  },
})

/** The record of a course; undefined where it was left out, and then it was told why. */
async function courseOf(
  importing: TrainingImport,
  found: FoundCourse,
  ids: ReadonlyMap<string, string>,
): Promise<CourseRecord | undefined> {
  const { languages, now, tell } = importing
  const packed = found.package && (await keptPackage(importing, found))
  if (found.package && !packed) return undefined
  const facts = await factsOfCourse(importing, found, packed, ids, tell)
  if (!facts) return undefined
  const { input, isDraft } = facts
  const blank = blankCourse(ids.get(found.key)!, now)
  const { record, errors } = writtenCourse(blank, input, { now, offered: languages })
  if (errors.length > 0) {
    for (const { pointer, detail } of errors)
      tell(`${pointer.slice(1)}: ${detail} It is left out.`, found.path)
    return undefined
  }
  const { document } = found
  if (document && !(await importing.store.read.contentFiles.get(document.id)))
    await keepFile(importing, document, importing)
  return {
    ...{ ...record, status: isDraft ? 'draft' : 'published', source: trainingPrefix + found.key },
    ...(packed && { packageId: packed.id, units: packed.units, blocks: packed.blocks }),
    ...(document && { fileId: document.id }),
  }
}

/**
 * The package of a course, kept with its bytes; one that is known already is not opened again. It is
 * opened in a process of its own, which a hostile one may bring down.
 */
async function keptPackage(
  importing: TrainingImport,
  { package: file, path }: FoundCourse,
): Promise<PackageRecord | undefined> {
  const { root, store, languages, now, performer, tell } = importing
  if (!file) return undefined
  try {
    const id = `package_${file.id.replace(/^\w*_/, '')}`
    const before = await store.read.packages.get(id)
    // Bytes that nobody needed any more may be gone.
    if (before && !(await store.read.contentFiles.get(file.id)))
      await keepFile(importing, file, importing)
    if (before) return before
    const input: PackageInput = { path: join(root, path), fileId: file.id, languages, now }
    const { record, files } = (await performer.perform('read-package', input)) as ReadPackage
    await keepFile(importing, file, importing)
    await store.write((tables) => tables.packages.put(record, files))
    return record
  } catch (error) {
    if (!(error instanceof WorkError)) throw error
    tell(`${error.message} The course is left out.`, path)
    return undefined
  }
}
