import { html, nothing, type TemplateResult } from 'lit'
import type { Client } from '@prmkit/client'
import type { Job } from '@prmkit/contract'
import { DeskPart } from '../parts/desk-part.ts'
import { troubleView } from '../desk/trouble.ts'
import { figure, instant, words } from '../desk/words.ts'
import { hint, scrollTable } from '../parts/views.ts'
import { newestMails } from './newest-mails.ts'
import { recipientsOf, type Recipient } from './recipients.ts'

/** The newest mails of each kind and state that are shown at first, and with each step. */
const step = 10

const names: Readonly<Record<string, string>> = words.jobKinds
const tones = { waiting: 'accent', running: 'accent', done: 'success', failed: 'error' }

/** The kinds of work that send a mail about training. */
const kinds = Object.keys(names).filter((kind) => kind.startsWith('mail '))

/** The mails about training: those that failed first, then the newest. */
export class MailDesk extends DeskPart {
  static override properties = {
    ...DeskPart.properties,
    mails: { state: true },
    recipients: { state: true },
    hasMore: { state: true },
  }

  declare mails: readonly Job[] | undefined
  /** The readers by the id of the job, as far as their records are still there. */
  declare recipients: ReadonlyMap<string, Recipient>
  declare hasMore: boolean
  #shown = step

  // A mail is told of by no event.
  protected override readonly follows: readonly string[] = []

  constructor() {
    super()
    Object.assign(this, { recipients: new Map(), hasMore: false })
  }

  protected override async fetch(client: Client): Promise<void> {
    const pages = await Promise.all(
      kinds.flatMap((kind) => [
        newestMails(client, { kind, status: ['failed'] }, this.#shown),
        newestMails(client, { kind, status: ['waiting', 'running', 'done'] }, this.#shown),
      ]),
    )
    this.hasMore = pages.some(({ hasMore }) => hasMore)
    const isFailed = ({ status }: Job) => Number(status === 'failed')
    this.mails = pages
      .flatMap(({ mails }) => mails)
      .toSorted(
        (one, other) =>
          isFailed(other) - isFailed(one) || other.createdAt.localeCompare(one.createdAt),
      )
    this.recipients = await recipientsOf(client, this.mails)
  }

  override render(): TemplateResult {
    const { mails } = this
    return html`${troubleView(this.trouble, this.load)}
      <p class="hint">${words.trainMailsHint}</p>
      ${mails ? this.#table(mails) : hint()}
      ${
        this.hasMore
          ? html`<button class="button" @click=${this.#more}>${words.more}</button>`
          : nothing
      }`
  }

  readonly #more = () => {
    this.#shown += step
    void this.load()
  }

  #table(mails: readonly Job[]) {
    if (!mails.length) return hint(words.trainNoMails)
    return scrollTable(
      words.trainMails,
      [
        ...[words.trainMail, words.trainPerson, words.jobState],
        ...[words.jobAttempts, words.jobChanged].map((head) => [head, 'number'] as const),
      ],
      mails.map(
        ({ id, kind, status, problem, attempts, updatedAt }) =>
          html`<tr class=${status === 'failed' ? 'lacking' : ''}>
            <th scope="row">
              ${names[kind]} ${problem ? html`<p class="soft"><bdi>${problem}</bdi></p>` : nothing}
            </th>
            <td>${reader(this.recipients.get(id))}</td>
            <td><prm-badge tone=${tones[status]}>${words.jobStates[status]}</prm-badge></td>
            <td class="number">${figure(attempts)}</td>
            <td class="number">${instant(updatedAt)}</td>
          </tr>`,
      ),
    )
  }
}

const reader = (recipient: Recipient | undefined) =>
  recipient
    ? html`<bdi>${recipient.name}</bdi><small><bdi>${recipient.about}</bdi></small>`
    : nothing
