import type { Deal, DealInput } from '@prmkit/contract'
import type { Client } from '../../../base/portal.ts'
import { sendOnce, type Sending } from '../../../drafts/send-once.ts'
import { findArrived, isForgotten } from './find-arrived.ts'
import type { FilledForm } from '../../../forms/filled-form.ts'
import { bodyOf, patchOf } from '../../../forms/form-changes.ts'

/** What came of sending a registration. */
export interface Sent {
  readonly deal: Deal
  /** True where an earlier version had arrived, without the latest changes. */
  readonly older: boolean
}

/** What sending a new registration needs to know and to keep. */
export interface Open {
  readonly sending: Sending<DealInput> | undefined
  readonly keep: (sending: Sending<DealInput> | undefined) => Promise<void>
}

/** Sends a new registration; however often it is tried, one comes of it. */
export async function register(client: Client, filled: FilledForm, open: Open): Promise<Sent> {
  const latest = bodyOf(filled.form, filled.values, 'submitted')
  let { sending } = open
  if (sending && isForgotten(sending)) {
    const arrived = await findArrived(client, sending)
    const same = JSON.stringify(arrived?.body) === JSON.stringify(latest)
    if (arrived) return { deal: arrived.deal, older: !same }
    sending = undefined
  }
  const { answer, body } = await sendOnce({
    ...{ sending, keep: open.keep },
    body: latest,
    post: (body, idempotencyKey) => client.deals.create({ body, idempotencyKey }),
  })
  return { deal: answer, older: body !== latest }
}

/** What a sent registration's form can do: send it in, send it in again, or only save. */
export const actionOf = (deal: Deal): 'submit' | 'resubmit' | undefined =>
  (['submit', 'resubmit'] as const).find((action) => deal.allowedActions.includes(action))

/** Sends changes of a registration and sends it in, as far as each is still to be done. */
export class ChangeSender {
  #open = new Map<string, Sending<unknown>>()

  /** Saves the changes and does the action that sends it in. */
  async send(client: Client, filled: FilledForm, deal: Deal): Promise<Deal> {
    const saved = await this.save(client, filled, deal)
    const action = actionOf(saved)
    if (!action) return saved
    return (
      await this.#once({ action, revision: saved.revision }, ({ revision }, idempotencyKey) =>
        client.deals.act({
          params: { id: deal.id },
          body: { action },
          ifMatch: revision,
          idempotencyKey,
        }),
      )
    ).answer
  }

  /** Saves the changes. */
  async save(client: Client, filled: FilledForm, deal: Deal): Promise<Deal> {
    const patch = patchOf(filled.form, filled.values, deal)
    if (!patch) return deal
    const latest = { patch, revision: deal.revision }
    const { answer, body } = await this.#once(latest, (change, idempotencyKey) =>
      client.deals.update({
        params: { id: deal.id },
        body: change.patch,
        ifMatch: change.revision,
        idempotencyKey,
      }),
    )
    return body === latest ? answer : this.save(client, filled, answer)
  }

  // Kept in memory alone: a second of these makes no second registration.
  #once<Body extends object>(body: Body, post: (body: Body, key: string) => Promise<Deal>) {
    const kind = Object.keys(body).join()
    return sendOnce<Body, Deal>({
      body,
      post,
      sending: this.#open.get(kind) as Sending<Body> | undefined,
      keep: async (sending) => {
        if (sending) this.#open.set(kind, sending)
        else this.#open.delete(kind)
      },
    }).then((done) => {
      this.#open.delete(kind)
      return done
    })
  }
}
