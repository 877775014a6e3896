import type { RequirementProgress, Tier, TierStanding } from '@prmkit/contract'
import type { Handlers } from '../../http/call.ts'
import { requireRevision } from '../../http/headers.ts'
import { fieldProblem, notFound } from '../../problem.ts'
import { inLanguage } from '../../rules/boards/show.ts'
import { maySee, type Caller } from '../../rules/shared/callers.ts'
import { moved } from '../../rules/tiers/decide.ts'
import { shownText } from '../../rules/training/content.ts'
import { showProgress } from '../../rules/tiers/progress.ts'
import type { PartnerRecord } from '../../store/records.ts'
import type { StoredTier, TierProgramme, TierStandingRecord } from '../../store/tiers.ts'
import { personOf, type Doer } from '../shared/journal.ts'
import { pageOf, paging } from '../shared/paging.ts'
import { settingsFor, type Reading } from '../shared/programme.ts'
import { changeTier, keepTier } from './change.ts'
import { measure } from './measure.ts'
import { tierResource } from './resource.ts'
import { firstStanding, standingFor } from './review.ts'

type Asking = Omit<Reading, 'caller'> & { caller: Caller }

export const tiers: Handlers<'tiers'> = {
  async list(call) {
    const { language } = await settingsFor(call)
    const { tiers: all } = await call.tables.programme.tiers()
    return { body: { items: all.map((tier, index) => showTier(tier, index, language)) } }
  },
  async getMine(call) {
    return answer(call, await partnerOf(call, call.caller.partnerId ?? ''))
  },
  async get(call) {
    return answer(call, await partnerOf(call, call.params.id))
  },
  async set(call) {
    const { tables, caller, body, now, requestId } = call
    const partner = await partnerOf(call, call.params.id)
    const programme = await tables.programme.tiers()
    const { localised } = await settingsFor(call)
    const zone = localised.timeZone
    const before = await standingFor(tables, partner, programme, { now, zone })
    requireRevision(call.revisions, before.revision)
    const place = programme.tiers.findIndex(({ id }) => id === body.tier)
    if (place < 0)
      throw fieldProblem([
        {
          ...{ pointer: '/tier', code: 'not-an-option' },
          detail: `Possible: ${programme.tiers.map(({ id }) => id).join(', ')}.`,
        },
      ])
    const isKept = before.tier === body.tier
    const standing = {
      ...moved(before, programme, place, now, zone),
      ...(isKept && { since: before.since }),
      byHand: true as const,
    }
    const doer: Doer = { tables, now, requestId, ...(caller.kind === 'session' && { caller }) }
    const actor =
      caller.kind === 'session'
        ? personOf(caller)
        : { name: localised.vendor.name, side: 'vendor' as const }
    if (!isKept) await changeTier(doer, { standing, before, programme, actor, reason: body.reason })
    else if (!before.byHand) await keepTier(doer, standing)
    return answer(call, { ...partner, tier: body.tier })
  },
  async listChanges(call) {
    const { tables, caller, query } = call
    const { scope } = caller
    const own =
      scope.kind === 'all'
        ? undefined
        : scope.kind === 'partner'
          ? [scope.partnerId]
          : [...scope.partnerIds]
    const { partnerId } = query
    const partnerIds =
      partnerId === undefined
        ? own
        : own === undefined || own.includes(partnerId)
          ? [partnerId]
          : []
    const page = await tables.tiers.changes({ ...(partnerIds && { partnerIds }) }, paging(query))
    return pageOf(page, (change) => change)
  },
}

/** A partner that the caller may know of. */
async function partnerOf(
  { tables, caller }: Pick<Asking, 'tables' | 'caller'>,
  id: string,
): Promise<PartnerRecord> {
  const partner = await tables.partners.get(id)
  // A seller who sees only their own records still sees the tier of their company.
  const isOwn = caller.kind === 'session' && caller.partnerId === id
  const isSeen = caller.kind === 'api-key' || isOwn || maySee(caller, { partnerIds: [id] })
  if (!partner || !isSeen) throw notFound(tierResource.noun)
  return partner
}

async function answer(call: Asking, partner: PartnerRecord) {
  const { tables, now } = call
  const { localised, language } = await settingsFor(call)
  const zone = localised.timeZone
  const programme = await tables.programme.tiers()
  const standing =
    (await tables.tiers.standing(partner.id)) ?? firstStanding(partner, programme, now, zone)
  const body = await showStanding(call, standing, programme, { language, zone })
  return {
    body,
    revision: standing.revision,
    shows: { resource: tierResource.name, id: partner.id },
  }
}

async function showStanding(
  { tables, caller, now }: Asking,
  standing: TierStandingRecord,
  { tiers: all }: TierProgramme,
  { language, zone }: { language: string; zone: string },
): Promise<TierStanding> {
  const { partnerId, revision, tier, since, reviewAt, graceUntil, missedAt, byHand } = standing
  const place = all.findIndex(({ id }) => id === tier)
  const progress = async (of: StoredTier, at: string): Promise<RequirementProgress[]> => {
    const shown: RequirementProgress[] = []
    for (const requirement of of.requirements) {
      const {
        current,
        dueAt,
        lacking = [],
      } = await measure(tables, partnerId, requirement, {
        ...{ at, until: now, zone },
      })
      // In its grace a partner has more time for the requirements it missed; a window without an end lasts until the review.
      const due = at === now ? (dueAt ?? reviewAt) : graceUntil
      const text = inLanguage(requirement.texts, language) ?? requirement.id
      const names = lacking.map((one) => shownText(one, [language]).title)
      shown.push(showProgress(requirement, current, due, text, names))
    }
    return shown
  }
  const own = all[place]
  const next = all[place + 1]
  const maySet = caller.kind === 'api-key' || (caller.side === 'vendor' && !caller.readOnly)
  return {
    ...{ partnerId, revision },
    ...(own && { tier: showTier(own, place, language), since, reviewAt }),
    ...(graceUntil !== undefined && { graceUntil }),
    ...(byHand && { byHand }),
    requirements: own ? await progress(own, missedAt ?? now) : [],
    ...(next && {
      next: {
        tier: showTier(next, place + 1, language),
        requirements: await progress(next, now),
      },
    }),
    allowedActions: maySet ? ['set'] : [],
  }
}

function showTier(
  { id, names, requirements, benefits }: StoredTier,
  index: number,
  language: string,
): Tier {
  return {
    ...{ id, name: inLanguage(names, language) ?? id, position: index + 1 },
    language: language in names ? language : (Object.keys(names)[0] ?? language),
    requirements: requirements.map(({ id: name, texts, metric, currency, minimum }) => ({
      ...{ id: name, text: inLanguage(texts, language) ?? name, metric, minimum },
      ...(currency !== undefined && { currency }),
    })),
    benefits: benefits.map((benefit) => inLanguage(benefit, language) ?? ''),
  }
}
