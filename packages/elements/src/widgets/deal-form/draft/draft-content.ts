import type { FieldLists } from '../../../forms/field-lists.ts'
import type { Values } from '../../../forms/form-values.ts'
import type { Registration } from '../registration.ts'
import type { DealDraft } from './deal-draft.ts'

/** The content of a registration's draft. */
export const contentOf = ({ filled, step, open, setup }: Registration): DealDraft => ({
  values: filled.values,
  step: step === 'sent' ? 'form' : step,
  sending: open,
  revision: filled.record?.revision,
  ...used(setup.lists, filled.values),
})

/** The names and files that these values refer to. */
function used({ names, files }: FieldLists, values: Values) {
  const text = JSON.stringify(values)
  const stands = (id: string) => text.includes(JSON.stringify(id))
  return {
    names: [...names].filter(([, { value }]) => stands(value)),
    files: [...files.values()].filter(({ id }) => stands(id)),
  }
}

/** Continues a registration with the content of a draft. */
export function take(registration: Registration, content: DealDraft): void {
  const { lists } = registration.setup
  for (const [key, choice] of content.names ?? []) lists.names.set(key, choice)
  for (const file of content.files ?? []) lists.files.set(file.id, file)
  registration.filled = registration.fill(content.values, registration.filled.record)
  registration.step = content.sending ? 'review' : content.step
  registration.open = content.sending
  registration.continues = true
  registration.submission = undefined
  registration.check = {}
}
