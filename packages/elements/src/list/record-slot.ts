import type { RecordOwner, RecordPage } from '../base/record-owner.ts'

/** The list around the place, and the way to tell of failures. */
interface SlotHost<Item> extends RecordOwner<Item> {
  fail(error: unknown): void
  requestUpdate(): void
}

/** The place of one record in full, whose code is fetched once it is needed. */
export class RecordSlot<Item> {
  readonly #host: SlotHost<Item>
  #page: RecordPage<Item> | undefined
  #opening: Promise<void> | undefined

  constructor(host: SlotHost<Item>) {
    this.#host = host
  }

  /** The page with these properties; nothing until its code is there. */
  show(load: () => Promise<string>, values: object): RecordPage<Item> | undefined {
    if (this.#page) return Object.assign(this.#page, values)
    if (this.#opening) return undefined
    this.#opening = load()
      .then((tag) => {
        this.#page = document.createElement(tag) as RecordPage<Item>
        this.#page.owner = this.#host
      })
      .catch((error: unknown) => this.#host.fail(error))
      .finally(() => (this.#opening = undefined))
      .then(() => this.#host.requestUpdate())
    return undefined
  }
}
