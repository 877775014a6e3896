import { html, type TemplateResult } from 'lit'
import type { RatingReason } from '@prmkit/contract'
import type { FieldDraft } from '../drafts/keep-field.ts'
import type { Translate } from '../base/localize.ts'
import { catalog, type ArticleComplaintMessages } from '../locales/article-complaint/catalog.ts'
import { controlStyles } from '../primitives/field/control.styles.ts'
import type { ArticleScene, Vote } from './article-scene.ts'

export { catalog, controlStyles as styles }

const reasons = {
  outdated: 'reasonOutdated',
  incorrect: 'reasonIncorrect',
  incomplete: 'reasonIncomplete',
  unclear: 'reasonUnclear',
  other: 'reasonOther',
} as const satisfies Record<RatingReason, string>

/** The most characters of a comment. */
const longest = 2000

interface Written {
  readonly reason?: RatingReason | undefined
  readonly comment: string
}

/** A reader's note on what an article lacks; kept on the device until the backend has it. */
export class Complaint {
  readonly #scene: ArticleScene
  readonly #send: (vote: Vote) => Promise<boolean>
  readonly #leave: () => void
  readonly #draft: FieldDraft<Written>
  #written: Written = { comment: '' }

  constructor(scene: ArticleScene, send: (vote: Vote) => Promise<boolean>, leave: () => void) {
    this.#scene = scene
    this.#send = send
    this.#leave = leave
    const rating = scene.record?.mine.rating
    if (rating?.reason) this.#written = { reason: rating.reason, comment: '' }
    this.#draft = scene.keep<Written>('rating', {
      onFound: (found) => {
        this.#written = found ?? { comment: '' }
        void scene.redraw()
      },
    })
  }

  /** Ends the keeping; the draft stays. */
  close(): void {
    void this.#draft.close()
  }

  #write(change: Partial<Written>) {
    this.#written = { ...this.#written, ...change }
    const { reason, comment } = this.#written
    this.#draft.keep(reason || comment ? this.#written : undefined)
    void this.#scene.redraw()
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault()
    const written = this.#written
    const { reason, comment } = written
    const text = comment.trim()
    const sent = await this.#send({
      helpful: false,
      ...(reason && { reason }),
      ...(text && { comment: text }),
    })
    // Words that were added meanwhile stay, to be sent as well.
    if (!sent || this.#written !== written) return
    await this.#draft.remove()
    this.#leave()
  }

  render(): TemplateResult {
    const { t } = this.#scene as { readonly t: Translate<ArticleComplaintMessages> }
    const { reason: chosen, comment } = this.#written
    return html`<form class="complaint" @submit=${(event: SubmitEvent) => this.#submit(event)}>
      <fieldset>
        <legend class="label">${t('missing')}</legend>
        ${Object.entries(reasons).map(
          ([reason, key]) =>
            html`<label class="option">
              <input
                type="radio"
                name="reason"
                .checked=${reason === chosen}
                @change=${() => this.#write({ reason: reason as RatingReason })}
              />
              ${t(key)}
            </label>`,
        )}
      </fieldset>
      <label class="label" for="comment">${t('missingText')}</label>
      <textarea
        id="comment"
        class="control"
        dir="auto"
        autocomplete="off"
        maxlength=${longest}
        .value=${comment}
        @input=${(event: Event) => this.#write({ comment: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      <div class="above">
        <button class="button primary">${t('send')}</button>
        <button class="button" type="button" @click=${this.#leave}>${t('cancel')}</button>
      </div>
    </form>`
  }
}
