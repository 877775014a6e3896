import type { TemplateResult } from 'lit'
import type { Field } from '@prmkit/contract'
import { fileField } from '../file-drop/file-field.ts'
import { moneyField } from '../money/money.ts'
import { phoneField } from '../phone/phone.ts'
import { linesField } from '../product-lines/lines-field.ts'
import { choiceField, consentField, multiChoiceField, yesNoField } from './choice.ts'
import type { FieldContext, FieldState } from './context.ts'
import { dateField } from './date.ts'
import { draw, type Drawn } from './frame.ts'
import { countryField, lookupField } from './list.ts'
import { numberField } from './number.ts'
import { longTextField, textField } from './text.ts'

const kinds: Record<Field['type'], (drawn: Drawn) => TemplateResult> = {
  text: textField,
  long_text: longTextField,
  email: textField,
  url: textField,
  phone: phoneField,
  country: countryField,
  number: numberField,
  money: moneyField,
  date: dateField,
  choice: choiceField,
  multi_choice: multiChoiceField,
  lookup: lookupField,
  product_lines: linesField,
  file: fileField,
  yes_no: yesNoField,
  consent: consentField,
}

/**
 * Draws one field of a form with its label, hint and error, for the root of the widget that calls
 * it. A kind of field that this version does not know is a line of text.
 */
export const field = (
  context: FieldContext,
  definition: Field,
  state: FieldState,
): TemplateResult => (kinds[definition.type] ?? textField)(draw(context, definition, state))
