import { html, nothing } from 'lit'
import { icon } from '../../../primitives/icon/icon.ts'
import { triangleAlert } from '../../../primitives/icon/icons.ts'
import type { DealFormHost } from '../host.ts'
import type { DealDraft } from './deal-draft.ts'
import { dealLinks } from '../deal-link.ts'
import { choose } from './choose-version.ts'
import type { Registration } from '../registration.ts'
import { formatMoment } from './format-moment.ts'

/** Asks which version to continue with after the draft was changed elsewhere. */
export function draftConflict(host: DealFormHost, registration: Registration) {
  const { t } = host
  const { keeper, fresher, step } = registration
  const { rival } = keeper ?? {}
  if ((!rival && !fresher) || step === 'sent') return nothing
  const changed = fresher || rival?.draft
  const sent = (rival?.note ?? undefined) as { id: string; number: string } | undefined
  const way = (label: string, mine: boolean) =>
    html`<button class="button" type="button" @click=${() => choose(registration, mine)}>
      ${label}
    </button>`
  const at = fresher ? Date.parse(fresher.updatedAt) : (rival?.draft?.savedAt ?? Date.now())
  const name = (content: DealDraft | undefined) =>
    (content?.values as { customer?: { companyName?: unknown } })?.customer?.companyName
  const theirs = name(rival?.draft?.content)
  return html`<div class="note warning" id="rival" tabindex="-1" role="alert" part="choice">
    ${icon(triangleAlert)}
    <div>
      <strong>${t(changed ? 'rivalTitle' : sent ? 'rivalSent' : 'rivalGone')}</strong>
      <p>
        ${
          changed
            ? t('rivalText')
            : sent
              ? dealLinks(host, [{ ...sent, name: '' }])
              : t('rivalGoneText')
        }
        ${
          changed
            ? html`<br /><small class="muted"
                  >${t('rivalOther', { time: formatMoment(host, at) })}
                  ${typeof theirs === 'string' ? html`<bdi>${theirs}</bdi>` : nothing}</small
                >`
            : nothing
        }
      </p>
      <div class="ways">
        ${way(t(changed ? 'rivalMine' : sent ? 'rivalNew' : 'rivalMine'), true)}
        ${way(t(changed ? 'rivalTheirs' : 'rivalDrop'), false)}
      </div>
    </div>
  </div>`
}
