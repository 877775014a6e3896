import type { Deal, DealInput } from '@prmkit/contract'

/** The base of every public event: it bubbles and crosses shadow roots. */
class PrmEvent<T extends object> extends Event {
  constructor(type: string, values: T, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable })
    Object.assign(this, values)
  }
}

/** A widget could not load what it shows; it says so in place and offers a retry. */
export class LoadErrorEvent extends PrmEvent<{ tag: string; error: unknown }> {
  /** The tag of the widget. */
  declare readonly tag: string
  /** The error. */
  declare readonly error: unknown

  constructor(values: { tag: string; error: unknown }) {
    super('prm-load-error', values)
  }
}

/** The partner leaves for another record; cancel it to navigate yourself. */
export class NavigateEvent extends PrmEvent<{ resource: string; id: string; anchor?: string }> {
  /** The kind of record, such as `deal`. */
  declare readonly resource: string
  /** The id of the record. */
  declare readonly id: string
  /** The anchor of the heading to begin at, in an article. */
  declare readonly anchor?: string

  constructor(values: { resource: string; id: string; anchor?: string }) {
    super('prm-navigate', values, true)
  }
}

/** A registration is about to be sent; cancel it to stop that. */
export class DealSubmitEvent extends PrmEvent<{ body: DealInput }> {
  /** The registration that would be sent. */
  declare readonly body: DealInput

  constructor(values: { body: DealInput }) {
    super('prm-deal-submit', values, true)
  }
}

/** The backend took a registration. */
export class DealSubmittedEvent extends PrmEvent<{ deal: Deal }> {
  /** The registration as the backend has it. */
  declare readonly deal: Deal

  constructor(values: { deal: Deal }) {
    super('prm-deal-submitted', values)
  }
}

/** A partner did not find an answer and wants to ask; cancel it to open a form of your own. */
export class AskEvent extends PrmEvent<{ text: string }> {
  /** The words that were searched for. */
  declare readonly text: string

  constructor(values: { text: string }) {
    super('prm-ask', values, true)
  }
}

/** The draft was saved. */
export class DraftSavedEvent extends PrmEvent<{
  storage: 'device' | 'tab' | 'memory' | 'server'
  savedAt: number
}> {
  /** Where it is kept. */
  declare readonly storage: 'device' | 'tab' | 'memory' | 'server'
  /** When, in milliseconds since 1970. */
  declare readonly savedAt: number

  constructor(values: { storage: 'device' | 'tab' | 'memory' | 'server'; savedAt: number }) {
    super('prm-draft-saved', values)
  }
}

/** The session is over: the widgets are empty and drafts are deleted. */
export class SessionEndedEvent extends PrmEvent<{ reason: 'logout'; draftsLeft: boolean }> {
  /** Why it ended. */
  declare readonly reason: 'logout'
  /** True where drafts could not be deleted from this device: tell its user. */
  declare readonly draftsLeft: boolean

  constructor(values: { reason: 'logout'; draftsLeft: boolean }) {
    super('prm-session-ended', values)
  }
}

/** The client noticed something a developer wants to know, such as a contract drift. */
export class DiagnosticEvent extends PrmEvent<{ diagnostic: unknown }> {
  /** The finding of the client. */
  declare readonly diagnostic: unknown

  constructor(values: { diagnostic: unknown }) {
    super('prm-diagnostic', values)
  }
}

/** Every public event by its type. */
export interface PrmEventMap {
  'prm-load-error': LoadErrorEvent
  'prm-navigate': NavigateEvent
  'prm-ask': AskEvent
  'prm-deal-submit': DealSubmitEvent
  'prm-deal-submitted': DealSubmittedEvent
  'prm-draft-saved': DraftSavedEvent
  'prm-session-ended': SessionEndedEvent
  'prm-diagnostic': DiagnosticEvent
}

declare global {
  interface GlobalEventHandlersEventMap extends PrmEventMap {}
}
