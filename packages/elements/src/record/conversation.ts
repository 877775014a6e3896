import { html, nothing, type TemplateResult } from 'lit'
import type { Comment } from '@prmkit/contract'
import { formatInstant } from '../base/format.ts'
import { randomId } from '../base/random-id.ts'
import { allOf } from './all-of.ts'
import type { ReadOptions, RecordItem, RecordScene } from './record-scene.ts'

/** The operations of a resource whose records have messages. */
export interface ConversationOperations {
  listComments(
    input: { params: { id: string }; query: { limit: number } },
    options?: ReadOptions,
  ): AsyncIterable<Comment>
  addComment(input: {
    params: { id: string }
    body: { text: string }
    idempotencyKey: string
  }): Promise<unknown>
}

// Control characters and halves of characters, which no message may hold.
const unwritable = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f]|\p{Cs}/gu

/** The most characters of a message. */
const longest = 5000

/** The messages about a record, and the one that is being written. */
export class Conversation<Item extends RecordItem = RecordItem> {
  /** The messages of both sides; nothing until they are fetched. */
  comments: readonly Comment[] | undefined
  sending = false
  readonly #scene: RecordScene<Item, ConversationOperations>
  // Kept while another record is shown; one key for one text, so that it arrives once.
  readonly #written = new Map<string, { readonly text: string; readonly key: string }>()

  constructor(scene: RecordScene<Item, ConversationOperations>) {
    this.#scene = scene
  }

  /** The text that is being written about the current record. */
  get text(): string {
    return this.#written.get(this.#scene.recordId ?? '')?.text ?? ''
  }

  /** The number of characters that the message may still have. */
  get room(): number {
    return longest - this.text.trim().length
  }

  /** Fetches the messages. */
  async load(signal?: AbortSignal): Promise<void> {
    const { operations, recordId: id } = this.#scene
    if (!operations || !id) return
    const input = { params: { id }, query: { limit: 100 } }
    const comments = await allOf(operations.listComments(input, { signal }))
    if (id === this.#scene.recordId) this.comments = comments
  }

  /** Forgets every unsent text, as when its writer logs out. */
  forget(): void {
    this.#written.clear()
  }

  write(text: string): void {
    if (text !== this.text) this.#written.set(this.#scene.recordId ?? '', { text, key: randomId() })
    void this.#scene.redraw()
  }

  /** Sends the message; it stays in its field until the backend has it. */
  async send(): Promise<void> {
    const { operations, recordId: id, t } = this.#scene
    const written = this.#written.get(id ?? '')
    const text = (written?.text ?? '').replace(unwritable, '').trim()
    if (!operations || !id || !written || !text || this.room < 0 || this.sending) return
    this.sending = true
    await this.#scene.attempt(async () => {
      await operations.addComment({ params: { id }, body: { text }, idempotencyKey: written.key })
      if (this.#written.get(id) === written) this.#written.delete(id)
      await this.load()
      this.#scene.announce(t('messageSent'))
    })
    this.sending = false
    void this.#scene.redraw()
  }

  /** The messages, and a field to write the next one. */
  render(): TemplateResult {
    const { t } = this.#scene
    const { comments, text, room } = this
    const send = (event: SubmitEvent) => {
      event.preventDefault()
      void this.send()
    }
    return html`<section class="messages">
      <h3>${t('messages')}</h3>
      ${
        comments?.length
          ? html`<ol class="talk">
              ${comments.map((one) => this.#comment(one))}
            </ol>`
          : comments && html`<p class="muted">${t('noMessages')}</p>`
      }
      <form class="write" @submit=${send}>
        <label class="label" for="comment">${t('write')}</label>
        <textarea
          id="comment"
          class="control"
          dir="auto"
          autocomplete="off"
          aria-describedby="room"
          aria-invalid=${room < 0 ? 'true' : nothing}
          .value=${text}
          @input=${(event: Event) => this.write((event.target as HTMLTextAreaElement).value)}
        ></textarea>
        <div class="above">
          <button
            class="button"
            aria-disabled=${!text.trim() || room < 0}
            aria-busy=${this.sending}
          >
            ${t('send')}
          </button>
          <p id="room" class="small ${room < 0 ? 'wrong' : 'muted'}" role="status">
            ${
              room < 0
                ? t('tooLong', { n: longest, over: -room })
                : room < longest / 10
                  ? t('room', { n: room })
                  : nothing
            }
          </p>
        </div>
      </form>
    </section>`
  }

  #comment({ id, author, text, createdAt, partnerOnly }: Comment) {
    const { locale, t } = this.#scene
    return html`<li class=${author.side} id="comment-${id}">
      <p class="small muted">
        <bdi>${author.name}</bdi> ·
        <time datetime=${createdAt}>${formatInstant(locale, createdAt)}</time>
        ${partnerOnly ? html`· ${t('partnerOnly')}` : nothing}
      </p>
      <p class="prose" dir="auto">${text}</p>
    </li>`
  }
}
