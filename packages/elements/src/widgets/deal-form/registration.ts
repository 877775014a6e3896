import type { Deal, DealInput, Discovery, Form } from '@prmkit/contract'
import { fieldsOf } from '@prmkit/contract/rules'
import type { Sending } from '../../base/send-once.ts'
import type { DealDraft, Keeper, Step } from './draft.ts'
import { FilledForm } from './filled-form.ts'
import { ChangeSender, register } from './sender.ts'
import type { Owner, Setup } from './setup.ts'
import { bodyOf, refill, startOf } from './values.ts'

/** Says that the draft was changed elsewhere, so that nothing was sent. */
class MovedError extends Error {}

const isCode = (error: unknown, ...codes: string[]) =>
  codes.includes((error as { code?: string })?.code ?? '')

/** A registration from the first key to the answer. */
export class Registration {
  setup: Setup
  readonly #owner: Owner
  readonly #changes = new ChangeSender()
  #prefill: unknown
  #failedAt = 0
  keeper!: Keeper
  filled: FilledForm
  step: Step = 'form'
  /** True while it is being sent. */
  sending = false
  /** The request without a certain answer. */
  open: Sending<DealInput> | undefined
  /** Why it was not sent. */
  failure: unknown
  /** The registration was changed at the backend while it was edited here. */
  fresher: Deal | undefined
  /** What came of it. */
  result: { deal: Deal; older: boolean } | undefined
  /** The draft that was found, to be told of. */
  restored: { at: number; version: string } | undefined
  /** What `discard` took away, until it is certain. */
  discarded: DealDraft | undefined
  /** True once somebody entered something here. */
  touched = false

  constructor(setup: Setup, owner: Owner) {
    this.setup = setup
    this.#owner = owner
    this.#prefill = setup.prefill
    this.filled = this.#fill(undefined, setup.deal)
    this.step = this.asks ? 'check' : 'form'
  }

  /** Begins with what was kept. */
  async begin(keeper: Keeper): Promise<void> {
    this.keeper = keeper
    const draft = await keeper.open()
    if (!draft) return
    this.take(draft.content)
    const { deal } = this.setup
    if (deal && draft.content.revision !== deal.revision) this.fresher = deal
    else this.restored = { at: draft.savedAt, version: draft.version }
  }

  /** Takes over a draft. */
  take(content: DealDraft): void {
    const { lists } = this.setup
    for (const [key, choice] of content.names ?? []) lists.names.set(key, choice)
    for (const file of content.files ?? []) lists.files.set(file.id, file)
    this.filled = this.#fill(content.values, this.filled.deal)
    this.step = content.sending ? 'review' : content.step
    this.open = content.sending
  }

  /** Whether the form asks for a customer, whose availability can be checked first. */
  get asks(): boolean {
    return !this.setup.deal && this.#has('/customer/companyName')
  }

  /** Whether the form asks for products. */
  get hasLines(): boolean {
    return this.#has('/lines')
  }

  /** True where the backend lets nothing be changed. */
  get locked(): boolean {
    return this.filled.deal?.editableFields.length === 0
  }

