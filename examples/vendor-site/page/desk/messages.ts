import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Client } from '@prmkit/client'
import type { Comment } from '@prmkit/contract'
import { troubleOf, troubleView, type Trouble } from './trouble.ts'
import { instant, words } from './words.ts'

/** The conversation of partner and vendor, and a place to answer; tells with `sent`. */
export class Messages extends LitElement {
  static override properties = {
    client: { attribute: false },
    dealId: { attribute: false },
    comments: { attribute: false },
    trouble: { state: true },
    busy: { state: true },
  }

  declare client: Client
  declare dealId: string
  declare comments: readonly Comment[]
  declare trouble: Trouble | undefined
  declare busy: boolean

  constructor() {
    super()
    this.busy = false
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override render(): TemplateResult {
    return html`<h3>${words.comments}</h3>
      ${this.comments.length ? nothing : html`<p class="soft">${words.noComments}</p>`}
      <ol class="talk">
        ${this.comments.map(
          ({ author, text, createdAt }) =>
            html`<li class=${author.side}>
              <small><bdi>${author.name}</bdi> · ${instant(createdAt)}</small>
              <p dir="auto">${text}</p>
            </li>`,
        )}
      </ol>
      <form class="write" @submit=${this.#send}>
        <label for="comment">${words.commentLabel}</label>
        <textarea id="comment" name="text" rows="3" maxlength="5000" required dir="auto"></textarea>
        ${troubleView(this.trouble)}
        <prm-button type="submit" ?busy=${this.busy}>${words.send}</prm-button>
      </form>`
  }

  #send = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const text = String(new FormData(form).get('text'))
    if (this.busy) return
    this.busy = true
    this.trouble = undefined
    try {
      await this.client.deals.addComment({ params: { id: this.dealId }, body: { text } })
      form.reset()
      this.dispatchEvent(new Event('sent'))
    } catch (error) {
      this.trouble = troubleOf(error)
    } finally {
      this.busy = false
    }
  }
}
