import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html, nothing } from 'lit'
import { products } from '../../../test/sample-fields.ts'
import type { Choice } from '../field/context.ts'
import './define.ts'

type Props = {
  label: string
  hint: string
  error: string
  value: string | undefined
  required: boolean
  disabled: boolean
  search: ((text: string, signal: AbortSignal) => Promise<readonly Choice[]>) | undefined
  lang: string | undefined
}

export default {
  title: 'Primitives/Combobox',
  component: 'prm-combobox',
  args: {
    label: 'Product',
    hint: '',
    error: '',
    value: undefined,
    required: false,
    disabled: false,
    search: undefined,
    lang: undefined,
  },
  render: ({ label, hint, error, value, required, disabled, search, lang }) => html`
    <prm-combobox
      lang=${lang ?? nothing}
      label=${label}
      hint=${hint}
      error=${error}
      .value=${value}
      .choices=${products}
      .search=${search}
      ?required=${required}
      ?disabled=${disabled}
    ></prm-combobox>
  `,
} satisfies Meta<Props>

/** Opens the list as a click would. */
const open: StoryObj<Props>['play'] = ({ canvasElement }) => {
  const input = canvasElement.querySelector('prm-combobox')?.shadowRoot?.querySelector('input')
  input?.focus()
  input?.click()
}

export const Empty: StoryObj<Props> = {}
export const Chosen: StoryObj<Props> = { args: { value: 'p2', hint: 'By name or number.' } }
export const Open: StoryObj<Props> = { args: { value: 'p2' }, play: open }
export const Wrong: StoryObj<Props> = {
  args: { error: 'Select a country.', required: true },
}
export const Disabled: StoryObj<Props> = { args: { value: 'p1', disabled: true } }
export const Searching: StoryObj<Props> = {
  args: { search: () => new Promise<never>(() => {}) },
  play: open,
}
export const NothingFound: StoryObj<Props> = { args: { search: async () => [] }, play: open }
export const Failed: StoryObj<Props> = {
  args: { search: () => Promise.reject(new Error('offline')) },
  play: open,
}
export const Arabic: StoryObj<Props> = {
  args: { label: 'المنتج', value: 'p4', lang: 'ar' },
  play: open,
}
