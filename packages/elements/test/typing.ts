import { waitUntil } from '@open-wc/testing'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Types a text into a control, replacing what stands there. */
export function type(control: Control, text: string): void {
  control.focus()
  control.value = text
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
}

/** Leaves a control as a person does: what was typed is committed. */
export function leave(control: Control): void {
  control.dispatchEvent(new Event('change', { bubbles: true }))
  control.blur()
}

/** Presses a key; false when its default was prevented. */
export const press = (control: Element, key: string, more: KeyboardEventInit = {}): boolean =>
  control.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true, ...more }),
  )

/** Waits until a condition holds, and says which one never did. */
export const eventually = (holds: () => unknown, what: string): Promise<void> =>
  waitUntil(() => Boolean(holds()), what, { interval: 10, timeout: 5000 })

/** A clipboard event with a text. */
export function paste(target: Element, text: string): boolean {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true })
  // Firefox makes the event but leaves out what is given to it.
  Object.defineProperty(event, 'clipboardData', { value: clipboardData })
  return target.dispatchEvent(event)
}
