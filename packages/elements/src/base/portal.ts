import type { Client } from '@prmkit/client'
import type { PrmEventMap } from '../events.ts'
import type { LateHost } from './load-late.ts'

export type { Client }

/** A widget, as the code sees it that hides its content. */
export interface UnseenWidget extends HTMLElement, LateHost {
  readonly portal: unknown
  readonly t: unknown
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly error: unknown
  readonly updateComplete: Promise<unknown>
  reload(quietly?: boolean): Promise<void>
}

/** Content is hidden: it is not clear that its user is still the one who looks. */
export interface Unseen {
  /** Says over a widget why its content is hidden; missing while that code is on its way. */
  readonly draw?: (widget: UnseenWidget) => void
}

/** The portal, as a widget in it sees it. */
export interface Portal {
  /** The client, as soon as it is loaded; rejects with a readable error when it cannot be made. */
  readonly client: Promise<Client>
  /** The reader's locale, when the host names one. */
  readonly locale: string | undefined
  /** The host's own wording, by message key. */
  readonly messages: Readonly<Record<string, string>> | undefined
  /** The appearance, adopted by every widget. */
  readonly sheet: CSSStyleSheet | undefined
  /** True between log-out and the next sign-in. */
  readonly ended: boolean
  /** Grows when the user, backend or token source changes: what a widget holds is then void. */
  readonly generation: number
  /** Set while content is hidden. */
  readonly unseen: Unseen | undefined
  /** Hides all content until the backend names the same user again; `check` asks it at once. */
  conceal(check: boolean): void
  /** Forgets the answers that widgets share, so that the next to ask gets new ones. */
  refresh(): void
  /** Calls back after each change; returns the function that stops it. */
  watch(listener: () => void): () => void
  /** Listens to the events of this portal and its widgets; returns the function that stops it. */
  on<K extends keyof PrmEventMap>(type: K, listener: (event: PrmEventMap[K]) => void): () => void
  /** Hands a widget's event to the listeners of `portal.on()`. */
  notify(event: Event): void
  /** Registers what log-out must delete, such as drafts; returns the function that withdraws it. */
  onLogout(cleanup: () => unknown): () => void
}
