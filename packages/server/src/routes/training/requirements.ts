import type { CompanyRequirement } from '@prmkit/contract'
import type { Handlers } from '../../http/call.ts'
import { fieldProblem, notFound } from '../../problem.ts'
import { fault } from '../../rules/content/write.ts'
import { isInAudience, type Reader } from '../../rules/shared/audience.ts'
import { isVisible } from '../../rules/shared/visibility.ts'
import { graceOf, isExpiringSoon } from '../../rules/training/awards.ts'
import { shownText } from '../../rules/training/content.ts'
import { zoneOf } from '../boards/give.ts'
import { languagesFor } from '../content/reader.ts'

export const requirements: Handlers<'requirements'> = {
  async list(call) {
    const { tables, caller, query, now } = call
    const partnerId = query.partnerId ?? caller.partnerId
    if (partnerId === undefined)
      throw fieldProblem([fault('/partnerId', 'required', 'Name the company.')])
    const partner = await tables.partners.get(partnerId)
    const scope = caller.scope.kind === 'partner' ? { ...caller.scope } : caller.scope
    const isSeen =
      partner && (partnerId === caller.partnerId || isVisible(scope, { partnerIds: [partnerId] }))
    if (!isSeen) throw notFound('partner')
    const reader: Reader = { kind: 'partners', partners: [partner] }
    const filter = { reader, statuses: ['published'] as const }
    const { items } = await tables.certifications.list(filter, { limit: 500 })
    const asked = items.filter(
      ({ requirement }) => requirement && isInAudience(requirement.audience, reader),
    )
    const certificationIds = asked.map(({ id }) => id)
    const held = await tables.awards.list(
      { partnerIds: [partnerId], certificationIds, statuses: ['active'] },
      { limit: 5000 },
    )
    const users = await tables.users.many([...new Set(held.items.map(({ userId }) => userId))])
    // Somebody who has left the company counts no longer, but for its grace.
    const people = new Map(
      users
        .filter((user) => user.active && user.partnerIds.includes(partnerId))
        .map((user) => [user.id, user]),
    )
    const seesAll = caller.scope.kind !== 'partner' || caller.scope.userId === undefined
    const wanted = await languagesFor(call)
    const zone = zoneOf(await tables.programme.settings())
    const shown = asked.map((certification): CompanyRequirement => {
      const { id, renewalDays, requirement } = certification
      const holding = new Map(
        held.items
          .filter((award) => award.certificationId === id && people.has(award.userId))
          .map((award) => [award.userId, award]),
      )
      const { needed = 0, graceDays = 0 } = requirement ?? {}
      const missing = Math.max(0, needed - holding.size)
      const leavers = held.items.filter(
        (award) => award.certificationId === id && !people.has(award.userId),
      )
      const graceUntil = graceOf(leavers, missing, { graceDays, zone, now })
      return {
        certification: { id, title: shownText(certification, wanted).title },
        ...{ needed, have: holding.size, missing },
        ...(graceUntil !== undefined && { graceUntil }),
        holders: [...holding.values()]
          .filter(({ userId }) => seesAll || userId === caller.user.id)
          .map((award) => ({
            ...{ userId: award.userId, name: people.get(award.userId)?.name ?? '–' },
            ...(award.validUntil !== undefined && { validUntil: award.validUntil }),
            expiringSoon: isExpiringSoon(award, renewalDays, now),
          })),
      }
    })
    return { body: { items: shown.toSorted((one, other) => other.missing - one.missing) } }
  },
}
