import { html, nothing, type TemplateResult } from 'lit'
import type { FullArticle } from '@prmkit/contract'
import { loadLate, type LateHost } from '../base/load-late.ts'
import { thumbsDown, thumbsUp } from '../primitives/icon/article-icons.ts'
import { icon } from '../primitives/icon/icon.ts'
import type { ArticleScene, Vote } from './article-scene.ts'
import type { Complaint } from './complaint.ts'

/** The question whether an article helped, and what was missing where it did not. */
export class ArticleVote {
  readonly #scene: ArticleScene
  readonly #host: LateHost
  #complaint: Complaint | undefined
  #sending = false

  constructor(scene: ArticleScene & LateHost) {
    this.#scene = scene
    this.#host = scene
  }

  /** Forgets what was written, as before another article; its draft is kept. */
  forget(): void {
    this.#complaint?.close()
    this.#complaint = undefined
  }

  /** Sends a vote about the version that is on screen; true once the backend has it. */
  readonly send = async (vote: Vote): Promise<boolean> => {
    const { record, operations } = this.#scene
    if (!record || !operations || this.#sending) return false
    this.#sending = true
    let isSent = false
    void this.#scene.redraw()
    await this.#scene.attempt(async () => {
      const { id, language, version } = record
      const { mine, helpful } = await operations.rate({
        params: { id },
        body: { ...vote, language, version },
      })
      isSent = true
      const { record: shown } = this.#scene
      if (shown?.id === id) this.#scene.took({ ...shown, mine, helpful })
    })
    this.#sending = false
    void this.#scene.redraw()
    return isSent
  }

  async #ask() {
    await this.#scene.attempt(async () => {
      const { Complaint } = await loadLate(this.#host, () => import('./complaint.ts'))
      this.#complaint ??= new Complaint(this.#scene, this.send, () => this.#leave())
      await this.#focus('.complaint input')
    })
  }

  #leave() {
    this.forget()
    void this.#focus('#vote')
  }

  async #focus(selector: string) {
    const root = await this.#scene.redraw()
    root.querySelector<HTMLElement>(selector)?.focus()
  }

  readonly #yes = async () => {
    if (!(await this.send({ helpful: true }))) return
    this.#leave()
  }

  #thanks(voted: boolean | undefined) {
    if (voted === undefined || this.#complaint) return ''
    return this.#scene.t(voted ? 'thanks' : 'thanksNo')
  }

  render({ mine, helpful }: FullArticle): TemplateResult {
    const { t } = this.#scene
    const voted = mine.rating?.helpful
    const all = helpful.yes + helpful.no
    const button = (isYes: boolean, press: () => unknown) =>
      html`<button
        class="button"
        type="button"
        aria-pressed=${voted === isYes}
        aria-disabled=${this.#sending}
        @click=${press}
      >
        ${icon(isYes ? thumbsUp : thumbsDown)}${t(isYes ? 'yes' : 'no')}
      </button>`
    return html`<section class="vote" aria-labelledby="vote">
      <h3 id="vote" tabindex="-1">${t('helpful')}</h3>
      <div class="above">
        ${button(true, this.#yes)} ${button(false, () => this.#ask())}
        ${
          all > 2
            ? html`<span class="small muted"
                >${t('helpedMany', { yes: helpful.yes, n: all })}</span
              >`
            : nothing
        }
      </div>
      <p class="thanks" role="status">${this.#thanks(voted)}</p>
      ${this.#complaint?.render() ?? nothing}
    </section>`
  }
}
