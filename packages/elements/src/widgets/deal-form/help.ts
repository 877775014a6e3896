// Helps with the length of the form; loaded where a registration begins or goes on by a key.
import { fieldsOf, valueAt } from '@prmkit/contract/rules'
import type { Money } from '../../base/values/format-money.ts'
import { errorsOf } from '../../forms/form-errors.ts'
import { controlOf, focusField } from '../../primitives/field/focus-field.ts'
import { lineTotals } from '../../primitives/product-lines/line-amount.ts'
import type { DealFormHost } from './host.ts'
import type { Registration } from './registration.ts'

/** Puts the focus on the next field with an error after an element; false without one. */
function nextField(root: ShadowRoot, { filled }: Registration, at: Element | null): boolean {
  const next = errorsOf(filled).find(({ pointer, reachable }) => {
    const control = reachable && controlOf(root, pointer)
    return control && (!at || isAfter(at, control))
  })
  return !!next && focusField(root, next.pointer)
}

/** Goes on from a field: to the next one that needs an entry, else to the next step. */
async function goOn(host: DealFormHost): Promise<void> {
  await host.prepare()
  const { registration } = host
  if (!registration) return
  const root = host.renderRoot as ShadowRoot
  const at = root.activeElement as HTMLElement | null
  // A field finishes its value when it is left.
  at?.blur()
  presetValue(root, registration)
  if (registration.step === 'form' && nextField(root, registration, at)) return
  at?.focus()
  root.querySelector('form')?.requestSubmit()
}

const isAfter = (one: Node, other: Node) =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

const begun = new WeakSet<Registration>()

/**
 * Moves the focus to the first field that needs an entry: from the heading of the form, and once
 * from nowhere where the page asked for it by `autofocus`.
 */
export async function begin(host: DealFormHost): Promise<void> {
  await host.updateComplete
  const { registration, autofocus } = host
  const root = host.renderRoot as ShadowRoot
  const isFree = autofocus && document.activeElement === document.body
  if (
    !registration ||
    (root.activeElement?.id !== 'heading' && (!isFree || begun.has(registration)))
  )
    return
  begun.add(registration)
  nextField(root, registration, root.activeElement)
}

const followed = new WeakSet<Node>()

/** Shortens the way through a registration; Ctrl or ⌘ and Enter go on from any field. */
export function help(host: DealFormHost, registration: Registration): void {
  presetCountry(registration).catch(() => {})
  const root = host.renderRoot as ShadowRoot
  presetValue(root, registration)
  if (followed.has(root)) return
  followed.add(root)
  root.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, isComposing } = event as KeyboardEvent
    if (key !== 'Enter' || !(ctrlKey || metaKey) || isComposing) return
    event.preventDefault()
    void goOn(host)
  })
  const fromHeading = () => {
    const isThere = root.activeElement?.id === 'heading' && host.registration?.step === 'form'
    if (isThere) void begin(host)
  }
  root.addEventListener('focusin', fromHeading)
  // The form may have been opened while this code was on its way.
  fromHeading()
}

/** The lines of a registration as they were last, and their sum where it became the value. */
interface Summed {
  readonly lines: unknown
  readonly sum?: Money | undefined
}

const summed = new WeakMap<Registration, Summed>()

/**
 * Begins with the sum of the product lines as the value, and follows it until another is entered;
 * never while the reader is about to enter one.
 */
function presetValue(root: ShadowRoot, registration: Registration): void {
  if (root.activeElement && root.activeElement === controlOf(root, '/amount')) return
  const { filled, setup, owner, continues } = registration
  const lines = valueAt(filled.values, '/lines')
  // A draft is as its writer left it.
  const before = summed.get(registration) ?? { lines: continues ? lines : undefined }
  summed.set(registration, { ...before, lines })
  const asked = fieldsOf(setup.form).find(({ pointer }) => pointer === '/amount')
  if (before.lines === lines || !asked || asked.hidden || setup.deal) return
  const value = valueAt(filled.values, '/amount') as Money | undefined
  const [sum, other] = Array.isArray(lines) ? lineTotals(lines) : []
  const isAnother = before.sum
    ? value?.amount !== before.sum.amount || value.currency !== before.sum.currency
    : !!value?.amount || !sum
  if (isAnother || other || (sum && asked.currencies?.includes(sum.currency) === false)) return
  summed.set(registration, { lines, sum })
  filled.set('/amount', sum)
  owner.save()
  owner.changed()
}

const country = '/customer/country'
const asked = new WeakSet<Registration>()

/** Begins a registration in the country of the user's last one; a draft and the page know better. */
async function presetCountry(registration: Registration): Promise<void> {
  const { setup, owner } = registration
  const isOpen = () =>
    !registration.continues &&
    !registration.keeper?.rival &&
    !valueAt(registration.filled.values, country)
  if (asked.has(registration) || setup.deal) return
  asked.add(registration)
  if (!registration.asksFor(country) || !isOpen()) return
  const query = { limit: 1, owner: 'me' as const }
  const { items } = await setup.client.deals.list({ query })
  const last = items[0]?.customer?.country
  if (!last || !isOpen()) return
  registration.filled.set(country, last)
  owner.changed()
}
