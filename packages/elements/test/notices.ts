import { html, type TemplateResult } from 'lit'
import { define } from '../src/base/define.ts'
import type { Catalog } from '../src/base/localize.ts'
import type { Client } from '../src/base/portal.ts'
import { todayIn } from '../src/forms/field-lists.ts'
import type { ListDefinition } from '../src/list/list-definition.ts'
import { ListElement } from '../src/list/list-element.ts'
import { listStyles } from '../src/list/list.styles.ts'
import { messages as common } from '../src/locales/common/en.ts'
import { messages as field } from '../src/locales/field/en.ts'
import { messages as fieldLater } from '../src/locales/field-later/en.ts'
import { messages as listTexts } from '../src/locales/list/en.ts'
import { messages as recordTexts } from '../src/locales/record/en.ts'
import { messages as recordLater } from '../src/locales/record-later/en.ts'
import { fieldStyles } from '../src/primitives/field/field.styles.ts'
import { ActionDialogs } from '../src/record/action-dialogs.ts'
import { Conversation } from '../src/record/conversation.ts'
import { RecordElement } from '../src/record/record-element.ts'
import { recordPage } from '../src/record/record-page.ts'
import { recordStyles } from '../src/record/record.styles.ts'

import type { Notice, Notices } from './notice-backend.ts'

const noticesOf = (client: Client) => (client as unknown as { notices: Notices }).notices

const own = {
  ...{ title: 'Notices', searchHint: 'Title', count: { one: '{n} notice', other: '{n} notices' } },
  ...{ kind: 'Kind', news: 'News', alert: 'Alert', oldest: 'Oldest', newest: 'Newest' },
  ...{ back: 'All notices', reply: 'Answer', replied: 'Answered.' },
}
const texts = {
  ...common,
  ...field,
  ...fieldLater,
  ...listTexts,
  ...recordTexts,
  ...recordLater,
  ...own,
}
const catalog = { en: texts, locales: {} } satisfies Catalog

const definition: ListDefinition<Notice> = {
  ...{ resource: 'notices', kind: 'notice' },
  sorts: { title_asc: 'oldest', title_desc: 'newest' },
  filters: [{ name: 'kind', label: 'kind', values: { news: 'news', alert: 'alert' } }],
  operations: noticesOf,
  columns: async () => ({
    columns: () => [
      { heading: 'Title', value: ({ title }) => title },
      { heading: 'Kind', value: ({ kind }) => kind },
    ],
  }),
  row: ({ title, kind }) => ({ label: title, cells: [html`<div>${kind}</div>`] }),
  changeText: (_, { title }) => `${title} changed`,
  page: async () => define('test-notice', TestNotice),
}

/** A list of notices: the whole widget. */
export class TestNotices extends ListElement<Notice> {
  static override catalog = catalog
  static override styles = listStyles
  static override properties = { ...ListElement.properties, recordId: {}, recordHref: {} }
  declare recordId: string | undefined
  declare recordHref: string | undefined
  /** The ids of the rows that were drawn, in order. */
  readonly drawn: string[] = []
  override readonly definition: ListDefinition<Notice> = {
    ...definition,
    row: (item, scene) => {
      this.drawn.push(item.id)
      return definition.row(item, scene)
    },
  }
}

/** A notice in full: the whole page. */
export class TestNotice extends RecordElement<Notice, Notices> {
  static override catalog = catalog
  static override styles = [recordStyles, fieldStyles]
  override readonly definition = { resource: 'notices', operations: noticesOf }
  readonly conversation = new Conversation(this.scene)
  readonly dialogs = new ActionDialogs(this.scene)

  protected override loadBeside(): Promise<void> {
    return this.conversation.load()
  }

  protected override clear(): void {
    super.clear()
    this.conversation.forget()
  }

  protected override empty(): void {
    super.empty()
    this.conversation.leave()
    this.dialogs.forget()
  }

  protected override page(notice: Notice): TemplateResult {
    const rail = html`<button class="button" @click=${() => this.#ask(notice)}>Answer</button>`
    return html`${recordPage({
      ...{ name: notice.title, rail, main: notice.answer ?? 'No answer' },
      messages: this.conversation.render(),
    })}${this.dialogs.render(notice)}`
  }

  #ask(notice: Notice) {
    const { t, locale, operations } = this
    const fields = [{ pointer: '/text', type: 'text' as const, label: 'Text', required: true }]
    this.dialogs.open(
      {
        ...{ name: 'answer', label: 'Answer', done: 'Answered.', fields },
        request: ({ sent }) => sent,
        send: async (sent, { id, ...to }) =>
          operations?.answer(id, String((sent as { text: unknown }).text), { id, ...to }),
      },
      notice,
      { t: t as never, locale, today: todayIn('UTC') },
    )
  }
}

customElements.define('test-notices', TestNotices)
