import type { Deal, DealInput, Discovery, Form, Me } from '@prmkit/contract'
import type { Client } from '../../base/portal.ts'
import type { Keeper } from './draft/deal-draft.ts'
import type { FieldLists } from '../../forms/field-lists.ts'
import type { Values } from '../../forms/form-values.ts'

/** What a registration begins with. */
export interface Setup {
  readonly client: Client
  readonly discovery: Discovery
  readonly form: Form
  readonly me: Me | undefined
  readonly deal: Deal | undefined
  /** The values of that deal. */
  readonly begun: Values | undefined
  readonly today: string
  readonly lists: FieldLists
  /** What the page sets. */
  readonly prefill: unknown
  readonly skipsCheck: boolean
  /** Where drafts go. */
  readonly storage: string | undefined
}

/** Where the focus can be moved to, by id. */
export type Target = 'heading' | 'summary' | 'trouble' | 'rival' | 'result'

/** What the element does for a registration. */
export interface Owner {
  /** Shows what changed. */
  changed(): void
  focusOn(target: Target): void
  /** Keeps the draft, a moment later. */
  save(): void
  /** Says that the draft is kept. */
  kept(storage: Keeper['kind'], savedAt: number): void
  /** Tells when a call is tried again, and after how long. */
  onRetry(listener: (delay: number) => void): () => void
  /** The form has another version now: fetches it, and keeps what still fits. */
  refetch(): Promise<void>
  /** The user logged out in another tab. */
  forgotten(): void
  /** Asks the host page; false when it objects. */
  mayUse(body: DealInput): boolean
  sent(deal: Deal): void
}
