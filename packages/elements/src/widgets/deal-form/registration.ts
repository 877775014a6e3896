import type { Deal, Discovery, Form } from '@prmkit/contract'
import { fieldsOf } from '@prmkit/contract/rules'
import type { DealDraft, Keeper, Step } from './draft.ts'
import { FilledForm } from './filled-form.ts'
import type { Owner, Setup } from './setup.ts'
import { Submission } from './submission.ts'
import { defaultsOf, fill, rebase, refill, startOf } from './values.ts'

/** A registration from the first key to the answer. */
export class Registration {
  setup: Setup
  readonly #owner: Owner
  #prefill: unknown
  keeper!: Keeper
  filled: FilledForm
  readonly submission: Submission
  step: Step = 'form'
  /** The registration was changed at the backend while it was edited here. */
  fresher: Deal | undefined
  /** The draft that was found, to be told of. */
  restored: { at: number; version: string } | undefined
  /** What `discard` took away, until it is certain. */
  discarded: DealDraft | undefined
  /** True once somebody entered something here. */
  touched = false

  constructor(setup: Setup, owner: Owner) {
    this.setup = setup
    this.#owner = owner
    this.submission = new Submission(this, owner)
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
    this.submission.reset(content.sending)
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

  /** True while closing the page would lose something. */
  get unsaved(): boolean {
    const { keeper, submission } = this
    return (
      submission.sending || keeper.dirty || keeper.kind === 'memory' || keeper.rival !== undefined
    )
  }

  /** What is kept. */
  get content(): DealDraft {
    const { filled, step, submission } = this
    return {
      values: filled.values,
      step: step === 'sent' ? 'form' : step,
      sending: submission.open,
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
    const { filled, setup } = this
    const before = setup.form.version
    this.setup = { ...setup, form, discovery }
    if (form.version !== before) {
      this.restored = { at: this.keeper.savedAt ?? Date.now(), version: before }
      filled.values = fill(form, defaultsOf(form), filled.values)
    }
    this.filled = this.#fill(filled.values, filled.deal)
    this.filled.tried = filled.tried
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
    this.submission.failure = undefined
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
    if (!this.#complete()) return
    if (this.keeper.rival || this.fresher) this.#owner.focusOn('rival')
    else await this.submission.run()
  }

  /** Looks how the registration is at the backend now; true where that could be learnt. */
  async refresh(): Promise<boolean> {
    const { filled, setup } = this
    const id = filled.deal?.id
    if (!id) return false
    this.fresher = await setup.client.deals.get({ params: { id } }).catch(() => undefined)
    return this.fresher !== undefined
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
    this.submission.reset()
    this.restored = undefined
    this.touched = false
    this.go(this.asks ? 'check' : 'form')
  }

  /** Follows another tab as long as nobody entered anything here. */
  follow(): void {
    const content = !this.touched && this.keeper?.rival?.draft && this.keeper.takeTheirs()
    if (content) this.take(content)
  }

  /** Chooses between what is here and what somebody else made of it. */
  choose(mine: boolean): void {
    const { keeper, fresher } = this
    const theirs = keeper.rival?.draft?.content
    if (fresher) {
      const { values, deal = fresher } = this.filled
      const own = mine ? rebase(this.setup.form, values, deal, fresher) : undefined
      this.filled = this.#fill(own, fresher)
      this.fresher = undefined
      this.step = 'form'
    }
    if (keeper.rival && mine) {
      // Their request may have arrived: under its key this one cannot become a second one.
      const { open } = this.submission
      this.submission.reset(theirs ? (theirs.sending ?? open) : undefined)
      void keeper.keepMine(this.content)
    } else if (keeper.rival) {
      const content = keeper.takeTheirs()
      this.touched = false
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

  #fill(kept: unknown, deal: Deal | undefined): FilledForm {
    const { form, today } = this.setup
    return new FilledForm(form, startOf(form, this.#prefill, kept, deal), today, deal)
  }

  #has(asked: string): boolean {
    return fieldsOf(this.setup.form).some(({ pointer, hidden }) => pointer === asked && !hidden)
  }
}
