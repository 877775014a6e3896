import { valueOf } from '../../rules/tiers/progress.ts'
import { windowAt } from '../../rules/tiers/windows.ts'
import type { Tables } from '../../store/store.ts'
import type { StoredRequirement, TierProgramme } from '../../store/tiers.ts'
import type { CertificationRecord } from '../../store/training-records.ts'
import { certificatesOf } from './certificates.ts'

/** A partner's value of a requirement, in the window in which an instant lies, up to another one. */
export async function measure(
  tables: Tables,
  partnerId: string,
  requirement: StoredRequirement,
  { at, until, zone }: { at: string; until: string; zone: string },
): Promise<{ current: number; dueAt?: string; lacking?: CertificationRecord[] }> {
  if (requirement.metric === 'certificates') return certificatesOf(tables, partnerId, requirement)
  const { from, dueAt } = windowAt(requirement.window, at, zone)
  const sums = await tables.points.sums({
    ...{ partnerIds: [partnerId], until, validAt: until },
    ...(from !== undefined && { from }),
    ...(requirement.rules && { rules: requirement.rules }),
  })
  return { current: valueOf(requirement, sums), ...(dueAt !== undefined && { dueAt }) }
}

/** The highest tier all of whose requirements are met, the lower ones aside; -1 for none. */
export async function reached(
  tables: Tables,
  partnerId: string,
  { tiers }: TierProgramme,
  moment: { at: string; until: string; zone: string },
): Promise<number> {
  for (let place = tiers.length - 1; place >= 0; place--) {
    let isMet = true
    for (const requirement of tiers[place]?.requirements ?? []) {
      const { current } = await measure(tables, partnerId, requirement, moment)
      isMet &&= current >= requirement.minimum
    }
    if (isMet) return place
  }
  return -1
}
