import { render } from 'lit'
import { icon } from '../icon/icon.ts'
import { link } from '../icon/later-icons.ts'
import type { RichTextHost } from './rich-text-host.ts'

/** A section of a rich text. */
export interface Section {
  /** From 1, for the largest headings of the text, upwards. */
  readonly level: number
  readonly text: string
  /** The part of an address that leads to it. */
  readonly anchor: string
  readonly heading: HTMLElement
}

/** The level of the largest heading of a text in a page whose own heading is an `h2`. */
const first = 3

const anchorOf = (text: string, taken: Set<string>) => {
  const base =
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'section'
  let anchor = base
  for (let n = 2; taken.has(anchor); n++) anchor = `${base}-${n}`
  taken.add(anchor)
  return anchor
}

/**
 * Puts the headings below that of the page, each with a button that copies the link to it. Their ids
 * are kept as anchors, and a heading without one gets one of its words.
 */
export function dressHeadings(body: Element, { words, copySection }: RichTextHost): Section[] {
  const found = [...body.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')]
  const levelOf = ({ localName }: Element) => Number(localName.slice(1))
  const top = Math.min(...found.map(levelOf))
  const taken = new Set(found.map(({ id }) => id).filter(Boolean))
  return found.map((old) => {
    const level = levelOf(old) - top + 1
    const text = (old.textContent ?? '').replace(/\s+/g, ' ').trim()
    const anchor = old.id || anchorOf(text, taken)
    const heading = document.createElement(`h${Math.min(first - 1 + level, 6)}`)
    heading.append(...old.childNodes)
    heading.tabIndex = -1
    if (old.dir) heading.dir = old.dir
    if (old.lang) heading.lang = old.lang
    const copy = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'hook',
    })
    copy.setAttribute('aria-label', words.copySection(text))
    copy.addEventListener('click', () => copySection(anchor))
    render(icon(link), copy)
    const line = Object.assign(document.createElement('div'), { className: 'section' })
    line.append(heading, copy)
    old.replaceWith(line)
    return { level, text, anchor, heading }
  })
}
