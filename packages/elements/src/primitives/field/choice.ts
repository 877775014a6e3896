import { html, nothing } from 'lit'
import type { Option } from '@prmkit/contract'
import { icon } from '../icon/icon.ts'
import { chevronDown } from '../icon/icons.ts'
import { control } from './control.ts'
import { grouped, labelled, type Drawn } from './frame.ts'

/** So many options stand side by side in a whole row; more of one choice are a list. */
const most = 5

const box = (
  drawn: Drawn,
  type: 'radio' | 'checkbox',
  index: number,
  label: unknown,
  checked: boolean,
  onChange: (checked: boolean) => void,
) =>
  html`<label class="check"
    ><input
      type=${type}
      name=${drawn.id}
      .checked=${checked}
      ?disabled=${drawn.state.readOnly}
      @change=${({ target }: Event) => onChange((target as HTMLInputElement).checked)}
      ${control({
        id: `${drawn.id}-${index}`,
        'aria-invalid': type === 'checkbox' && drawn.attributes['aria-invalid'],
        'aria-required':
          type === 'checkbox' && !!drawn.field.consent && drawn.state.required && 'true',
      })}
    /><bdi>${label}</bdi></label
  >`

const radios = (drawn: Drawn, options: readonly { value: unknown; label: string }[]) =>
  grouped(
    drawn,
    html`<div class="checks">
      ${options.map(({ value, label }, index) =>
        box(drawn, 'radio', index, label, value === drawn.state.value, () =>
          drawn.state.onInput(value),
        ),
      )}
    </div>`,
    options.length >= most,
    'radiogroup',
  )

/** One of a few options as radio buttons, one of many as a native list. */
export function choiceField(drawn: Drawn) {
  const { context, field, state, attributes } = drawn
  const options: readonly Option[] = field.options ?? []
  if (options.length <= most) return radios(drawn, options)
  const known = options.some(({ value }) => value === state.value)
  return labelled(
    drawn,
    html`<div class="combo">
      <select
        class="control"
        part="field-control"
        ?disabled=${state.readOnly}
        @change=${({ target }: Event) =>
          state.onInput((target as HTMLSelectElement).value || undefined)}
        ${control({ ...attributes, readonly: undefined, placeholder: undefined })}
      >
        <option value="" .selected=${!known}>${field.placeholder ?? context.t('choose')}</option>
        ${options.map(
          ({ value, label }) =>
            html`<option value=${value} .selected=${value === state.value}>${label}</option>`,
        )}</select
      >${icon(chevronDown)}
    </div>`,
  )
}

/** Yes or no; unanswered is neither. */
export const yesNoField = (drawn: Drawn) =>
  radios(drawn, [
    { value: true, label: drawn.context.t('yes') },
    { value: false, label: drawn.context.t('no') },
  ])

/** Any number of options. */
export function multiChoiceField(drawn: Drawn) {
  const { field, state } = drawn
  const chosen = Array.isArray(state.value) ? (state.value as string[]) : []
  const options = field.options ?? []
  const toggle = (changed: string, on: boolean) => {
    const next = options
      .map(({ value }) => value)
      .filter((value) => (value === changed ? on : chosen.includes(value)))
    state.onInput(next.length ? next : undefined)
  }
  return grouped(
    drawn,
    html`<div class="checks">
      ${options.map(({ value, label }, index) =>
        box(drawn, 'checkbox', index, label, chosen.includes(value), (on) => toggle(value, on)),
      )}
    </div>`,
    options.length >= most,
  )
}

/** Agreement to one version of a text. */
export function consentField(drawn: Drawn) {
  const { context, field, state } = drawn
  const { version = '', text = '', url = '' } = field.consent ?? {}
  const stored = state.value as { version?: string; given?: boolean } | undefined
  const given = stored?.given === true && stored.version === version
  return grouped(
    drawn,
    html`${box(drawn, 'checkbox', 0, text, given, (on) => state.onInput({ version, given: on }))}
      <p class="hint after">
        ${
          /^https?:\/\//i.test(url)
            ? html`<a href=${url} target="_blank" rel="noopener noreferrer"
                  >${context.t('consentLink')}</a
                >
                · `
            : nothing
        }${context.t('consentVersion', { version })}
      </p>`,
    true,
  )
}
