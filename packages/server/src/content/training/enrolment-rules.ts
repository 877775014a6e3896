import { Audience, Id, line } from '@prmkit/contract'
import * as z from 'zod/mini'
import type { EnrolmentRule } from '../../store/training-records.ts'
import type { Store } from '../../store/store.ts'
import { audienceWords, strangeWords } from '../audience-words.ts'
import { isEqual } from '../../rules/shared/is-equal.ts'
import { labelled, once } from '../boards/labelled.ts'
import { quoted, type FileLog } from '../problems.ts'
import type { References } from '../references.ts'
import { readYaml } from '../text/yaml.ts'

/** The file with the rules by which people are enrolled. */
export const enrolmentRulesFile = 'enrolments.yaml'

const RulesFile = z.strictObject({
  rules: z.array(
    z.strictObject({
      id: Id,
      course: z.optional(line(300)),
      path: z.optional(line(64)),
      dueDays: z.optional(z.int().check(z.gte(1), z.lte(3660))),
      audience: z.optional(Audience),
    }),
  ),
})

/** Brings the rules in, which name courses and paths by their keys; a fault leaves those of before. */
export async function importEnrolmentRules(
  store: Store,
  path: string,
  { references, languages }: { references: References; languages: readonly string[] },
  log: FileLog,
): Promise<void> {
  const file = await readYaml(path, log)
  const read = file && labelled(file, RulesFile, languages, log)
  if (!read) return void log.report.bad++
  const { value, wrong } = read
  let isSound = once(
    value.rules.map(({ id }) => id),
    (index, text) => wrong(['rules', index, 'id'], text),
  )
  const words = await audienceWords(store)
  const rules: EnrolmentRule[] = []
  for (const [index, rule] of value.rules.entries()) {
    const { id, course, path: way, dueDays, audience = {} } = rule
    const at = ['rules', index]
    for (const strange of strangeWords(audience, words))
      wrong([...at, 'audience', strange.field, strange.index], strange.text)
    const kind = course === undefined ? 'paths' : 'courses'
    const key = course ?? way ?? ''
    await references.load(kind, [key])
    const target = references.id(kind, key)
    const fault =
      (course === undefined) === (way === undefined)
        ? 'names a “course” or a “path”, and only one of both.'
        : target === undefined
          ? `${quoted(key)} is the key of no ${course === undefined ? 'path' : 'course'}.`
          : undefined
    if (fault !== undefined) {
      isSound = false
      wrong([...at, ...(fault.startsWith('names') ? [] : [kind.slice(0, -1)])], fault)
      continue
    }
    rules.push({
      ...{ id, audience, [kind === 'paths' ? 'pathId' : 'courseId']: target },
      ...(dueDays !== undefined && { dueDays }),
    })
  }
  if (!isSound) return void log.report.bad++
  const before = await store.read.programme.enrolmentRules()
  for (const rule of rules) {
    const old = before.find(({ id }) => id === rule.id)
    log.report[!old ? 'added' : isEqual(old, rule) ? 'unchanged' : 'changed']++
  }
  await store.write(({ programme }) => programme.putEnrolmentRules(rules))
}
