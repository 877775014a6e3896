import type { TemplateResult } from 'lit'
import type { Translate } from '../base/localize.ts'
import type { Client } from '../base/portal.ts'
import type { ViewMessages } from '../locales/training-views/catalog.ts'

/** A part of the training beside the list of courses, as its views see it. */
export interface TrainingPartScene {
  readonly t: Translate<ViewMessages>
  readonly locale: string
  readonly client: Client | undefined
  readonly renderRoot: ParentNode
  readonly updateComplete: Promise<unknown>
  /** Draws the link to a course. */
  courseLink(course: { id: string; title: string }): TemplateResult
  /** Fetches the shown content anew and keeps following changes. */
  refresh(client: Client, signal: AbortSignal): Promise<void>
  /** Tells for a moment and aloud of something that was done. */
  announce(text: string): void
  /** Does something once; a failure is announced. */
  attempt(work: () => Promise<unknown>): Promise<void>
  /** Draws the part anew. */
  requestUpdate(): void
}
