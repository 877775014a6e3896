import { css, html, type TemplateResult } from 'lit'
import type { Field } from '@prmkit/contract'
import { setValueAt, valueAt } from '@prmkit/contract/rules'
import { LocalElement } from '../src/base/local-element.ts'
import { catalog } from '../src/locales/field/catalog.ts'
import type { messages } from '../src/locales/field/en.ts'
import { fieldErrors } from '../src/forms/field-errors.ts'
import type { FieldContext, ShownError } from '../src/primitives/field/context.ts'
import { field } from '../src/primitives/field/field.ts'
import { fieldStyles } from '../src/primitives/field/field.styles.ts'
import { host } from '../src/styles/host.ts'

const sheet = css`
  .grid {
    display: grid;
    gap: calc(var(--_space) * 5);
    max-inline-size: 760px;
    padding: calc(var(--_space) * 4);
    background: var(--_surface);
  }
`

/** Fields drawn as a widget would, with the values that were put in and what is wrong with them. */
export class FieldStage extends LocalElement<typeof messages> {
  static override catalog = catalog
  static override styles = [host, fieldStyles, sheet]
  static override properties = {
    ...LocalElement.properties,
    fields: { attribute: false },
    values: { attribute: false },
    errors: { attribute: false },
    context: { attribute: false },
    readOnly: { type: Boolean },
    checked: { type: Boolean },
  }

  declare fields: readonly Field[]
  declare values: Record<string, unknown>
  /** Errors of a backend. */
  declare errors: readonly ShownError[]
  declare context: Partial<FieldContext>
  declare readOnly: boolean
  /** Shows what is wrong with the values. */
  declare checked: boolean
  /** Pointers of the fields that were left, in order. */
  left: string[] = []

  constructor() {
    super()
    this.fields = []
    this.values = {}
    this.errors = []
    this.context = {}
  }

  /** The value of a field. */
  at(pointer: string): unknown {
    return valueAt(this.values, pointer)
  }

  override render(): TemplateResult {
    const { t, locale, language, direction } = this
    const context: FieldContext = { t, locale, today: '2026-11-21', ...this.context }
    return html`<div class="root" lang=${language} dir=${direction}>
      <div class="grid">${this.fields.map((one) => this.#draw(context, one))}</div>
    </div>`
  }

  #draw(context: FieldContext, one: Field) {
    const { pointer } = one
    const found = this.checked ? fieldErrors(one, this.values, context.today) : []
    return field(context, one, {
      value: this.at(pointer),
      required: !!one.required,
      readOnly: this.readOnly,
      errors: [...this.errors.filter((error) => error.pointer.startsWith(pointer)), ...found],
      onInput: (value) => {
        setValueAt(this.values, pointer, value)
        this.requestUpdate()
      },
      onLeave: () => this.left.push(pointer),
    })
  }
}

/** Draws fields on a stage of their own. */
export const fieldStage = (props: Partial<FieldStage>): TemplateResult => {
  if (!customElements.get('field-stage')) customElements.define('field-stage', FieldStage)
  const { lang = '', fields = [], values = {}, errors = [], context = {} } = props
  return html`<field-stage
    lang=${lang}
    .fields=${fields}
    .values=${values}
    .errors=${errors}
    .context=${context}
    ?readOnly=${props.readOnly}
    ?checked=${props.checked}
  ></field-stage>`
}

declare global {
  interface HTMLElementTagNameMap {
    'field-stage': FieldStage
  }
}
