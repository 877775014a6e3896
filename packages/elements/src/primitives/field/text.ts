import { html, nothing } from 'lit'
import { parseEmail } from '../../base/values/parse-email.ts'
import { control, type Text } from './control.ts'
import { describedBy, labelled, type Drawn } from './frame.ts'

/** Text without what comes along unseen when it is pasted and that no backend takes. */
const without = (unseen: RegExp) => ({
  read: (typed: string) => typed.replace(unseen, ' ') || undefined,
  write: (value: unknown) => `${value ?? ''}`,
})
const line = without(/\p{Cc}/gu)
const lines = without(/[^\P{Cc}\t\n]/gu)

/** Adds the scheme that people leave out. */
export const withScheme = (typed: string): string =>
  /^[^\s:/?#]+\.[^\s]/.test(typed) || /^[^\s/?#]+:\d/.test(typed) ? `https://${typed}` : typed

const kinds: Partial<
  Record<Drawn['field']['type'], [type: string, finish?: (typed: string) => string]>
> = {
  email: ['email', parseEmail],
  url: ['url', withScheme],
}

/** One line of text, an e-mail or a web address; tidied up when the reader leaves it. */
export function textField(drawn: Drawn) {
  const { field, state, attributes } = drawn
  const [type, finish] = kinds[field.type] ?? ['text']
  const text: Text = { ...line, value: state.value }
  const change = (event: Event) => {
    const input = event.target as HTMLInputElement
    const typed = `${text.read(input.value) ?? ''}`.trim()
    input.value = finish?.(typed) ?? typed
    state.onInput(text.read(input.value))
  }
  return labelled(
    drawn,
    html`<input
      class="control"
      part="field-control"
      type=${type}
      dir=${kinds[field.type] ? 'ltr' : state.value ? 'auto' : nothing}
      spellcheck=${kinds[field.type] ? 'false' : nothing}
      @input=${(event: Event) => state.onInput(text.read((event.target as HTMLInputElement).value))}
      @change=${change}
      ${control(attributes, text)}
    />`,
  )
}

/** Text of several lines that grows with what is typed and counts near its limit. */
export function longTextField(drawn: Drawn) {
  const { context, field, state, id, attributes } = drawn
  const text: Text = { ...lines, value: state.value }
  const left = (field.maxLength ?? Infinity) - `${state.value ?? ''}`.length
  const near = !state.readOnly && left < Math.max(50, (field.maxLength ?? 0) / 10)
  const input = ({ target }: Event) => {
    const area = target as HTMLTextAreaElement
    grow(area)
    state.onInput(text.read(area.value))
  }
  return labelled(
    drawn,
    html`<textarea
        class="control"
        part="field-control"
        rows="3"
        dir=${state.value ? 'auto' : nothing}
        @focus=${({ target }: Event) => grow(target as HTMLTextAreaElement)}
        @input=${input}
        ${control(describedBy(attributes, near && `${id}-more`), text)}
      ></textarea>
      ${
        near
          ? html`<p class=${left < 0 ? 'hint count why' : 'hint count'} id=${`${id}-more`}>
              ${context.t(left < 0 ? 'charactersOver' : 'charactersLeft', { n: Math.abs(left) })}
            </p>`
          : nothing
      }`,
    true,
  )
}

/** For browsers without `field-sizing`. */
function grow(area: HTMLTextAreaElement) {
  if (globalThis.CSS?.supports?.('field-sizing', 'content')) return
  area.style.blockSize = 'auto'
  area.style.blockSize = `${area.scrollHeight + 2}px`
}
