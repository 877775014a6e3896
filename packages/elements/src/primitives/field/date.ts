import { html, nothing } from 'lit'
import { formatDate } from '../../base/values/format.ts'
import { control } from './control.ts'
import { describedBy, labelled, type Drawn } from './frame.ts'

/** A civil date; written out beside, because a native input ignores the language of the page. */
export function dateField(drawn: Drawn) {
  const { context, field, state, id, attributes } = drawn
  const value = typeof state.value === 'string' ? state.value : ''
  const bound = (limit: unknown) => (limit === 'today' ? context.today : (limit as string))
  const whole = /^[1-9]\d{3}-\d\d-\d\d$/.test(value)
  // A half-typed date reads as empty: kept as a sign that fails every check.
  const read = ({ target }: Event) => {
    const input = target as HTMLInputElement
    const typed = input.value || (input.validity.badInput ? '?' : undefined)
    if (typed !== state.value) state.onInput(typed)
  }
  return labelled(
    drawn,
    html`<div class="dated">
      <input
        class="control"
        part="field-control"
        type="date"
        min=${bound(field.min) ?? nothing}
        max=${bound(field.max) ?? '9999-12-31'}
        @input=${read}
        @blur=${read}
        ${control(describedBy(attributes, whole && `${id}-more`), {
          value: value === '?' ? '' : value,
          read: (typed) => typed,
          write: String,
        })}
      />
      ${
        whole
          ? html`<span class="hint" id=${`${id}-more`}
              >${formatDate(context.locale, value, { dateStyle: 'full' })}</span
            >`
          : nothing
      }
    </div>`,
  )
}
