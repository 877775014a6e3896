import type { Deed } from '../../rules/boards/deed.ts'
import type { Tables } from '../../store/store.ts'
import type { AwardRecord, EnrolmentRecord } from '../../store/training-records.ts'
import type { Page, Paging } from '../../store/types.ts'
import { awardResource, enrolmentResource } from './resource.ts'

/** The deeds of which enrolments tell afterwards, one list for each. */
export async function pastEnrolments(tables: Tables, paging: Paging): Promise<Page<Deed[]>> {
  const page = await tables.enrolments.list({}, paging)
  return { ...page, items: page.items.map(deedsOfEnrolment) }
}

/** The deeds of which awards tell afterwards, one list for each. */
export async function pastAwards(tables: Tables, paging: Paging): Promise<Page<Deed[]>> {
  const page = await tables.awards.list({}, paging)
  const items: Deed[][] = []
  for (const award of page.items) {
    const next =
      award.renewedBy === undefined ? undefined : await tables.awards.get(award.renewedBy)
    items.push(deedsOfAward(award, next?.issuedAt))
  }
  return { ...page, items }
}

function deedsOfEnrolment(enrolment: EnrolmentRecord): Deed[] {
  const { status, startedAt, completedAt, updatedAt } = enrolment
  const ends = status === 'waived' || status === 'withdrawn'
  return deeds(enrolmentResource, enrolment, [
    ['enrolment.launched', startedAt],
    ['enrolment.completed', status === 'completed' ? completedAt : undefined],
    [`enrolment.${status}`, ends ? updatedAt : undefined],
  ])
}

function deedsOfAward(award: AwardRecord, renewedAt: string | undefined): Deed[] {
  const { status, issuedAt, validUntil, updatedAt } = award
  return deeds(awardResource, award, [
    ['award.issued', issuedAt],
    ['award.expired', status === 'expired' ? (validUntil ?? updatedAt) : undefined],
    ['award.renewed', status === 'renewed' ? (renewedAt ?? updatedAt) : undefined],
    ['award.revoked', status === 'revoked' ? updatedAt : undefined],
  ])
}

function deeds<Stored extends EnrolmentRecord | AwardRecord>(
  { name, owned }: { name: string; owned(record: Stored, now: string): Deed['owned'] },
  record: Stored,
  known: readonly (readonly [type: string, at: string | undefined])[],
): Deed[] {
  return known.flatMap(([type, at]) =>
    at === undefined ? [] : { type, at, resource: name, record, owned: owned(record, at) },
  )
}
