import type { Deal, DealInput, FieldError } from '@prmkit/contract'
import { isForgotten, sendOnce, type Sending } from '../../../drafts/send-once.ts'
import { bodyOf } from '../../../forms/form-changes.ts'
import { refuse } from '../../../forms/form-errors.ts'
import { RecordSender } from '../../../forms/record-sender.ts'
import { contentOf } from '../draft/draft-content.ts'
import type { Registration, Sent, Submission } from '../registration.ts'
import { isComplete } from '../steps/complete.ts'
import { findArrived } from './find-arrived.ts'

/** Says that the draft was changed elsewhere, so that nothing was sent. */
class MovedError extends Error {}

/** Sends a registration once, or leads to its errors or to the choice between two versions. */
export async function submit(registration: Registration): Promise<void> {
  const { owner, keeper, fresher } = registration
  if (!isComplete(registration)) registration.step = 'form'
  else if (keeper?.rival || fresher) owner.focusOn('rival')
  else await (registration.submission ??= new DealSubmission(registration)).run()
}

/** Sends one registration; repeated attempts make one deal. */
class DealSubmission implements Submission {
  readonly #registration: Registration
  readonly #changes: RecordSender<Deal>
  #failedAt = 0
  sending = false
  slow: number | undefined
  failure: unknown
  result: Sent | undefined

  constructor(registration: Registration) {
    this.#registration = registration
    this.#changes = new RecordSender(registration.setup.client.deals)
  }

  get waiting(): number {
    const { retryAfter = 0 } = (this.failure ?? {}) as { retryAfter?: number }
    return Math.max(0, Math.ceil((this.#failedAt + retryAfter - performance.now()) / 1000))
  }

  async run(): Promise<void> {
    const { owner } = this.#registration
    const body = this.#body()
    // The wait that a backend asks for is advice: its number may be wrong, and Send always works.
    if (this.sending || !owner.mayUse(body)) return
    this.sending = true
    this.failure = this.slow = undefined
    owner.changed()
    const slow = (seconds: number) => {
      this.slow = seconds
      owner.changed()
    }
    const timer = setTimeout(slow, 5000, 0)
    const stop = owner.portal()?.on('prm-diagnostic', ({ diagnostic }) => {
      const { type, delay = 0 } = diagnostic as { type?: string; delay?: number }
      if (type === 'retry' && delay > 2000) slow(Math.ceil(delay / 1000))
    })
    try {
      this.#succeed(await this.#send())
    } catch (error) {
      await this.#fail(error)
    } finally {
      stop?.()
      clearTimeout(timer)
      this.sending = false
      owner.changed()
    }
  }

  #body(): DealInput {
    const { form, values } = this.#registration.filled
    return bodyOf<DealInput>(form, values, { status: 'submitted' })
  }

  async #send(): Promise<Sent> {
    const { filled } = this.#registration
    const deal = filled.record ?? (await this.#savedDraft())
    if (deal) return { deal: await this.#changes.send(filled, deal), older: false }
    return this.#create()
  }

  /** Makes a new deal of the registration. */
  async #create(): Promise<Sent> {
    const { setup, open } = this.#registration
    const { client } = setup
    const latest = this.#body()
    const forgotten = open && isForgotten(open)
    const arrived = forgotten && (await findArrived(client, open))
    if (arrived) {
      const same = JSON.stringify(arrived.body) === JSON.stringify(latest)
      return { deal: arrived.deal, older: !same }
    }
    const { answer, body } = await sendOnce({
      body: latest,
      sending: forgotten ? undefined : open,
      keep: (sending) => this.#keep(sending),
      post: (body, idempotencyKey) => client.deals.create({ body, idempotencyKey }),
    })
    return { deal: answer, older: body !== latest }
  }

  #succeed(sent: Sent): void {
    const registration = this.#registration
    const { owner, keeper } = registration
    const { id, number } = sent.deal
    this.result = sent
    registration.open = undefined
    registration.step = 'sent'
    owner.focusOn('heading')
    owner.sent(sent.deal)
    // A draft that stays behind leads to this registration and to no second one.
    keeper?.remove({ id, number }).catch(() => {})
  }

  /** The draft at the backend, where drafts are kept there. */
  async #savedDraft(): Promise<Deal | undefined> {
    const { keeper } = this.#registration
    if (keeper?.kind !== 'server') return undefined
    if (!(await keeper.flush(contentOf(this.#registration)))) throw new MovedError()
    return keeper.deal
  }

  async #keep(open: Sending<DealInput> | undefined): Promise<void> {
    const registration = this.#registration
    registration.open = open
    if (!(await registration.keeper?.flush(contentOf(registration)))) throw new MovedError()
  }

  async #fail(error: unknown): Promise<void> {
    const registration = this.#registration
    const { owner } = registration
    const { errors = [], code } = error as { errors?: readonly FieldError[]; code?: string }
    if (error instanceof MovedError) return owner.focusOn('rival')
    if (errors.some(({ pointer }) => pointer === '/formVersion')) {
      await owner.refetch()
      registration.step = 'form'
      return owner.focusOn('heading')
    }
    this.failure = error
    this.#failedAt = performance.now()
    if (errors.length) {
      refuse(registration.filled, errors)
      registration.step = 'form'
      return owner.focusOn('summary')
    }
    this.#count()
    const moved = code === 'revision-stale' || code === 'state-conflict'
    owner.focusOn(moved && (await refresh(registration)) ? 'rival' : 'trouble')
  }

  /** Counts the seconds down on screen. */
  #count(): void {
    this.#registration.owner.changed()
    if (this.waiting) setTimeout(() => this.#count(), 1000)
  }
}

/** Fetches the registration as it is at the backend now; true where that succeeded. */
async function refresh(registration: Registration): Promise<boolean> {
  const { filled, setup } = registration
  const id = filled.record?.id
  if (!id) return false
  const deal = await setup.client.deals.get({ params: { id } }).catch(() => undefined)
  registration.fresher = deal
  return deal !== undefined
}
