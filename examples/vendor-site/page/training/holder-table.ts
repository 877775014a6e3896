import { html, nothing, type TemplateResult } from 'lit'
import type { Award } from '@prmkit/contract'
import { dayAt, words } from '../desk/words.ts'
import { hint, reasonField, scrollTable } from '../parts/views.ts'

/** The page around the holders of a certification. */
interface HolderHost {
  /** The names of partners by id. */
  partners: ReadonlyMap<string, string>
  /** The award whose revocation asks for its reason. */
  revoking: Award | undefined
  onAsk(award: Award): unknown
}

const tones = { active: 'success', expired: 'warning', revoked: 'error', renewed: 'neutral' }

/** The people who hold or held a certification, who lose it first in front. */
export function holderTable(awards: readonly Award[], host: HolderHost): TemplateResult {
  if (!awards.length) return hint(words.trainNoHolders)
  return scrollTable(
    words.trainHolders,
    [
      ...[words.trainPerson, words.trainState, words.trainIssued, words.trainEnds],
      words.trainRevoke,
    ],
    awards.map((award) => row(award, host)),
  )
}

function row(award: Award, { partners, revoking, onAsk }: HolderHost) {
  const { id, holder, partnerId, status, issuedAt, validUntil, expiringSoon, allowedActions } =
    award
  const { statusReason } = award
  return html`<tr data-award=${id}>
    <th scope="row">
      <bdi>${holder.name}</bdi><small><bdi>${partners.get(partnerId) ?? ''}</bdi></small>
    </th>
    <td>
      <prm-badge tone=${expiringSoon ? 'warning' : tones[status]}
        >${expiringSoon ? words.trainSoon : words.trainAwards[status]}</prm-badge
      >
      ${statusReason?.text ? html`<small><bdi>${statusReason.text}</bdi></small>` : nothing}
    </td>
    <td class="date">${dayAt(issuedAt)}</td>
    <td class="date">${validUntil ? dayAt(validUntil) : words.trainForever}</td>
    <td>
      ${
        allowedActions.includes('revoke')
          ? html`<button
              class="link"
              aria-label="${words.trainRevoke}: ${holder.name}"
              aria-expanded=${id === revoking?.id}
              @click=${() => onAsk(award)}
            >
              ${words.trainRevoke}
            </button>`
          : nothing
      }
    </td>
  </tr>`
}

/** The consequences of a revocation, and its reason. */
export function revocation(
  { holder, certification }: Award,
  {
    busy,
    onRevoke,
    onCancel,
  }: { busy: boolean; onRevoke(text: string): unknown; onCancel(): unknown },
): TemplateResult {
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const answers = new FormData(event.target as HTMLFormElement)
    onRevoke(String(answers.get('text') ?? '').trim())
  }
  return html`<form class="ask card" aria-labelledby="revoke" @submit=${send}>
    <h3 id="revoke" tabindex="-1">
      ${words.trainRevoke}: <bdi>${certification.title}</bdi>, <bdi>${holder.name}</bdi>
    </h3>
    <p>${words.trainRevokeHint}</p>
    ${reasonField('revoke-text', words.trainRevokeWhy)}
    <div class="row">
      <button class="button strong" ?disabled=${busy}>${words.trainRevoke}</button>
      <button class="button" type="button" @click=${onCancel}>${words.cancel}</button>
    </div>
  </form>`
}
