import { dressHeadings, type Section } from './headings.ts'
import { dressLinks } from './links.ts'
import { dressCode, dressImages, dressTables } from './media.ts'
import type { RichTextHost } from './rich-text-host.ts'
import { sanitize } from './sanitize.ts'

/** A sanitised text of a backend, ready to stand in a page. */
export interface RichText {
  /** The element that holds it. */
  readonly body: HTMLElement
  readonly sections: readonly Section[]
  /** The place that an anchor names: a heading, or a place that a link of the text leads to. */
  place(anchor: string): HTMLElement | undefined
}

/** Lets code and tables that are wider than their place be scrolled with the keyboard. */
const scrollers = globalThis.ResizeObserver
  ? new ResizeObserver((entries) => {
      for (const { target } of entries as Iterable<{ target: Element }>) {
        if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0')
        else target.removeAttribute('tabindex')
      }
    })
  : undefined

/**
 * Makes a text of a backend fit to be shown: sanitised, without ids or classes of its own, with links
 * and images of addresses that the host allows.
 */
export async function richText(text: string, host: RichTextHost): Promise<RichText> {
  const fragment = await sanitize(text)
  const body = Object.assign(document.createElement('div'), { className: 'rich', dir: 'auto' })
  // In this page an image would load at once, wherever its address leads.
  for (const image of fragment.querySelectorAll('img')) {
    image.dataset['src'] = image.getAttribute('src') ?? ''
    image.removeAttribute('src')
  }
  body.append(document.adoptNode(fragment))
  // Classes and names of the text could take those of the page around it.
  for (const one of body.querySelectorAll('[class]')) one.removeAttribute('class')
  dressImages(body, host)
  dressLinks(body, host)
  const sections = dressHeadings(body, host)
  const places = new Map(sections.map(({ anchor, heading }) => [anchor, heading]))
  for (const one of body.querySelectorAll<HTMLElement>('[id]')) {
    if (!places.has(one.id)) places.set(one.id, one)
    one.removeAttribute('id')
    if (one.tabIndex < 0) one.tabIndex = -1
  }
  dressCode(body, host)
  dressTables(body, host)
  for (const one of body.querySelectorAll('pre, .wide')) scrollers?.observe(one)
  return { body, sections, place: (anchor) => places.get(anchor) }
}
