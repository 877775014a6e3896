import { html } from 'lit'
import type { TrainingClass } from '@prmkit/contract'
import { followChanges } from '../../../base/follow-changes.ts'
import type { Client } from '../../../base/portal.ts'
import { allOf } from '../../../record/all-of.ts'
import { classList } from '../class-list.ts'
import { TrainingView } from './training-view.ts'

/** The classes to come, with the reader’s bookings. */
export class TrainingClasses extends TrainingView {
  protected override readonly heading = 'classes'
  #classes: readonly TrainingClass[] = []

  protected override async load(client: Client, signal: AbortSignal): Promise<void> {
    this.#classes = await allOf(client.classes.list({}, { signal }))
  }

  protected override watch(client: Client, signal: AbortSignal): void {
    followChanges<TrainingClass>(client, signal, {
      resource: 'classes',
      get: (id, signal) => client.classes.get({ params: { id } }, { signal }),
      changed: (one) => this.#take(one),
      stale: () => this.refresh(client, signal),
    })
  }

  protected override clear(): void {
    super.clear()
    this.#classes = []
  }

  protected override content(): unknown {
    const { t, locale, client, courseLink } = this
    if (!this.#classes.length) return [html`<p>${t('noClasses')}</p>`, this.calendarFeed()]
    return [
      html`<p class="muted">${t('classHint')}</p>`,
      classList(
        {
          ...{ t, locale, client },
          attempt: (work) => this.attempt(work),
          announce: (text) => this.announce(text),
          tookClass: (one) => this.#take(one),
          courseLink: ({ course }) => courseLink(course),
        },
        this.#classes,
      ),
      this.calendarFeed(),
    ]
  }

  #take(one: TrainingClass) {
    this.#classes = this.#classes.map((before) => (before.id === one.id ? one : before))
    this.requestUpdate()
  }
}
