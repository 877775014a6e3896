import { html, nothing, type TemplateResult } from 'lit'
import type { Award, AwardShows } from '@prmkit/contract'
import { safeAddress } from '../base/safe-address.ts'
import { icon } from '../primitives/icon/icon.ts'
import { chevronDown } from '../primitives/icon/icons.ts'
import { download } from '../primitives/icon/list-icons.ts'
import type { TrainingPartScene } from './training-scene.ts'

const forms = { pdf: 'takePdf', png: 'takePng', svg: 'takeSvg', json: 'takeJson' } as const
const choices = { nothing: 'showsNothing', award: 'showsAward', holder: 'showsHolder' } as const

/** The ways to take an award away, and to let others verify it. */
export function awardTaking(
  host: TrainingPartScene,
  award: Award,
  changed: (after: Award) => void,
): TemplateResult {
  const { t } = host
  const { id, certification, verifyUrl, shows = 'nothing' } = award
  const address = shows === 'nothing' ? undefined : safeAddress(verifyUrl)
  return html`<div
      class="taking"
      role="group"
      aria-label=${t('takeOf', { name: certification.title })}
    >
      ${Object.entries(forms).map(
        ([as, text]) =>
          html`<button
            class="button small"
            type="button"
            @click=${() => take(host, id, as as never)}
          >
            ${icon(download)}${t(text)}
          </button>`,
      )}
    </div>
    ${
      verifyUrl
        ? html`<label class="shown">
              <span>${t('publicPage')}</span>
              <span class="combo"
                ><select
                  class="control"
                  .value=${shows}
                  @change=${({ target }: Event) =>
                    share(host, id, (target as HTMLSelectElement).value as AwardShows, changed)}
                >
                  ${Object.entries(choices).map(
                    ([value, text]) =>
                      html`<option value=${value} ?selected=${value === shows}>${t(text)}</option>`,
                  )}</select
                >${icon(chevronDown)}</span
              >
            </label>
            ${
              address
                ? html`<p class="taking">
                    <a href=${address} target="_blank" rel="noreferrer">${t('openPublic')}</a>
                    <button class="text" type="button" @click=${() => copy(host, address)}>
                      ${t('copyPublic')}
                    </button>
                  </p>`
                : nothing
            }`
        : nothing
    }`
}

/** Hands out a badge; it is served as an attachment, so the page stays. */
function take(host: TrainingPartScene, id: string, as: keyof typeof forms): Promise<void> {
  return host.attempt(async () => {
    const answer = await host.client?.awards.download({ params: { id }, body: { as } })
    const address = safeAddress(answer?.url)
    if (!address) return
    location.assign(address)
    host.announce(host.t('taken'))
  })
}

function share(
  host: TrainingPartScene,
  id: string,
  shows: AwardShows,
  changed: (after: Award) => void,
): Promise<void> {
  return host.attempt(async () => {
    const after = await host.client?.awards.share({ params: { id }, body: { shows } })
    if (after) changed(after)
    host.announce(host.t('sharingSaved'))
  })
}

async function copy(host: TrainingPartScene, address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address)
    host.announce(host.t('publicCopied'))
  } catch {
    // Not allowed here, or no https: the announced address can still be copied by hand.
    host.announce(address)
  }
}
