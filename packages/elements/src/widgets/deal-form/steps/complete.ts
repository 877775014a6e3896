import { errorsOf } from '../../../forms/form-errors.ts'
import type { Registration } from '../registration.ts'

/** Tells whether the form has no errors; shows them otherwise. */
export function isComplete({ filled, owner }: Registration): boolean {
  filled.tried = true
  if (!errorsOf(filled).length) return true
  owner.changed()
  owner.focusOn('summary')
  return false
}

/** Goes on to the review, or to the errors. */
export function review(registration: Registration): void {
  if (isComplete(registration)) registration.go('review')
  else registration.step = 'form'
}
