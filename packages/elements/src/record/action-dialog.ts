import { html, nothing, type TemplateResult } from 'lit'
import type { Field } from '@prmkit/contract'
import { isRequired, isVisible, setValueAt, valueAt } from '@prmkit/contract/rules'
import { isPrmError } from '@prmkit/client'
import type { FieldDraft } from '../drafts/keep-field.ts'
import { sendInTurn } from '../drafts/send-in-turn.ts'
import { isDoubtful, same, type Sending } from '../drafts/send-once.ts'
import { fieldErrors, sendable } from '../forms/field-errors.ts'
import type { Values } from '../forms/form-values.ts'
import { dialog } from '../primitives/dialog/dialog.ts'
import type { FieldContext, ShownError } from '../primitives/field/context.ts'
import { focusField } from '../primitives/field/focus-field.ts'
import { field } from '../primitives/field/field.ts'
import { reason } from '../primitives/problem/problem.ts'
import type { RecordAction } from './record-action.ts'
import type { RecordItem, SendingScene } from './record-scene.ts'

/** The request of an action, and the revision that it was made for. */
type Request = { readonly request: object; readonly revision: number }

/** The answers that the reader gave, with what was sent of them and has no certain answer. */
interface Given {
  readonly entered: Values
  readonly sending?: Sending<Request> | undefined
}

/** One action with its fields; keeps every answer until the backend took it. */
export class ActionDialog<Item extends RecordItem> {
  readonly #action: RecordAction<Item>
  readonly #values: Values
  readonly #scene: SendingScene<Item>
  readonly #context: FieldContext
  readonly #about: string
  readonly #closed: () => void
  readonly #draft: FieldDraft<Given>
  #given: Given = { entered: {} }
  #isOlder = false
  #errors: readonly ShownError[] = []
  #trouble: unknown
  #open = true
  #busy = false
  #done = false

