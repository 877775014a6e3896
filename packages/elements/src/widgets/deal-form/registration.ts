import type { Availability, Deal, DealInput, FieldError } from '@prmkit/contract'
import { fieldsOf } from '@prmkit/contract/rules'
import type { Sending } from '../../drafts/send-once.ts'
import type { DealDraft, Keeper, Step } from './draft/deal-draft.ts'
import { FilledForm } from '../../forms/filled-form.ts'
import type { Owner, Setup } from './setup.ts'
import type { Submission } from './send/submission.ts'
import { startOf } from '../../forms/form-values.ts'

/** How the availability check stands. */
export interface Check {
  readonly asking?: AbortController
  readonly failed?: boolean
  /** True after an attempt: everything wrong is shown. */
  readonly tried?: boolean
  /** What the backend refused. */
  readonly refusals?: readonly FieldError[]
  readonly result?: Availability
}

/** A registration from the first key to the answer. What comes after the first key is in `later.ts`. */
export class Registration {
  setup: Setup
  readonly owner: Owner
  filled: FilledForm
  step: Step
  check: Check = {}
  /** True once somebody entered something here. */
  touched = false
  /** Keeps the draft, from the first key on. */
  keeper: Keeper | undefined
  /** Sends it, from the first attempt on. */
  submission: Submission | undefined
  /** The request without a certain answer. */
  open: Sending<DealInput> | undefined
  /** The draft that was found, to be told of. */
  restored: { readonly at: number; readonly version: string } | undefined
  /** What was thrown away, until it is certain. */
  discarded: DealDraft | undefined
  /** The registration was changed at the backend while it was edited here. */
  fresher: Deal | undefined

  constructor(setup: Setup, owner: Owner) {
    this.setup = setup
    this.owner = owner
    this.filled = this.fill(setup.begun)
    this.step = this.firstStep
  }

  /** The form with these values; with those of the page without any. */
  fill(values: unknown, deal: Deal | undefined = this.setup.deal): FilledForm {
    const { form, prefill, today } = this.setup
    return new FilledForm(form, startOf(form, prefill, values), today, deal)
  }

  /** The availability check where the form asks for a customer. */
  get firstStep(): Step {
    return !this.setup.skipsCheck && this.asksFor('/customer/companyName') ? 'check' : 'form'
  }

  /** Whether the form has a field that people see. */
  asksFor(asked: string): boolean {
    return fieldsOf(this.setup.form).some(({ pointer, hidden }) => pointer === asked && !hidden)
  }

  /** Takes what was typed. */
  input(pointer: string, value: unknown): void {
    this.filled.set(pointer, value)
    this.touched = true
    this.restored = this.discarded = undefined
    this.owner.save()
    this.owner.changed()
  }

  /** Goes to another step. */
  go(step: Step): void {
    this.step = step
    if (this.submission) this.submission.failure = undefined
    if (this.touched) this.owner.save()
    this.owner.changed()
    this.owner.focusOn('heading')
  }
}
