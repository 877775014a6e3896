import type { Availability, Deal, DealInput, FieldError } from '@prmkit/contract'
import { fieldsOf } from '@prmkit/contract/rules'
import { draftScope, type DraftScope } from '../../drafts/draft-scope.ts'
import type { Sending } from '../../drafts/send-once.ts'
import type { DealDraft, Keeper, Step } from './draft/deal-draft.ts'
import { FilledForm } from '../../forms/filled-form.ts'
import { startOf } from '../../forms/form-values.ts'
import type { Owner, Setup } from './setup.ts'

/** The state of the availability check. */
export interface Check {
  readonly asking?: boolean
  readonly failed?: boolean
  /** True after an attempt: every error is shown. */
  readonly tried?: boolean | undefined
  /** The errors that the backend found. */
  readonly refusals?: readonly FieldError[]
  readonly result?: Availability
}

/** The result of sending a registration. */
export interface Sent {
  readonly deal: Deal
  /** True where an earlier version had arrived, without the latest changes. */
  readonly older: boolean
}

/** The state of sending a registration. */
export interface Submission {
  /** True while the registration is being sent. */
  readonly sending: boolean
  /** Set while sending takes long: the seconds until the next attempt, or 0. */
  readonly slow: number | undefined
  /** The error of the last attempt. */
  failure: unknown
  /** Seconds that the backend asked to wait, as far as they are not over. */
  readonly waiting: number
  readonly result: Sent | undefined
  /** Sends the registration. */
  run(): Promise<void>
}

/** The scope of a registration's draft. */
export const scopeOf = ({ setup: { client, me, form, deal } }: Registration): DraftScope =>
  draftScope(client, me, 'deal-form', form.name, deal?.id ?? 'new')

/** The state of a registration from the first key to the answer; `later.ts` has what changes it. */
export class Registration {
  setup: Setup
  readonly owner: Owner
  filled: FilledForm<Deal>
  step: Step
  check: Check = {}
  /** True once somebody entered something here. */
  touched = false
  /** True once it went on with the content of a draft. */
  continues = false
  /** Keeps the draft, from the first key on. */
  keeper: Keeper | undefined
  /** The state of sending, from the first attempt on. */
  submission: Submission | undefined
  /** The request whose answer is not known. */
  open: Sending<DealInput> | undefined
  /** The draft that was restored, until the next input. */
  restored: { readonly at: number; readonly version: string } | undefined
  /** The draft that was deleted, until the next input. */
  discarded: DealDraft | undefined
  /** The deal as somebody else changed it meanwhile. */
  fresher: Deal | undefined

  constructor(setup: Setup, owner: Owner) {
    this.setup = setup
    this.owner = owner
    this.filled = this.fill(setup.begun)
    this.step = this.firstStep
  }

  /** The form with these values, or with its first ones. */
  fill(values: unknown, deal: Deal | undefined = this.setup.deal): FilledForm<Deal> {
    const { form, prefill, today } = this.setup
    return new FilledForm(form, startOf(form, prefill, values), today, deal)
  }

  /** The availability check where the form asks for a customer, else the form. */
  get firstStep(): Step {
    return !this.setup.skipsCheck && this.asksFor('/customer/companyName') ? 'check' : 'form'
  }

  /** Tells whether the form shows a field. */
  asksFor(asked: string): boolean {
    return fieldsOf(this.setup.form).some(({ pointer, hidden }) => pointer === asked && !hidden)
  }

  /** Stores the value of a field. */
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
