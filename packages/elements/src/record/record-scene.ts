import type { Translate } from '../base/localize.ts'
import type { FieldDraft, KeepFieldOptions } from '../drafts/keep-field.ts'
import type { ToastOptions } from '../primitives/toast/toast.ts'
import type { RecordMessages } from '../locales/record/catalog.ts'
import type { RecordLaterMessages } from '../locales/record-later/catalog.ts'

/** A record as every record page knows it. */
export interface RecordItem {
  readonly id: string
  /** Grows with each change; the older of two answers is dropped. */
  readonly revision: number
}

/** The options of a read. */
export interface ReadOptions {
  readonly signal?: AbortSignal | undefined
}

/** The operation that fetches a record. */
export interface RecordOperations<Item> {
  get(input: { params: { id: string } }, options?: ReadOptions): Promise<Item>
}

/** The words before the reason of a failure. */
export type About = string | ((error: unknown) => string)

/** A record page, as the parts of it see it. */
export interface RecordScene<Item extends RecordItem = RecordItem, Operations = unknown> {
  readonly t: Translate<RecordMessages>
  readonly locale: string
  /** The id of the record, also before it is loaded. */
  readonly recordId: string | undefined
  /** The address of a record on the host's site, with `{id}`. */
  readonly recordHref: string | undefined
  readonly record: Item | undefined
  /** The operations of the resource, once there is a client. */
  readonly operations: Operations | undefined
  /** Opens another record, or with an empty id the list. */
  open(id: string): void
  /** Shows the record as the backend answered it. */
  took(record: Item): void
  /** Fetches the record anew; the current content stays through failures. */
  refresh(): Promise<void>
  /** Leaves the record that was deleted. */
  gone(): void
  /** Tells for a moment and aloud of something that was done, with a way back where there is one. */
  announce(text: string, undo?: ToastOptions['action']): void
  /** Does something; a failure is announced, and the page stays as it is. */
  attempt(work: () => Promise<unknown>, about?: About): Promise<void>
  /**
   * Keeps what is written about the record and not sent yet, under a name of its own. Another
   * record and the end of the page leave it to be found again; log-out deletes it.
   */
  keep<Content>(
    name: string,
    options: Pick<KeepFieldOptions<Content>, 'onFound' | 'join'>,
  ): FieldDraft<Content>
  /** Draws the page anew; the promise gives its root once it is drawn. */
  redraw(): Promise<ParentNode>
  /** Focuses the heading, where the focused element is gone. */
  focusHeading(): void
}

/** A record page from which something is sent. */
export interface SendingScene<
  Item extends RecordItem = RecordItem,
  Operations = unknown,
> extends Omit<RecordScene<Item, Operations>, 't'> {
  readonly t: Translate<RecordLaterMessages>
}
