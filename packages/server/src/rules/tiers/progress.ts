import type { RequirementProgress } from '@prmkit/contract'
import type { PointSums } from '../../store/points.ts'
import type { StoredRequirement } from '../../store/tiers.ts'

/** The value of a requirement in the sums of its window. */
export function valueOf({ metric, currency = '' }: StoredRequirement, sums: PointSums): number {
  switch (metric) {
    case 'points':
      return sums.points
    case 'count':
      return sums.count
    case 'amount':
      return sums.amounts[currency] ?? 0
    // Certificates are held, not added up over a window.
    case 'certificates':
      return 0
  }
}

/** A requirement with its value as readers see it. */
export function showProgress(
  requirement: StoredRequirement,
  current: number,
  dueAt: string | undefined,
  text: string,
  names: readonly string[] = [],
): RequirementProgress {
  const { id, metric, currency, minimum } = requirement
  return {
    ...{ id, text, metric, minimum, current, missing: Math.max(0, minimum - current) },
    ...(currency !== undefined && { currency }),
    ...(dueAt !== undefined && { dueAt }),
    ...(names.length > 0 && current < minimum && { names: [...names] }),
  }
}
