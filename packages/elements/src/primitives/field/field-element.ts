import { html, type PropertyValues, type TemplateResult } from 'lit'
import type { Field } from '@prmkit/contract'
import { isFilled } from '@prmkit/contract/rules'
import { LocalElement } from '../../base/local-element.ts'
import { catalog as later } from '../../locales/field-later/catalog.ts'
import { catalog, type FieldMessages } from '../../locales/field/catalog.ts'
import { join } from '../../locales/join.ts'
import { host } from '../../styles/host.ts'
import { errorText } from './error-text.ts'
import { fieldStyles } from './field.styles.ts'
import { draw, type Drawn } from './frame.ts'

/** The base of every form field that is an element of its own. */
export abstract class FieldElement<Value> extends LocalElement<FieldMessages> {
  static formAssociated = true
  static override catalog = join(catalog, later)
  static override shadowRootOptions: ShadowRootInit = {
    ...LocalElement.shadowRootOptions,
    delegatesFocus: true,
  }
  static override styles = [host, fieldStyles]
  static override properties = {
    ...LocalElement.properties,
    label: {},
    hint: {},
    error: {},
    name: { reflect: true },
    value: {},
    required: { type: Boolean },
    disabled: { type: Boolean },
  }

  /** The name of the value that is asked for. */
  declare label: string
  /** A sentence that helps to answer. */
  declare hint: string | undefined
  /** The error in words; shown under the control. */
  declare error: string | undefined
  /** The name of the value in a form. */
  declare name: string | undefined
  /** The answer. */
  declare value: Value | undefined
  /** Whether there must be an answer. */
  declare required: boolean
  /** Shows the answer and takes no other. */
  declare disabled: boolean

  #internals: ElementInternals | undefined
  #initial: Value | undefined

  constructor() {
    super()
    this.label = ''
    this.required = false
    this.disabled = false
    try {
      this.#internals = this.attachInternals()
    } catch {
      // Without internals it is a field outside any form.
    }
  }

  /** The form around it was reset. */
  formResetCallback(): void {
    this.value = this.#initial
  }

  /** A fieldset around it was disabled or enabled. */
  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled
  }

  /** The value that a form sends. */
  protected abstract formValue(): FormData | string | null
  /** The kind of field, as native controls name it. */
  protected abstract definition(): Partial<Field> & Pick<Field, 'type'>
  /** The template of that kind. */
  protected abstract control(drawn: Drawn): TemplateResult

  protected override firstUpdated(): void {
    this.#initial = this.value
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('value') && !changed.has('required') && !changed.has('t')) return
    const missing = this.required && !isFilled(this.value)
    const { context, field } = this.#drawn()
    const text = missing ? errorText(context, field, { pointer: '', code: 'required' }) : ''
    this.#internals?.setFormValue?.(this.formValue())
    this.#internals?.setValidity?.({ valueMissing: missing }, text)
  }

  override render(): TemplateResult {
    const { language, direction } = this
    return html`<div class="root" part="root" lang=${language} dir=${direction}>
      ${this.control(this.#drawn())}
    </div>`
  }

  #drawn(): Drawn {
    const { t, locale, label, hint, error, value, required, disabled } = this
    const field = { pointer: '/value', label, ...(hint && { hint }), ...this.definition() } as Field
    const errors = error ? [{ pointer: '/value', code: '', detail: error }] : []
    const onInput = (next: unknown) => {
      this.value = next as Value
      this.dispatchEvent(new Event('change', { bubbles: true, composed: true }))
    }
    const context = { t, locale, today: '' }
    return draw(context, field, { value, required, readOnly: disabled, errors, onInput })
  }
}
