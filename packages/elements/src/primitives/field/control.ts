import { noChange } from 'lit'
import { Directive, directive, type ElementPart } from 'lit/directive.js'

/** Attributes of a control by name; `false` and `undefined` take them away. */
export type Attributes = Readonly<Record<string, string | boolean | undefined>>

/** How a value is shown as text, and the text read as a value. */
export interface Text {
  /** The value to show. */
  readonly value: unknown
  /** Where it is written differently, the text is written anew. */
  readonly locale?: string
  /** Reads what stands in the control. */
  read(typed: string): unknown
  /** Writes the value; it replaces what stands there only where that reads otherwise. */
  write(value: unknown): string
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

class ControlDirective extends Directive {
  #locale: string | undefined

  render(_attributes: Attributes, _text?: Text): unknown {
    return noChange
  }

  override update(part: ElementPart, [attributes, text]: [Attributes, Text?]) {
    const element = part.element as Control
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined || value === false) element.removeAttribute(name)
      else if (element.getAttribute(name) !== String(value)) {
        element.setAttribute(name, value === true ? '' : value)
      }
    }
    if (text && (text.locale !== this.#locale || text.read(element.value) !== text.value)) {
      this.#locale = text.locale
      element.value = text.write(text.value)
    }
    return noChange
  }
}

/** Gives a control its attributes, and its text without disturbing somebody who is typing. */
export const control = directive(ControlDirective)