  /** Seconds until it may be sent again. */
  get waiting(): number {
    const { retryAfter = 0 } = (this.failure ?? {}) as { retryAfter?: number }
    return Math.max(0, Math.ceil((this.#failedAt + retryAfter - Date.now()) / 1000))
  }

  /** True while closing the page would lose something. */
  get unsaved(): boolean {
    const { keeper, sending } = this
    return sending || keeper.dirty || keeper.kind === 'memory' || keeper.rival !== undefined
  }

  /** What is kept. */
  get content(): DealDraft {
    const { filled, step, open } = this
    return {
      values: filled.values,
      step,
      sending: open,
      revision: filled.deal?.revision,
      ...this.setup.lists.used(filled.values),
    }
  }

  /** Takes what was typed. */
  input(pointer: string, value: unknown): void {
    this.filled.set(pointer, value)
    this.touched = true
    this.restored = this.discarded = undefined
    this.keeper.save(this.content)
    this.#owner.changed()
  }

  /** Shows the form in another language. */
  relabel(form: Form, discovery: Discovery): void {
    this.setup = { ...this.setup, form, discovery }
    this.filled.form = form
  }

  /** Sets fields that nobody filled in yet, and hidden ones in any case. */
  prefill(values: unknown): void {
    refill(this.setup.form, this.filled.values, this.#prefill, values)
    this.#prefill = values
    this.#owner.changed()
  }

  /** Goes to another step. */
  go(step: Step): void {
    this.step = step
    this.failure = undefined
    if (this.touched) this.keeper.save(this.content)
    this.#owner.changed()
    this.#owner.focusOn('heading')
  }

  /** Goes on to the review, or to what is wrong. */
  review(): void {
    if (this.#complete()) this.go('review')
  }

  /** Sends it, once. */
  async submit(): Promise<void> {
    if (this.sending || this.waiting || !this.#complete()) return
    if (this.keeper.rival || this.fresher) return this.#owner.focusOn('rival')
    const { filled, setup, keeper } = this
    if (!this.#owner.mayUse(bodyOf(filled.form, filled.values, 'submitted'))) return
    this.sending = true
    this.failure = undefined
    this.#owner.changed()
    try {
      const deal = filled.deal ?? (await this.#savedDraft())
      const sent = deal
        ? { deal: await this.#changes.send(setup.client, filled, deal), older: false }
        : await register(setup.client, filled, { sending: this.open, keep: this.#keep })
      this.result = sent
      this.open = undefined
      this.step = 'sent'
      await keeper.remove({ id: sent.deal.id, number: sent.deal.number })
      this.#owner.sent(sent.deal)
    } catch (error) {
      await this.#failed(error)
    } finally {
      this.sending = false
      this.#owner.changed()
      if (this.step === 'sent') this.#owner.focusOn('heading')
    }
  }

  /** Throws the draft away; `restore` brings it back. */
  discard(): void {
    const discarded = this.content
    void this.keeper.remove()
    this.again()
    this.discarded = discarded
    this.#owner.changed()
  }

  /** Brings back what was thrown away. */
  restore(): void {
    const { discarded } = this
    if (!discarded) return
    this.take(discarded)
    this.discarded = undefined
    this.keeper.save(this.content)
    this.#owner.changed()
    this.#owner.focusOn('heading')
  }

  /** Begins the next registration. */
  again(): void {
    this.filled = this.#fill(undefined, this.setup.deal)
    this.open = this.result = this.failure = this.restored = undefined
    this.touched = false
    this.go(this.asks ? 'check' : 'form')
  }

  /** Chooses between what is here and what somebody else made of it. */
  choose(mine: boolean): void {
    const { keeper, fresher } = this
    const theirs = keeper.rival?.draft?.content
    if (fresher) {
      this.filled = this.#fill(mine ? this.filled.values : undefined, fresher)
      this.fresher = undefined
    }
    if (keeper.rival && mine) {
      // Their request may have arrived: under its key this one cannot become a second one.
      this.open = theirs ? (theirs.sending ?? this.open) : undefined
      void keeper.keepMine(this.content)
    } else if (keeper.rival) {
      const content = keeper.takeTheirs()
      if (content) this.take(content)
      else this.again()
    } else keeper.save(this.content)
    this.#owner.changed()
    this.#owner.focusOn('heading')
  }

  #complete(): boolean {
    const { filled } = this
    filled.tried = true
    if (!filled.errors().length) return true
    this.step = 'form'
    this.#owner.changed()
    this.#owner.focusOn('summary')
    return false
  }

  /** The draft at the backend, where drafts are kept there. */
  async #savedDraft(): Promise<Deal | undefined> {
    if (this.keeper.kind !== 'server') return undefined
    if (!(await this.keeper.flush(this.content))) throw new MovedError()
    return this.keeper.deal
  }

  #keep = async (sending: DealDraft['sending']) => {
    this.open = sending
    if (!(await this.keeper.flush(this.content))) throw new MovedError()
  }

  async #failed(error: unknown): Promise<void> {
    const { filled, setup } = this
    const { errors } = error as { errors?: Parameters<FilledForm['refuse']>[0] }
    if (error instanceof MovedError) return this.#owner.focusOn('rival')
    this.failure = error
    this.#failedAt = Date.now()
    if (this.waiting) this.#count()
    if (errors?.length) {
      filled.refuse(errors)
      this.step = 'form'
      return this.#owner.focusOn('summary')
    }
    if (filled.deal && isCode(error, 'revision-stale', 'state-conflict')) {
      this.fresher = await setup.client.deals
        .get({ params: { id: filled.deal.id } })
        .catch(() => undefined)
    }
    this.#owner.focusOn(this.fresher ? 'rival' : 'trouble')
  }

  #fill(kept: unknown, deal: Deal | undefined): FilledForm {
    const { form, today } = this.setup
    return new FilledForm(form, startOf(form, this.#prefill, kept, deal), today, deal)
  }

  #has(asked: string): boolean {
    return fieldsOf(this.setup.form).some(({ pointer, hidden }) => pointer === asked && !hidden)
  }

  /** Counts the seconds down on screen. */
  #count(): void {
    this.#owner.changed()
    if (this.waiting) setTimeout(() => this.#count(), 1000)
  }
}
