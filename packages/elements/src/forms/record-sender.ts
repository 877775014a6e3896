import { sendOnce, type Sending } from '../drafts/send-once.ts'
import type { FilledForm } from './filled-form.ts'
import { patchOf } from './form-changes.ts'
import type { FormRecord } from './form-record.ts'
import type { Values } from './form-values.ts'

interface Change<Body> {
  readonly params: { readonly id: string }
  readonly body: Body
  readonly ifMatch: number
  readonly idempotencyKey: string
}

/** The part of the client that changes the records of one resource, such as `client.deals`. */
export interface RecordOperations<R> {
  update(request: Change<Values>): Promise<R>
  act(request: Change<{ action: 'submit' | 'resubmit' }>): Promise<R>
}

/** The action that sends a record in; none where its changes are only saved. */
export const actionOf = ({ allowedActions }: FormRecord): 'submit' | 'resubmit' | undefined =>
  (['submit', 'resubmit'] as const).find((action) => allowedActions.includes(action))

/** Sends the changes of a record and sends it in; a repeated attempt does only what is left. */
export class RecordSender<R extends FormRecord> {
  readonly #operations: RecordOperations<R>
  #open = new Map<string, Sending<unknown>>()
  /** The record after the last changes, for an attempt that knows only the one before. */
  #saved: R | undefined

  constructor(operations: RecordOperations<R>) {
    this.#operations = operations
  }

  /** Saves the changes and does the action that sends the record in. */
  async send(filled: FilledForm, record: R): Promise<R> {
    const saved = await this.save(filled, record)
    const action = actionOf(saved)
    if (!action) return saved
    const { revision } = saved
    const { answer } = await this.#once({ action, revision }, ({ revision }, idempotencyKey) =>
      this.#operations.act({
        params: { id: record.id },
        body: { action },
        ifMatch: revision,
        idempotencyKey,
      }),
    )
    return answer
  }

  /** Saves the changes. */
  async save(filled: FilledForm, given: R): Promise<R> {
    const saved = this.#saved
    const record = saved?.id === given.id && saved.revision > given.revision ? saved : given
    const patch = patchOf(filled.form, filled.values, record)
    if (!patch) return record
    const latest = { patch, revision: record.revision }
    const { answer, body } = await this.#once(latest, (change, idempotencyKey) =>
      this.#operations.update({
        params: { id: record.id },
        body: change.patch,
        ifMatch: change.revision,
        idempotencyKey,
      }),
    )
    this.#saved = answer
    return body === latest ? answer : this.save(filled, answer)
  }

  // Kept in memory alone: none of these requests makes a record.
  async #once<Body extends object>(body: Body, post: (body: Body, key: string) => Promise<R>) {
    const kind = Object.keys(body).join()
    const done = await sendOnce<Body, R>({
      body,
      post,
      sending: this.#open.get(kind) as Sending<Body> | undefined,
      keep: async (sending) => {
        if (sending) this.#open.set(kind, sending)
        else this.#open.delete(kind)
      },
    })
    this.#open.delete(kind)
    return done
  }
}
