import type { Deal, FieldError } from '@prmkit/contract'
import { bodyOf } from '../../../forms/form-changes.ts'
import { refuse } from '../../../forms/form-errors.ts'
import { contentOf, refresh } from '../progress.ts'
import type { Registration } from '../registration.ts'
import { ChangeSender, register, type Open, type Sent } from './send-deal.ts'
import type { Owner } from '../setup.ts'

/** Says that the draft was changed elsewhere, so that nothing was sent. */
class MovedError extends Error {}

/** Sending a registration: once, however often it is tried, and what is known of it meanwhile. */
export class Submission {
  readonly #registration: Registration
  readonly #owner: Owner
  readonly #changes = new ChangeSender()
  #failedAt = 0
  /** True while it is being sent. */
  sending = false
  /** Sending takes long; the seconds until the next attempt, where there are many. */
  slow: number | undefined
  /** Why it was not sent. */
  failure: unknown
  /** What came of it. */
  result: Sent | undefined

  constructor(registration: Registration) {
    this.#registration = registration
    this.#owner = registration.owner
  }

  /** Seconds until it may be sent again. */
  get waiting(): number {
    const { retryAfter = 0 } = (this.failure ?? {}) as { retryAfter?: number }
    return Math.max(0, Math.ceil((this.#failedAt + retryAfter - Date.now()) / 1000))
  }

  /** Sends what is filled in. */
  async run(): Promise<void> {
    const { filled } = this.#registration
    if (this.sending || this.waiting) return
    if (!this.#owner.mayUse(bodyOf(filled.form, filled.values, 'submitted'))) return
    this.sending = true
    this.failure = this.slow = undefined
    this.#owner.changed()
    const slow = (seconds: number) => {
      this.slow = seconds
      this.#owner.changed()
    }
    const timer = setTimeout(slow, 5000, 0)
    const stop = this.#owner.onRetry((delay) => delay > 2000 && slow(Math.ceil(delay / 1000)))
    try {
      this.#succeed(await this.#send())
    } catch (error) {
      await this.#fail(error)
    } finally {
      stop()
      clearTimeout(timer)
      this.sending = false
      this.#owner.changed()
    }
  }

  async #send(): Promise<Sent> {
    const { filled, setup, open } = this.#registration
    const deal = filled.deal ?? (await this.#savedDraft())
    if (deal) return { deal: await this.#changes.send(setup.client, filled, deal), older: false }
    return register(setup.client, filled, { sending: open, keep: this.#keep })
  }

  #succeed(sent: Sent): void {
    const { id, number } = sent.deal
    this.result = sent
    this.#registration.open = undefined
    this.#registration.step = 'sent'
    this.#owner.focusOn('heading')
    this.#owner.sent(sent.deal)
    // A draft that stays behind leads to this registration and to no second one.
    this.#registration.keeper?.remove({ id, number }).catch(() => {})
  }

  /** The draft at the backend, where drafts are kept there. */
  async #savedDraft(): Promise<Deal | undefined> {
    const { keeper } = this.#registration
    if (keeper?.kind !== 'server') return undefined
    if (!(await keeper.flush(contentOf(this.#registration)))) throw new MovedError()
    return keeper.deal
  }

  #keep: Open['keep'] = async (open) => {
    const registration = this.#registration
    registration.open = open
    if (!(await registration.keeper?.flush(contentOf(registration)))) throw new MovedError()
  }

  async #fail(error: unknown): Promise<void> {
    const registration = this.#registration
    const { errors = [], code } = error as { errors?: readonly FieldError[]; code?: string }
    if (error instanceof MovedError) return this.#owner.focusOn('rival')
    if (errors.some(({ pointer }) => pointer === '/formVersion')) {
      await this.#owner.refetch()
      registration.step = 'form'
      return this.#owner.focusOn('heading')
    }
    this.failure = error
    this.#failedAt = Date.now()
    if (errors.length) {
      refuse(registration.filled, errors)
      registration.step = 'form'
      return this.#owner.focusOn('summary')
    }
    this.#count()
    const moved = code === 'revision-stale' || code === 'state-conflict'
    this.#owner.focusOn(moved && (await refresh(registration)) ? 'rival' : 'trouble')
  }

  /** Counts the seconds down on screen. */
  #count(): void {
    this.#owner.changed()
    if (this.waiting) setTimeout(() => this.#count(), 1000)
  }
}
