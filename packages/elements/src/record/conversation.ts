import { html, nothing, type TemplateResult } from 'lit'
import type { Comment } from '@prmkit/contract'
import { formatInstant } from '../base/values/format.ts'
import type { FieldDraft } from '../drafts/keep-field.ts'
import { sendInTurn } from '../drafts/send-in-turn.ts'
import { isDoubtful, isForgotten, type Sending } from '../drafts/send-once.ts'
import { allOf, type Walkable } from './all-of.ts'
import type { ReadOptions, RecordItem, SendingScene } from './record-scene.ts'

/** The operations of a resource whose records have messages. */
export interface ConversationOperations {
  listComments(
    input: { params: { id: string }; query: { limit: number } },
    options?: ReadOptions,
  ): Walkable<Comment>
  addComment(input: {
    params: { id: string }
    body: { text: string }
    idempotencyKey: string
  }): Promise<unknown>
}

// Control characters and halves of characters, which no message may hold.
const unwritable = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f]|\p{Cs}/gu

/** The greatest difference between the clocks of device and backend, in milliseconds. */
const skew = 24 * 60 * 60 * 1000

/** The most characters of a message. */
const longest = 5000

type Body = { readonly text: string }

/** A message that is being written, with what was sent of it and has no certain answer. */
interface Written {
  readonly text: string
  readonly sending?: Sending<Body> | undefined
}

/** The messages about a record, and the one that is being written. */
export class Conversation<Item extends RecordItem = RecordItem> {
  /** The messages of both sides; nothing until they are fetched. */
  comments: readonly Comment[] | undefined
  sending = false
  readonly #scene: SendingScene<Item, ConversationOperations>
  // The messages of this page's visit, by record; each has a draft that outlives the page.
  readonly #written = new Map<string, Written>()
  #draft: { readonly id: string; readonly kept: FieldDraft<Written> } | undefined

  /** True where the last attempt was refused, whatever came of those before. */
  #isRefused = false

  constructor(scene: SendingScene<Item, ConversationOperations>) {
    this.#scene = scene
  }

  /** The text that is being written about the current record. */
  get text(): string {
    return this.#current.text
  }

  /** The number of characters that the message may still have. */
  get room(): number {
    return longest - this.text.trim().length
  }

  /** Fetches the messages, and the one that was being written about the record. */
  async load(signal?: AbortSignal): Promise<void> {
    const { operations, recordId: id } = this.#scene
    if (!operations || !id) return
    this.#open(id)
    const input = { params: { id }, query: { limit: 100 } }
    const comments = await allOf(operations.listComments(input, { signal }))
    if (id === this.#scene.recordId) this.comments = comments
  }

  /** Forgets the messages and the draft that the page closes, as before another record. */
  leave(): void {
    this.comments = this.#draft = undefined
    this.#isRefused = false
  }

  /** Forgets every unsent text, as when its writer logs out. */
  forget(): void {
    this.#written.clear()
  }

  write(text: string): void {
    this.#put(this.#scene.recordId ?? '', { ...this.#current, text })
    void this.#scene.redraw()
  }

  /** Sends the message; it stays in its field until the backend has it. */
  async send(): Promise<void> {
    const { operations, recordId: id, t } = this.#scene
    const { text: entered } = this.#current
    const text = entered.replace(unwritable, '').trim()
    if (!operations || !id || !text || this.room < 0 || this.sending) return
    const kept = this.#draft?.kept
    this.sending = true
    this.#isRefused = false
    await this.#scene.attempt(
      async () => {
        const isOlder = await this.#sendOnce(id, { text }, operations, kept)
        const now = this.#written.get(id)?.text ?? ''
        // Also a text that grew while it was sent stays.
        const rest = isOlder || now !== entered ? now : ''
        if (this.#draft?.kept === kept || rest) this.#put(id, { text: rest })
        else {
          // Another record is shown by now, and this one's draft is closed.
          this.#written.delete(id)
          await kept?.remove()
        }
        await this.load()
        this.#scene.announce(t(isOlder ? 'messageOlder' : 'messageSent'))
      },
      (error) => {
        this.#isRefused = !isDoubtful(error)
        return t(this.#isRefused ? 'notDone' : 'notKnown')
      },
    )
    this.sending = false
    void this.#scene.redraw()
  }

  /** Sends a message once; true where one from before had arrived and this one is new. */
  async #sendOnce(
    id: string,
    body: Body,
    operations: ConversationOperations,
    kept: FieldDraft<Written> | undefined,
  ): Promise<boolean> {
    const { sending } = this.#written.get(id) ?? {}
    const arrived = sending && isForgotten(sending) && (await this.#find(sending))
    if (arrived) return arrived.text !== body.text
    const { isOlder } = await sendInTurn({
      ...{ body, sending: sending && isForgotten(sending) ? undefined : sending },
      keep: async (open) => {
        const written = { text: this.#written.get(id)?.text ?? '', sending: open }
        this.#written.set(id, written)
        await kept?.store(written)
      },
      post: (sent, idempotencyKey) =>
        operations.addComment({ params: { id }, body: sent, idempotencyKey }),
    })
    return isOlder
  }

  /** Looks for a message that was sent when its key may be forgotten by now. */
  async #find({ at, bodies }: Sending<Body>): Promise<Body | undefined> {
    await this.load()
    const since = this.comments?.filter(({ createdAt }) => Date.parse(createdAt) > at - skew) ?? []
    return bodies.find(({ text }) =>
      since.some((one) => one.author.side === 'partner' && one.text === text),
    )
  }

  get #current(): Written {
    return this.#written.get(this.#scene.recordId ?? '') ?? { text: '' }
  }

  #open(id: string) {
    if (this.#draft?.id === id) return
    const kept = this.#scene.keep<Written>('message', {
      onFound: (written) => {
        if (written) this.#written.set(id, written)
        else this.#written.delete(id)
        void this.#scene.redraw()
      },
      // The request of another tab may have arrived: under its key this one cannot double it.
      join: (entered, other) => ({ ...entered, sending: entered.sending ?? other.sending }),
    })
    this.#draft = { id, kept }
  }

  #put(id: string, written: Written) {
    this.#written.set(id, written)
    const isEmpty = !written.text && !written.sending
    if (this.#draft?.id === id) this.#draft.kept.keep(isEmpty ? undefined : written)
  }

  /** The messages, and a field to write the next one; with `isOwn` only the partner reads them. */
  render(isOwn = false): TemplateResult {
    const { t } = this.#scene
    const { comments, text, room } = this
    const { sending } = this.#current
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
          : comments && html`<p class="muted">${t(isOwn ? 'noPartnerMessages' : 'noMessages')}</p>`
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
        ${
          sending && !this.sending && !this.#isRefused
            ? html`<p class="note warning" role="status">${t('messageOpen')}</p>`
            : nothing
        }
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
