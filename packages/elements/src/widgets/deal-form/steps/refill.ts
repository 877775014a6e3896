import type { Discovery, Form } from '@prmkit/contract'
import { refill } from '../../../forms/form-changes.ts'
import { defaultsOf, fill } from '../../../forms/form-values.ts'
import type { Registration } from '../registration.ts'

/** Takes the form in another language, or a newer version of it with the values that still fit. */
export function relabel(registration: Registration, form: Form, discovery: Discovery): void {
  const { filled, setup, keeper } = registration
  const { version } = setup.form
  registration.setup = { ...setup, form, discovery }
  let { values } = filled
  if (form.version !== version) {
    registration.restored = { at: keeper?.savedAt ?? Date.now(), version }
    values = fill(form, defaultsOf(form), values)
  }
  const { tried } = filled
  registration.filled = Object.assign(registration.fill(values, filled.record), { tried })
}

/** Takes new values of the page. */
export function prefill(registration: Registration, values: unknown): void {
  const { setup, filled } = registration
  refill(setup.form, filled.values, setup.prefill, values)
  registration.setup = { ...setup, prefill: values }
  registration.owner.changed()
}

/** Begins the next registration. */
export function again(registration: Registration): void {
  registration.filled = registration.fill(registration.setup.begun)
  registration.open = registration.submission = registration.restored = undefined
  registration.check = {}
  registration.touched = false
  registration.go(registration.firstStep)
}
