import { focusField } from '../../../primitives/field/focus-field.ts'
import type { DealFormHost } from '../host.ts'
import type { Registration } from '../registration.ts'

/** Goes to the form, and puts the focus on the first of these fields that is there. */
export async function goToField(
  host: DealFormHost,
  registration: Registration,
  ...pointers: string[]
): Promise<void> {
  if (registration.step !== 'form') registration.go('form')
  await host.updateComplete
  pointers.some((pointer) => focusField(host.renderRoot, pointer))
}
