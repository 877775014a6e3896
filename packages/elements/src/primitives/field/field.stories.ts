import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { fieldStage } from '../../../test/field-stage.ts'
import {
  sampleContext,
  sampleFields,
  sampleValues,
  wrongValues,
} from '../../../test/sample-fields.ts'

type Props = {
  values: Record<string, unknown>
  only: string | undefined
  readOnly: boolean
  checked: boolean
  lang: string | undefined
}

/**
 * Label, hint, control and error of every kind of field that a vendor's form can have. A template
 * function of the widgets, not an element.
 */
export default {
  title: 'Primitives/Field',
  args: { values: {}, only: undefined, readOnly: false, checked: false, lang: undefined },
  render: ({ values, only, readOnly, checked, lang = '' }) =>
    fieldStage({
      lang,
      fields: sampleFields.filter(({ type }) => !only || type === only),
      values: structuredClone(values),
      context: sampleContext,
      readOnly,
      checked,
    }),
} satisfies Meta<Props>

export const Empty: StoryObj<Props> = {}
export const Filled: StoryObj<Props> = { args: { values: sampleValues } }
export const Wrong: StoryObj<Props> = { args: { values: wrongValues, checked: true } }
export const ReadOnly: StoryObj<Props> = { args: { values: sampleValues, readOnly: true } }
export const Arabic: StoryObj<Props> = {
  args: { values: sampleValues, lang: 'ar-EG' },
  tags: ['one-language'],
}
export const ArabicWrong: StoryObj<Props> = {
  args: { values: wrongValues, checked: true, lang: 'ar-EG' },
  tags: ['one-language'],
}
export const German: StoryObj<Props> = {
  args: { values: sampleValues, lang: 'de' },
  tags: ['one-language'],
}
