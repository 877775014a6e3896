import { html, nothing, type TemplateResult } from 'lit'
import type { Field } from '@prmkit/contract'
import { isRequired, isVisible, setValueAt, valueAt } from '@prmkit/contract/rules'
import { isPrmError } from '@prmkit/client'
import { randomId } from '../base/random-id.ts'
import { fieldErrors, sendable } from '../forms/field-errors.ts'
import type { Values } from '../forms/form-values.ts'
import { dialog } from '../primitives/dialog/dialog.ts'
import type { FieldContext, ShownError } from '../primitives/field/context.ts'
import { focusField } from '../primitives/field/field-id.ts'
import { field } from '../primitives/field/field.ts'
import { reason } from '../primitives/problem/problem.ts'
import type { RecordAction } from './record-action.ts'
import type { RecordItem, RecordScene } from './record-scene.ts'

/** The dialogs of a record page: one at a time, and the answers of the one that was left. */
export class ActionDialogs<Item extends RecordItem> {
  readonly #scene: RecordScene<Item>
  #current: ActionDialog<Item> | undefined
  // The dialog that was closed last, with its answers.
  #left: ActionDialog<Item> | undefined

  constructor(scene: RecordScene<Item>) {
    this.#scene = scene
  }

  /** Asks for the answers that an action needs; those of a closed dialog are still there. */
  open(action: RecordAction<Item>, record: Item, context: FieldContext): void {
    const left = this.#left?.resume(action.name, record) && this.#left
    this.#current = left || new ActionDialog(this.#scene, action, record, context, this.#close)
    void this.#scene.redraw()
  }

  /** Forgets the answers of the dialog that was left, as before another language. */
  forgetLeft(): void {
    this.#left = undefined
  }

  /** Forgets all answers, as before another record. */
  forget(): void {
    this.#current = this.#left = undefined
  }

  render(record: Item): TemplateResult | typeof nothing {
    return this.#current?.render(record) ?? nothing
  }

  /** Takes the dialog away; where its button is gone, the focus goes to the heading. */
  #close = () => {
    this.#left = this.#current
    this.#current = undefined
    void this.#scene.redraw().then((root) => {
      if (!(root as ShadowRoot).activeElement) this.#scene.focusHeading()
    })
  }
}

/** One action with its fields; keeps every answer until the backend took it. */
class ActionDialog<Item extends RecordItem> {
  readonly #action: RecordAction<Item>
  readonly #values: Values
  readonly #scene: RecordScene<Item>
  readonly #context: FieldContext
  readonly #about: string
  readonly #closed: () => void
  readonly #keys = new Map<string, string>()
  #errors: readonly ShownError[] = []
  #trouble: unknown
  #open = true
  #busy = false
  #done = false

  constructor(
    scene: RecordScene<Item>,
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
        ${hint ? html`<p>${hint}</p>` : nothing} ${this.#trouble ? this.#problem() : nothing}
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

  #problem() {
    const { t } = this.#scene
    const stale = isPrmError(this.#trouble) && this.#trouble.code === 'revision-stale'
    return html`<div class="note error" role="alert">
      <p>
        <strong>${t(stale ? 'stale' : 'notDone')}</strong>
        ${stale ? nothing : html`<br />${reason(t as never, this.#trouble)}`}
      </p>
    </div>`
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
        this.#keys.clear()
        void this.#scene.redraw()
      },
    })
  }

  #cancel() {
    this.#open = false
    this.#done = !this.#busy
    void this.#scene.redraw()
  }

  async #send(record: Item) {
    if (this.#busy) return
    this.#trouble = undefined
    this.#errors = this.#visible.flatMap((one) =>
      fieldErrors(one, this.#values, this.#context.today),
    )
    this.#busy = !this.#errors.length
    if (this.#errors.length) return this.#focusFirst()
    void this.#scene.redraw()
    try {
      const after = await this.#action.run({
        ...{ record, values: this.#values, sent: this.#sent() },
        key: (step) => this.#key(step),
      })
      this.#open = false
      this.#done = true
      if (!after) return this.#scene.gone()
      this.#scene.took(after)
      this.#scene.announce(this.#action.done)
    } catch (error) {
      const { t } = this.#scene
      // A dialog that was closed meanwhile shows nothing.
      if (!this.#open) this.#scene.announce(`${t('notDone')}: ${reason(t as never, error)}`)
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

  #key(step: string): string {
    const key = this.#keys.get(step) ?? randomId()
    this.#keys.set(step, key)
    return key
  }

  #focusFirst() {
    void this.#scene.redraw().then((root) => {
      const shown = root.querySelector('dialog')
      if (!shown || this.#errors.some(({ pointer }) => focusField(shown, pointer))) return
      shown.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' })
    })
  }
}

const aboutOf = (name: string, { id, revision }: RecordItem) => `${name} ${id} ${revision}`