  constructor(
    scene: SendingScene<Item>,
    action: RecordAction<Item>,
    record: Item,
    context: FieldContext,
    closed: () => void,
  ) {
    this.#scene = scene
    this.#action = action
    this.#values = action.values ?? {}
    this.#context = context
    this.#about = aboutOf(action.name, record)
    this.#closed = closed
    this.#draft = scene.keep<Given>(action.name, {
      onFound: (given) => this.#find(given),
      // The request of another tab may have arrived: under its key this one cannot double it.
      join: (mine, other) => ({ ...mine, sending: mine.sending ?? other.sending }),
    })
  }

  /** Takes answers from another visit or tab; what others changed in the record meanwhile stays. */
  #find(given: Given | undefined) {
    if (!given) return
    this.#given = given
    for (const { pointer } of this.#action.fields) {
      const value = valueAt(given.entered, pointer)
      if (value !== undefined) setValueAt(this.#values, pointer, value)
    }
    void this.#scene.redraw()
  }

  /** Opens again with its answers where it was only closed: not sent, cancelled or overtaken. */
  resume(name: string, record: Item): boolean {
    const same = !this.#done && aboutOf(name, record) === this.#about
    if (same) this.#open = true
    return same
  }

  render(record: Item): TemplateResult {
    const { t } = this.#scene
    const { label, hint, isDanger } = this.#action
    return dialog({
      open: this.#open,
      heading: label,
      closeLabel: t('close'),
      content: html`<form
        id="action"
        class="ask"
        novalidate
        @submit=${(event: SubmitEvent) => {
          event.preventDefault()
          void this.#send(record)
        }}
      >
        ${hint ? html`<p>${hint}</p>` : nothing} ${this.#note()}
        ${this.#visible.map((one) => this.#field(one))}
      </form>`,
      actions: html`<button class="button" type="button" @click=${() => this.#cancel()}>
          ${t('cancel')}
        </button>
        <button
          class="button ${isDanger ? 'danger' : 'primary'}"
          form="action"
          aria-busy=${this.#busy}
        >
          ${label}
        </button>`,
      onClose: () => {
        this.#open = false
        this.#closed()
      },
    })
  }

  get #visible() {
    return this.#action.fields.filter((one) => isVisible(one, this.#values))
  }

  #note() {
    const { t } = this.#scene
    const failed = this.#trouble !== undefined
    if (this.#given.sending && !this.#busy && (!failed || isDoubtful(this.#trouble)))
      return note(t('actionOpen'), failed && reason(t as never, this.#trouble))
    if (this.#isOlder) return note(t('actionOlder'))
    if (!failed) return nothing
    const isStale = isPrmError(this.#trouble) && this.#trouble.code === 'revision-stale'
    return isStale ? note(t('stale')) : note(t('notDone'), reason(t as never, this.#trouble))
  }

  #field(definition: Field) {
    const { pointer } = definition
    return field(this.#context, definition, {
      value: valueAt(this.#values, pointer),
      required: isRequired(definition, this.#values),
      readOnly: this.#busy,
      errors: this.#errors.filter(
        (one) => one.pointer === pointer || one.pointer.startsWith(pointer + '/'),
      ),
      onInput: (value) => {
        setValueAt(this.#values, pointer, value)
        this.#errors = this.#errors.filter((one) => !one.pointer.startsWith(pointer))
        // Files have their place at the backend.
        if (definition.type !== 'file') {
          setValueAt(this.#given.entered, pointer, value)
          this.#draft.keep(this.#given)
        }
        void this.#scene.redraw()
      },
    })
  }

  #cancel() {
    this.#open = false
    this.#done = !this.#busy
    if (this.#done) void this.#draft.remove()
    void this.#scene.redraw()
  }

  async #send(record: Item) {
    if (this.#busy) return
    this.#trouble = undefined
    this.#isOlder = false
    this.#errors = this.#visible.flatMap((one) =>
      fieldErrors(one, this.#values, this.#context.today),
    )
    this.#busy = !this.#errors.length
    if (this.#errors.length) return this.#focusFirst()
    void this.#scene.redraw()
    try {
      const { answer: after, isOlder } = await this.#sendOnce(record)
      this.#isOlder = isOlder
      this.#open = isOlder && this.#open
      this.#done = !isOlder
      this.#given = { entered: isOlder ? this.#given.entered : {} }
      if (isOlder) await this.#draft.store(this.#given)
      else await this.#draft.remove()
      if (!after) return this.#scene.gone()
      this.#scene.took(after)
      if (isOlder) this.#scene.announce(this.#scene.t('actionOlder'))
      else this.#scene.announce(this.#action.done, this.#action.undo?.(after))
    } catch (error) {
      const { t } = this.#scene
      // A dialog that was closed meanwhile shows nothing.
      const about = t(isDoubtful(error) ? 'notKnown' : 'notDone')
      if (!this.#open) this.#scene.announce(`${about}: ${reason(t as never, error)}`)
      this.#trouble = error
      if (isPrmError(error)) this.#errors = error.errors ?? []
      // The next attempt needs the record as it is now; the answers stay.
      await this.#scene.refresh()
      this.#focusFirst()
    } finally {
      this.#busy = false
      void this.#scene.redraw()
    }
  }

  #sent(): Values {
    const sent: Values = {}
    for (const one of this.#visible) {
      const value = sendable(one, valueAt(this.#values, one.pointer))
      if (value !== undefined) setValueAt(sent, one.pointer, value)
    }
    return sent
  }

  /** Sends the answers once, or those from before as long as it is not known what came of them. */
  async #sendOnce(record: Item): Promise<{ answer: Item | undefined; isOlder: boolean }> {
    const { sending } = this.#given
    const open = sending?.bodies[0]
    const request = this.#action.request({ record, values: this.#values, sent: this.#sent() })
    // The record is as it was asked for, whoever did it.
    if (!request) return { answer: record, isOlder: false }
    const body = { request, revision: record.revision }
    return sendInTurn<Request, Item | undefined>({
      body: open && same(open.request, request) ? open : body,
      sending,
      keep: async (next) => {
        this.#given = { entered: this.#given.entered, sending: next }
        await this.#draft.store(this.#given)
      },
      post: (one, idempotencyKey) =>
        this.#action.send(one.request, {
          id: record.id,
          ifMatch: one.revision,
          idempotencyKey,
        }),
    })
  }

  #focusFirst() {
    void this.#scene.redraw().then((root) => {
      const shown = root.querySelector('dialog')
      if (!shown || this.#errors.some(({ pointer }) => focusField(shown, pointer))) return
      shown.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' })
    })
  }
}

const note = (title: string, text?: unknown) =>
  html`<div class="note error" role="alert">
    <p><strong>${title}</strong>${text ? html`<br />${text}` : nothing}</p>
  </div>`

const aboutOf = (name: string, { id, revision }: RecordItem) => `${name} ${id} ${revision}`
