import type { Deal, DealInput } from '@prmkit/contract'
import type { Rival } from '../../../drafts/draft-keeper.ts'
import type { Draft } from '../../../drafts/draft-shelves.ts'
import { sendOnce, type Sending } from '../../../drafts/send-once.ts'
import { bodyOf, valuesOf } from '../../../forms/form-changes.ts'
import type { DealDraft, Keeper } from './deal-draft.ts'
import { errorsOf } from '../../../forms/form-errors.ts'
import { FilledForm } from '../../../forms/filled-form.ts'
import { RecordSender } from '../../../forms/record-sender.ts'
import type { Owner, Setup } from '../setup.ts'
import { startOf, type Values } from '../../../forms/form-values.ts'

const delay = 1000

/** Keeps a draft as a registration at the backend, where colleagues and other devices find it. */
export class ServerKeeper implements Keeper {
  readonly kind = 'server'
  readonly #setup: Setup
  readonly #owner: Owner
  readonly #changes: RecordSender<Deal>
  #creating: Sending<DealInput> | undefined
  #waiting: DealDraft | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #queue: Promise<unknown> = Promise.resolve()
  #closed = false
  deal: Deal | undefined
  savedAt: number | undefined
  rival: Rival<DealDraft> | undefined

  constructor(setup: Setup, owner: Owner) {
    this.#setup = setup
    this.#owner = owner
    this.deal = setup.deal
    this.#changes = new RecordSender(setup.client.deals)
  }

  get dirty(): boolean {
    return this.#waiting !== undefined
  }

  /** The registration that was opened is the draft; else the newest one of the user. */
  async open(): Promise<Draft<DealDraft> | undefined> {
    if (this.deal) return undefined
    const { client } = this.#setup
    const { items } = await client.deals.list({
      query: { status: ['draft'], owner: 'me', sort: 'updated_desc', limit: 1 },
    })
    this.deal = items[0]
    return this.deal && this.#draftOf(this.deal)
  }

  meet(draft: Draft<DealDraft>): void {
    this.rival = { draft }
  }

  save(content: DealDraft): void {
    if (this.#closed) return
    this.#waiting = content
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush().catch(() => this.#owner.changed()), delay)
  }

  flush(content = this.#waiting): Promise<boolean> {
    clearTimeout(this.#timer)
    if (!content) return Promise.resolve(!this.rival)
    this.#waiting = content
    const result = this.#queue.then(() => this.#write(content))
    this.#queue = result.catch(() => {})
    return result
  }

  keepMine(content: DealDraft): Promise<boolean> {
    this.rival = undefined
    return this.flush(content)
  }

  takeTheirs(): DealDraft | undefined {
    const content = this.rival?.draft?.content
    this.rival = this.#waiting = undefined
    return content
  }

  /** Deletes the draft, unless it was sent: then it is none any more. */
  async remove(sent?: unknown): Promise<void> {
    clearTimeout(this.#timer)
    this.#waiting = this.savedAt = undefined
    await this.#queue
    const { deal } = this
    this.deal = undefined
    if (deal && !sent) {
      await this.#setup.client.deals.remove({ params: { id: deal.id }, ifMatch: deal.revision })
    }
    this.#owner.changed()
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#closed = true
  }

  async #write(content: DealDraft): Promise<boolean> {
    const { client, form } = this.#setup
    if (this.rival) return false
    const filled = this.#valid(content.values)
    try {
      if (this.deal) this.deal = await this.#changes.save(filled, this.deal)
      else {
        const { answer } = await sendOnce({
          body: bodyOf<DealInput>(form, filled.values, { status: 'draft' }),
          sending: this.#creating,
          post: (body, idempotencyKey) => client.deals.create({ body, idempotencyKey }),
          keep: async (creating) => void (this.#creating = creating),
        })
        this.#creating = undefined
        this.deal = await this.#changes.save(filled, answer)
      }
    } catch (error) {
      if ((error as { code?: string }).code !== 'revision-stale') throw error
      const theirs = await client.deals.get({ params: { id: this.deal!.id } })
      this.deal = theirs
      this.rival = { draft: theirs.status === 'draft' ? this.#draftOf(theirs) : null }
      this.#owner.changed()
      return false
    }
    this.savedAt = Date.now()
    if (this.#waiting === content) this.#waiting = undefined
    this.#owner.kept('server', this.savedAt)
    this.#owner.changed()
    return true
  }

  /** The values without those that the backend would refuse; they are kept in the page alone. */
  #valid(values: Values): FilledForm {
    const { form, today, deal } = this.#setup
    const filled = new FilledForm(form, startOf(form, undefined, values), today, deal)
    for (const { field, code } of errorsOf(filled)) {
      if (field && code !== 'required') filled.set(field.pointer, undefined)
    }
    return filled
  }

  #draftOf(deal: Deal): Draft<DealDraft> {
    const { form } = this.#setup
    return {
      version: deal.formVersion ?? form.version,
      stamp: String(deal.revision),
      savedAt: Date.parse(deal.updatedAt),
      content: { values: valuesOf(form, deal), step: 'form', revision: deal.revision },
    }
  }
}
