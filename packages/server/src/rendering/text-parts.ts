import type { TextPart } from '../store/rendered.ts'
import { beginning } from '../rules/shared/beginning.ts'

/** A longer part is cut, so that an excerpt comes from the place that fits. */
const longest = 4000

/** The inline tags: what stands beside them belongs to the same word. */
const inline = new Set([
  ...[
    'a',
    'b',
    'strong',
    'i',
    'em',
    's',
    'del',
    'ins',
    'mark',
    'small',
    'sub',
    'sup',
    'abbr',
    'code',
  ],
  ...['kbd', 'samp', 'var', 'cite', 'q', 'dfn', 'span', 'font', 'u', 'wbr'],
])

/** The plain text of a page, part by part, each below its heading. */
export class TextParts {
  readonly #parts: TextPart[] = []
  #heading: Pick<TextPart, 'heading' | 'anchor'> = { heading: '' }
  #text = ''

  open(name: string): void {
    if (!inline.has(name)) this.#text += ' '
  }

  close(name: string): void {
    if (!inline.has(name)) this.#text += ' '
    if (this.#text.length > longest) this.#flush()
  }

  text(text: string): void {
    this.#text += text
  }

  heading(heading: string, anchor: string): void {
    this.#flush(true)
    this.#heading = { heading, anchor }
  }

  end(): TextPart[] {
    this.#flush(true)
    return this.#parts
  }

  #flush(isEnd = false): void {
    let text = this.#text.replaceAll(/\s+/g, ' ').trim()
    this.#text = ''
    while (text.length > longest * 2) {
      const blank = text.lastIndexOf(' ', longest)
      const part = blank < longest / 2 ? beginning(text, longest) : text.slice(0, blank)
      this.#parts.push({ ...this.#heading, text: part })
      text = text.slice(part.length).trim()
    }
    const isNamed = this.#heading.anchor !== undefined
    const isKnown = this.#parts.at(-1)?.anchor === this.#heading.anchor
    if (text !== '' || (isEnd && isNamed && !isKnown)) this.#parts.push({ ...this.#heading, text })
  }
}
