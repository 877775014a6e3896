import type { Deal, DealInput, Discovery, Form, Me } from '@prmkit/contract'
import type { Client, Portal } from '../../base/portal.ts'
import type { FieldLists } from '../../forms/field-lists.ts'
import type { Values } from '../../forms/form-values.ts'
import type { Keeper } from './draft/deal-draft.ts'

/** Everything that a registration begins with. */
export interface Setup {
  readonly client: Client
  readonly discovery: Discovery
  readonly form: Form
  readonly me: Me | undefined
  /** The deal that is opened; none for a new one. */
  readonly deal: Deal | undefined
  /** The values of that deal. */
  readonly begun: Values | undefined
  /** The civil date in the vendor's time zone. */
  readonly today: string
  readonly lists: FieldLists
  /** The values that the page sets. */
  readonly prefill: unknown
  readonly skipsCheck: boolean
  /** The place where drafts are kept. */
  readonly storage: string | undefined
}

/** The id of an element that can take the focus. */
export type Target = 'heading' | 'summary' | 'trouble' | 'rival' | 'result'

/** The actions of the element for a registration. */
export interface Owner {
  /** Draws the registration again. */
  changed(): void
  /** Moves the focus after the next update. */
  focusOn(target: Target): void
  /** Keeps the draft, a moment later. */
  save(): void
  /** Says that the draft is kept. */
  kept(storage: Keeper['kind'], savedAt: number): void
  /** The portal around the element. */
  readonly portal: () => Portal | undefined
  /** Fetches the newer version of the form, and keeps the values that still fit. */
  refetch(): Promise<void>
  /** Drops everything after the user logged out in another tab. */
  forgotten(): void
  /** Asks the host page whether this may be sent. */
  mayUse(body: DealInput): boolean
  /** Tells the host page of the deal that was made. */
  sent(deal: Deal): void
}
