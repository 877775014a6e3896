import type { CourseInput, CourseKind } from '@prmkit/contract'
import type { PackageRecord } from '../../store/course-packages.ts'
import { titleOf } from '../articles/names.ts'
import type { AssetImport } from '../assets/find-assets.ts'
import type { Tell } from '../assets/read-asset.ts'
import { quoted } from '../problems.ts'
import { audienceFacts } from '../tree/audience-facts.ts'
import { listOf, valueOf } from '../tree/facts.ts'
import type { FoundCourse } from './find-courses.ts'
import { textsOf } from './texts.ts'

/** A course as its files say it. */
export interface CourseFacts {
  input: Omit<CourseInput, 'kind'> & { kind: CourseKind }
  isDraft: boolean
}

/** Reads the facts of a course; undefined where it has to be left out, which was told then. */
export async function factsOfCourse(
  importing: AssetImport,
  { key, path, facts, document }: FoundCourse,
  packed: PackageRecord | undefined,
  ids: ReadonlyMap<string, string>,
  tell: Tell,
): Promise<CourseFacts | undefined> {
  let isWrong = false
  const wrong = (text: string) => {
    isWrong = true
    tell(`${text} It is left out.`, path)
  }
  const found = await audienceFacts(importing, facts, wrong, (text) => tell(text, path))
  const prerequisiteIds = listOf(facts['prerequisites']).flatMap((name) => {
    const id = ids.get(name)
    if (id === undefined) wrong(`prerequisites: ${quoted(name)} is no course.`)
    return id ?? []
  })
  const url = valueOf(facts, 'url')
  const isWeb = url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url)
  if (url !== undefined && !isWeb) wrong(`url: ${quoted(url)} is no web address.`)
  const minutes = Number(valueOf(facts, 'minutes') ?? 0)
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > 100_000)
    wrong(`minutes: ${quoted(String(facts['minutes']))} is no number of minutes.`)
  const kind: CourseKind | undefined =
    packed?.kind ??
    (document ? 'document' : isWeb ? 'link' : Array.isArray(facts['classes']) ? 'class' : undefined)
  if (kind === undefined)
    wrong('Give it a package (a zip of the same name), a url, a document or classes.')
  if (isWrong || kind === undefined) return undefined
  const from = packed?.texts ?? {}
  return {
    input: {
      ...{ externalIds: { key }, kind, prerequisiteIds, minutes },
      texts: textsOf(facts, importing.languages, titleOf(key.split('/').at(-1)!), from),
      language: importing.languages[0] ?? 'en',
      ...(isWeb && { url }),
      ...{ productIds: found.productIds, mandatory: facts['mandatory'] === true },
      ...{ audience: found.audience, position: found.position },
    },
    isDraft: found.isDraft,
  }
}
