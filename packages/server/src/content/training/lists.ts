import { join } from 'node:path'
import { newId } from '../../ids.ts'
import { certificationResource, pathResource } from '../../routes/training/resource.ts'
import { blankCertification } from '../../rules/training/certifications.ts'
import { blankContent } from '../../rules/training/content.ts'
import type { Tables } from '../../store/store.ts'
import type { CertificationRecord, PathRecord } from '../../store/training-records.ts'
import { quoted } from '../problems.ts'
import { audienceFacts, type AudienceFacts } from '../tree/audience-facts.ts'
import { factsOf, objectOf, valueOf } from '../tree/facts.ts'
import { readYaml } from '../text/yaml.ts'
import type { TrainingImport } from './training-import.ts'
import { keepRecord, tellOfContent, type Keeping } from './keep.ts'
import { textsOf } from './texts.ts'

type Values = Readonly<Record<string, unknown>>
type Listed = PathRecord | CertificationRecord

/** One kind of list: how an entry of its file becomes a record. */
interface ListKind<Stored extends Listed> {
  file: string
  noun: string
  keeping: Keeping<Stored>
  blank(id: string, now: string): Stored
  fields(
    importing: TrainingImport,
    values: Values,
    courses: { id: string; values: Values }[],
    wrong: (text: string) => void,
  ): Partial<Stored>
}

const pathKind = (now: string): ListKind<PathRecord> => ({
  file: 'paths.yaml',
  noun: 'path',
  keeping: {
    resource: pathResource,
    table: (tables: Tables) => tables.paths,
    changed: (tables, after, before) => tellOfContent(pathResource, tables, after, before, now),
  },
  blank: (id) => ({ ...blankContent(id, now), courses: [] }),
  fields: (_importing, _values, courses) => ({
    courses: courses.map(({ id, values }) => ({
      ...{ courseId: id, required: values['optional'] !== true },
    })),
  }),
})

const certificationKind = (now: string): ListKind<CertificationRecord> => ({
  file: 'certifications.yaml',
  noun: 'certification',
  keeping: {
    resource: certificationResource,
    table: (tables: Tables) => tables.certifications,
    changed: (tables, after, before) =>
      tellOfContent(certificationResource, tables, after, before, now),
  },
  blank: (id) => blankCertification(id, now),
  fields({ dates }, values, courses, wrong) {
    const number = (from: Values, name: string, [least, most]: readonly [number, number]) => {
      const text = valueOf(from, name)
      const value = Number(text)
      if (text !== undefined && !(value >= least && value <= most))
        wrong(`${name}: ${quoted(text)} is not from ${least} to ${most}.`)
      return text === undefined ? undefined : value
    }
    const months = number(values, 'validityMonths', [1, 600])
    const renewal = number(values, 'renewalDays', [0, 1000])
    const requirement = objectOf(values['requirement'])
    const needed = number(requirement, 'needed', [1, 10_000])
    const grace = number(requirement, 'graceDays', [0, 1000]) ?? 0
    const { audience } = factsOf({ front: requirement }, dates, wrong, () => {})
    return {
      courses: courses.map(({ id, values: said }) => {
        const minimumScore = number(said, 'minimumScore', [0, 1])
        return { courseId: id, ...(minimumScore !== undefined && { minimumScore }) }
      }),
      ...(months !== undefined && { validityMonths: months }),
      ...(renewal !== undefined && { renewalDays: renewal }),
      ...(needed !== undefined && { requirement: { needed, graceDays: grace, audience } }),
    }
  },
})

/** The keys that the files of paths and certifications have; undefined where a file could not be read. */
export interface ListKeys {
  paths: ReadonlySet<string> | undefined
  certifications: ReadonlySet<string> | undefined
}

/** Brings in paths and certifications, which name courses by their keys. */
export async function importLists(
  importing: TrainingImport,
  courseIds: ReadonlyMap<string, string>,
): Promise<ListKeys> {
  return {
    paths: await importList(importing, courseIds, pathKind(importing.now)),
    certifications: await importList(importing, courseIds, certificationKind(importing.now)),
  }
}

async function importList<Stored extends Listed>(
  importing: TrainingImport,
  courseIds: ReadonlyMap<string, string>,
  kind: ListKind<Stored>,
): Promise<Set<string> | undefined> {
  const { root, files, log, store, now, tell } = importing
  if (!files.has(kind.file)) return new Set()
  const yaml = await readYaml(join(root, kind.file), log)
  const list = objectOf(yaml?.value)[kind.file.replace('.yaml', '')]
  if (!yaml || !Array.isArray(list)) {
    if (yaml) tell(`Write “${kind.file.replace('.yaml', '')}:” and a list below it.`, kind.file)
    log.report.bad++
    return undefined
  }
  const keys = new Set<string>()
  for (const [place, entry] of list.entries()) {
    const values = objectOf(entry)
    const key = valueOf(values, 'id')
    let isWrong = key === undefined
    const note = (text: string) =>
      tell(`${kind.noun} ${quoted(key ?? String(place + 1))}: ${text}`, kind.file)
    const wrong = (text: string) => {
      isWrong = true
      note(`${text} It is left out.`)
    }
    if (key === undefined) wrong('It has no “id”.')
    else if (keys.has(key)) wrong('Its “id” stands there twice.')
    else keys.add(key)
    const facts = await audienceFacts(importing, values, wrong, note)
    const courses = coursesOf(values, courseIds, wrong)
    const fields = kind.fields(importing, values, courses, wrong)
    if (isWrong || key === undefined) {
      log.report.bad++
      continue
    }
    const known = (await store.read.content.find(kind.keeping.resource.name, [key])).get(key)
    await keepRecord(importing, kind.keeping, key, {
      ...kind.blank(known?.id ?? newId(kind.noun), now),
      ...contentOf(importing, values, key, facts),
      // In the order of the file, unless it says another one.
      position: facts.position || place + 1,
      ...fields,
    })
  }
  return keys
}

function contentOf(
  { languages }: TrainingImport,
  values: Values,
  key: string,
  { audience, isDraft }: AudienceFacts,
) {
  return {
    ...{
      externalIds: { key },
      source: `training/${key}`,
      language: languages[0] ?? 'en',
      audience,
    },
    status: isDraft ? ('draft' as const) : ('published' as const),
    texts: textsOf(values, languages, key),
  }
}

/** The courses that an entry names: by their key alone, or with more facts. */
function coursesOf(
  values: Values,
  courseIds: ReadonlyMap<string, string>,
  wrong: (text: string) => void,
): { id: string; values: Values }[] {
  const list = Array.isArray(values['courses']) ? (values['courses'] as unknown[]) : []
  if (list.length === 0) wrong('It names no “courses”.')
  return list.flatMap((one) => {
    const said = typeof one === 'string' ? { course: one } : objectOf(one)
    const key = valueOf(said, 'course') ?? ''
    const id = courseIds.get(key)
    if (id === undefined) wrong(`courses: ${quoted(key)} is no course.`)
    return id === undefined ? [] : [{ id, values: said }]
  })
}
