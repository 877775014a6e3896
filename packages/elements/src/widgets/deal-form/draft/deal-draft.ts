import type { Deal, DealInput } from '@prmkit/contract'
import type { Rival } from '../../../drafts/draft-keeper.ts'
import type { Draft } from '../../../drafts/draft-shelves.ts'
import type { Sending } from '../../../drafts/send-once.ts'
import type { Choice, StoredFile } from '../../../primitives/field/context.ts'
import type { Values } from '../../../forms/form-values.ts'

/** Where somebody is in a registration. */
export type Step = 'check' | 'form' | 'review' | 'sent'

/** A registration in progress as it is kept; never the bytes of a file. */
export interface DealDraft {
  readonly values: Values
  readonly step: Step
  /** The request without a certain answer, kept before it is sent. */
  readonly sending?: Sending<DealInput> | undefined
  /** The revision of the registration that is changed. */
  readonly revision?: number | undefined
  /** What the ids in the values stand for. */
  readonly names?: readonly (readonly [key: string, choice: Choice])[] | undefined
  readonly files?: readonly StoredFile[] | undefined
}

/** Keeps the draft of one registration, in the browser or at the backend. */
export interface Keeper {
  readonly kind: 'device' | 'tab' | 'memory' | 'server'
  readonly dirty: boolean
  readonly savedAt: number | undefined
  readonly rival: Rival<DealDraft> | undefined
  /** The draft at the backend, where it is kept there. */
  readonly deal?: Deal | undefined
  open(): Promise<Draft<DealDraft> | undefined>
  /** Notes that somebody else wrote this. */
  meet(draft: Draft<DealDraft>): void
  save(content: DealDraft): void
  flush(content?: DealDraft): Promise<boolean>
  keepMine(content: DealDraft): Promise<boolean>
  takeTheirs(): DealDraft | undefined
  /** Begins to notice what other tabs do, or ends it. */
  listen?(on?: boolean): void
  remove(note?: unknown): Promise<void>
  close(): unknown
}
