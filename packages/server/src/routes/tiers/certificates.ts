import type { Tables } from '../../store/store.ts'
import type { StoredRequirement } from '../../store/tiers.ts'
import type { CertificationRecord } from '../../store/training-records.ts'

/** The most certificates of one partner that are counted. */
const mostCounted = 10_000

/**
 * The valid certificates that people of a partner hold, each person and certification once, and the
 * certifications of the requirement that nobody there holds.
 */
export async function certificatesOf(
  tables: Tables,
  partnerId: string,
  { certifications: keys }: Pick<StoredRequirement, 'certifications'>,
): Promise<{ current: number; lacking: CertificationRecord[] }> {
  const found = keys && (await tables.content.find('certifications', keys))
  const certificationIds = found && [...found.values()].map(({ id }) => id)
  const { items } = await tables.awards.list(
    {
      ...{ partnerIds: [partnerId], statuses: ['active'] },
      ...(certificationIds && { certificationIds }),
    },
    { limit: mostCounted },
  )
  const held = new Set(items.map(({ certificationId }) => certificationId))
  const lacking = (certificationIds ?? []).filter((id) => !held.has(id))
  return {
    current: new Set(items.map(({ userId, certificationId: id }) => `${userId} ${id}`)).size,
    lacking: lacking.length === 0 ? [] : await tables.certifications.many(lacking),
  }
}
