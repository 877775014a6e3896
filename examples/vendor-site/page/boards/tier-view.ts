import { html, nothing, type TemplateResult } from 'lit'
import type { RequirementProgress, Tier, TierChange, TierStanding } from '@prmkit/contract'
import { dayAt, estimate, figure, instant, say, words } from '../desk/words.ts'
import { hint } from '../parts/views.ts'

/** The standing of a partner: its tier, the requirements, and those of the next tier. */
export function standingView(standing: TierStanding): TemplateResult {
  const { tier, since, reviewAt, graceUntil, byHand, requirements, next } = standing
  return html`<h2>${tier ? html`<bdi>${tier.name}</bdi>` : words.tierNone}</h2>
    <p class="hint">
      ${since ? say(words.tierSince, { day: dayAt(since) }) : nothing}
      ${reviewAt ? say(words.tierReview, { day: dayAt(reviewAt) }) : nothing}
      ${graceUntil ? say(words.tierGrace, { day: dayAt(graceUntil) }) : nothing}
      ${byHand ? words.tierByHand : nothing}
    </p>
    ${requirementTable(words.tierKeeps, requirements)}
    ${next ? requirementTable(say(words.tierNext, { tier: next.tier.name }), next.requirements) : nothing}`
}

function requirementTable(title: string, requirements: readonly RequirementProgress[]) {
  if (!requirements.length) return nothing
  return html`<div class="lines" tabindex="0" role="region" aria-label=${title}>
    <table>
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.tierRequirement}</th>
          <th scope="col" class="number">${words.tierHas}</th>
          <th scope="col" class="number">${words.tierNeeds}</th>
          <th scope="col" class="number">${words.tierMissing}</th>
          <th scope="col">${words.tierUntil}</th>
        </tr>
      </thead>
      <tbody>
        ${requirements.map(
          ({ text, currency, current, minimum, missing, dueAt, names = [] }) =>
            html`<tr>
              <th scope="row">
                <bdi>${text}</bdi>
                ${names.map((name) => html`<small><bdi>${name}</bdi></small>`)}
              </th>
              <td class="number">${valueOf(current, currency)}</td>
              <td class="number">${valueOf(minimum, currency)}</td>
              <td class="number">${valueOf(missing, currency)}</td>
              <td>${missing && dueAt ? dayAt(dueAt) : '–'}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

/** A value of a requirement: money where it has a currency. */
const valueOf = (value: number, currency: string | undefined): string =>
  currency === undefined ? figure(value) : estimate({ amount: String(value), currency })

/** The changes of tiers, each with its reason. */
export function changeList(
  changes: readonly TierChange[] | undefined,
  tiers: readonly Tier[],
): TemplateResult {
  if (!changes) return hint()
  if (!changes.length) return hint(words.tierNoChanges)
  const nameOf = (id: string | undefined) => tiers.find((tier) => tier.id === id)?.name ?? id ?? '–'
  return html`<ul class="files">
    ${changes.map(
      ({ at, from, to, actor, reason }) =>
        html`<li>
          <b><bdi>${say(words.tierFromTo, { from: nameOf(from), to: nameOf(to) })}</bdi></b>
          ${reason.text ? html`<bdi>${reason.text}</bdi>` : nothing}
          <small class="soft">${instant(at)} · <bdi>${actor.name}</bdi></small>
        </li>`,
    )}
  </ul>`
}
