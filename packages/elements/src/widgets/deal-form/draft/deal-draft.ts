import type { Deal, DealInput } from '@prmkit/contract'
import type { Rival } from '../../../drafts/draft-keeper.ts'
import type { Draft } from '../../../drafts/draft-shelves.ts'
import type { Sending } from '../../../drafts/send-once.ts'
import type { Choice, StoredFile } from '../../../primitives/field/context.ts'
import type { Values } from '../../../forms/form-values.ts'

/** The steps of a registration. */
export type Step = 'check' | 'form' | 'review' | 'sent'

/** A registration in progress as its draft has it; without the bytes of files. */
export interface DealDraft {
  readonly values: Values
  readonly step: Step
  /** The request whose answer is not known; kept before it is sent. */
  readonly sending?: Sending<DealInput> | undefined
  /** The revision of the deal that is changed. */
  readonly revision?: number | undefined
  /** The names of the entries that the values refer to. */
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
  /** Notes that this draft was written elsewhere. */
  meet(draft: Draft<DealDraft>): void
  save(content: DealDraft): void
  flush(content?: DealDraft): Promise<boolean>
  keepMine(content: DealDraft): Promise<boolean>
  takeTheirs(): DealDraft | undefined
  /** Begins or stops to notice the changes of other tabs. */
  listen?(on?: boolean): void
  remove(note?: unknown): Promise<void>
  close(): unknown
}
