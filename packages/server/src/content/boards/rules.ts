import { dateOf, localInstant } from '../../rules/boards/periods.ts'
import { endOfDay } from '../../rules/shared/zones.ts'
import type { PointRules, StoredRule } from '../../store/points.ts'
import { suggestion, type FileLog } from '../problems.ts'
import type { Path, YamlFile } from '../text/yaml.ts'
import { inEach, labelled, once } from './labelled.ts'
import { RuleFile } from './schemas.ts'

/** The surroundings in which the files of boards are understood. */
export interface Understanding {
  languages: readonly string[]
  zone: string
  now: string
}

/** Events that points and tiers make: a rule for them would feed itself. */
const ownEvents = /^(boards|tiers|points)\./

/** The events for which rules may give points. */
interface RuleEvents {
  known: readonly string[]
  /** The events of which no record tells afterwards. */
  forgotten: readonly string[]
}

/** Understands `points.yaml`, or tells what is wrong with it. A rule that stayed keeps its age. */
export function readRules(
  file: YamlFile,
  before: PointRules,
  events: RuleEvents,
  { languages, zone, now }: Understanding,
  log: FileLog,
): PointRules | undefined {
  const read = labelled(file, RuleFile, languages, log)
  if (!read) return undefined
  const { value, wrong } = read
  let isSound = once(
    value.rules.map(({ id }) => id),
    (index, text) => wrong(['rules', index, 'id'], text),
  )
  const checkEvent = (event: string, path: Path) => {
    if (events.known.includes(event)) return
    isSound = false
    wrong(
      path,
      ownEvents.test(event)
        ? `“${event}” follows from points, so the rule would feed itself in a loop.`
        : `“${event}” is no event of a record.${suggestion(event, events.known)}`,
    )
  }
  const rules = value.rules.map((rule, index): StoredRule => {
    const path = ['rules', index]
    if (rule.event !== undefined) checkEvent(rule.event, [...path, 'event'])
    for (const [at, event] of (rule.takenBackBy ?? []).entries())
      checkEvent(event, [...path, 'takenBackBy', at])
    const isOpen = rule.points === 'given'
    if (rule.event === undefined && (rule.when || typeof rule.points === 'object')) {
      isSound = false
      wrong([...path, 'points'], 'needs an “event”: without a record there is nothing to look at.')
    }
    if (rule.event !== undefined && isOpen) {
      isSound = false
      wrong([...path, 'points'], '“given” is for rules without “event”, whose points you bring.')
    }
    const { points, text, amount, from, to, takenBackBy, when, ...rest } = rule
    const made = {
      ...present(rest),
      ...{ when: when ?? [], amount: [amount ?? []].flat(), takenBackBy: takenBackBy ?? [] },
      points:
        typeof points === 'object'
          ? { ...present(points), of: [points.of].flat(), points: points.points ?? 1 }
          : points,
      texts: inEach(text, languages),
      ...(from !== undefined && { from: localInstant(from, '00:00:00', zone) }),
      ...(to !== undefined && { to: endOfDay(to, zone) }),
    } as Omit<StoredRule, 'since'>
    if (from !== undefined && to !== undefined && from > to) {
      isSound = false
      wrong([...path, 'to'], `is before ${from}, so the rule would never give points.`)
    }
    const old = before.rules.find(({ id }) => id === rule.id)
    const { event = '' } = rule
    const reachesBack = from !== undefined && from < dateOf(now, zone) && made.from !== old?.from
    if (reachesBack && events.forgotten.includes(event)) {
      isSound = false
      wrong(
        [...path, 'from'],
        `reaches back, but no record tells afterwards of “${event}”. Leave it out, or write ${dateOf(now, zone)}.`,
      )
    }
    return { ...made, since: old && same(old, made) ? old.since : now }
  })
  return isSound ? { rules, lateDays: value.lateDays ?? 31 } : undefined
}

function present<Fields extends object>(fields: Fields): Fields {
  return JSON.parse(JSON.stringify(fields)) as Fields
}

/** Tells whether a rule says the same as before; JSON is what a store gives back. */
function same({ since: _, pending: _pending, ...old }: StoredRule, made: object): boolean {
  const sorted = (value: object) =>
    JSON.stringify(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  return sorted(old) === sorted(made)
}
