import type { Availability, Field } from '@prmkit/contract'
import { fieldsOf, isFilled, valueAt } from '@prmkit/contract/rules'
import { fieldErrors } from '../../primitives/field/check.ts'
import type { FilledForm } from './filled-form.ts'
import type { Registration } from './registration.ts'
import type { Client } from '../../base/portal.ts'

const asked = ['/customer/companyName', '/customer/website', '/customer/country']

/** The fields of the form that the availability check asks for, the company's name always. */
export const checkFields = ({ form }: FilledForm): Field[] =>
  fieldsOf(form)
    .filter(({ pointer, hidden }) => asked.includes(pointer) && !hidden)
    .map(({ visibleWhen: _, requiredWhen: __, ...field }) => ({
      ...field,
      required: field.pointer === asked[0],
    }))

/** What keeps the check from being asked. */
export const checkErrors = (filled: FilledForm) =>
  checkFields(filled).flatMap((field) => fieldErrors(field, filled.values, filled.today))

/** The products that were chosen so far. */
export const chosenProducts = ({ values }: FilledForm): string[] => {
  const lines = valueAt(values, '/lines')
  return (Array.isArray(lines) ? lines : [])
    .map((line: { productId?: unknown }) => line?.productId)
    .filter((id): id is string => typeof id === 'string')
}

/** Asks whether the customer is free. */
export function askAvailability(
  client: Client,
  filled: FilledForm,
  signal: AbortSignal,
): Promise<Availability> {
  const [companyName, website, country] = asked.map((pointer) => valueAt(filled.values, pointer))
  const productIds = chosenProducts(filled)
  const body = {
    companyName: companyName as string,
    ...(isFilled(website) && { website: website as string }),
    ...(isFilled(country) && { country: country as string }),
    ...(productIds.length && { productIds }),
  }
  return client.deals.checkAvailability({ body }, { signal })
}

/** What the check needs of the element. */
interface Owner {
  requestUpdate(): void
  focusOn(target: 'result' | 'summary'): void
}

/** The availability check of a registration: asked before the form, never in its way. */
export class AvailabilityCheck {
  readonly #registration: Registration
  readonly #owner: Owner
  #asking: AbortController | undefined
  busy = false
  failed = false
  /** True after an attempt: everything wrong is shown. */
  tried = false
  result: Availability | undefined

  constructor(registration: Registration, owner: Owner) {
    this.#registration = registration
    this.#owner = owner
  }

  /** An answer holds for what was asked alone. */
  reset(): void {
    this.#asking?.abort()
    this.busy = this.failed = false
    this.result = undefined
  }

  /** Asks, or shows what is missing for it. */
  async run(): Promise<void> {
    const { filled, setup } = this.#registration
    if (this.busy) return
    this.reset()
    this.tried = true
    this.#owner.requestUpdate()
    if (checkErrors(filled).length) return this.#owner.focusOn('summary')
    this.busy = true
    const { signal } = (this.#asking = new AbortController())
    try {
      this.result = await askAvailability(setup.client, filled, signal)
    } catch {
      if (signal.aborted) return
      this.failed = true
    }
    this.busy = false
    this.#owner.requestUpdate()
    this.#owner.focusOn('result')
  }
}
