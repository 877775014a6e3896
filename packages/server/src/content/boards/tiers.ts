import type { PointRules } from '../../store/points.ts'
import type { TierProgramme } from '../../store/tiers.ts'
import type { FileLog } from '../problems.ts'
import type { YamlFile } from '../text/yaml.ts'
import { inEach, known, labelled, once } from './labelled.ts'
import type { Understanding } from './rules.ts'
import { TierFile } from './schemas.ts'

/** Understands `tiers.yaml`, or tells what is wrong with it. */
export function readTiers(
  file: YamlFile,
  { rules }: PointRules,
  { languages }: Understanding,
  log: FileLog,
): TierProgramme | undefined {
  const read = labelled(file, TierFile, languages, log)
  if (!read) return undefined
  const { value, wrong } = read
  const ids = rules.map(({ id }) => id)
  let isSound = once(
    value.tiers.map(({ id }) => id),
    (index, text) => wrong(['tiers', index, 'id'], text),
  )
  for (const [index, { requirements = [] }] of value.tiers.entries())
    for (const [at, requirement] of requirements.entries()) {
      const path = ['tiers', index, 'requirements', at]
      const fits = known(requirement.rules ?? [], ids, (place, text) =>
        wrong([...path, 'rules', place], text),
      )
      const isMoney = requirement.metric === 'amount'
      if (isMoney !== (requirement.currency !== undefined))
        wrong([...path, 'currency'], 'is for “amount”, which needs one.')
      const isOdd =
        requirement.certifications !== undefined && requirement.metric !== 'certificates'
      if (isOdd) wrong([...path, 'certifications'], 'are for the metric “certificates” alone.')
      isSound &&= fits && !isOdd && isMoney === (requirement.currency !== undefined)
    }
  if (!isSound) return undefined
  return {
    graceDays: value.graceDays ?? 60,
    review: value.review ?? 'year',
    tiers: value.tiers.map(({ id, name, benefits = [], requirements = [] }) => ({
      ...{ id, names: inEach(name, languages) },
      benefits: benefits.map((benefit) => inEach(benefit, languages)),
      requirements: requirements.map(
        ({ text, window = 'year', rules: of, certifications, currency, ...rest }) => ({
          ...{ ...rest, texts: inEach(text, languages), window },
          ...(of && { rules: of }),
          ...(certifications && { certifications }),
          ...(currency !== undefined && { currency }),
        }),
      ),
    })),
  }
}
