import { render } from 'lit'
import { icon } from '../icon/icon.ts'
import { copy } from '../icon/later-icons.ts'
import type { RichTextHost } from './rich-text-host.ts'

const make = (className: string) => Object.assign(document.createElement('div'), { className })

/** Gives each block of code a button that copies it. */
export function dressCode(body: Element, { words, copyCode }: RichTextHost): void {
  for (const block of body.querySelectorAll('pre')) {
    const frame = make('code')
    block.replaceWith(frame)
    frame.dir = 'ltr'
    block.setAttribute('role', 'region')
    block.setAttribute('aria-label', words.code)
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'button square',
      title: words.copyCode,
    })
    button.setAttribute('aria-label', words.copyCode)
    button.addEventListener('click', () => copyCode((block.textContent ?? '').replace(/\n$/, '')))
    render(icon(copy), button)
    frame.append(block, button)
  }
}

/** Lets each table scroll by itself. */
export function dressTables(body: Element, { words }: RichTextHost): void {
  for (const table of body.querySelectorAll('table')) {
    if (table.parentElement?.closest('table')) continue
    const frame = make('wide')
    table.replaceWith(frame)
    frame.setAttribute('role', 'region')
    frame.setAttribute('aria-label', table.caption?.textContent?.trim() || words.table)
    frame.append(table)
  }
}

/**
 * Loads each image when it comes near, in a place that is kept for it, and shows it in full on a
 * click. One that cannot be fetched is the text that stands for it.
 */
export function dressImages(body: Element, host: RichTextHost): void {
  for (const image of body.querySelectorAll('img')) {
    const address = host.image(image.dataset['src'] ?? '')
    const instead = Object.assign(document.createElement('span'), {
      className: 'lost',
      textContent: image.alt,
    })
    if (address === undefined) {
      image.replaceWith(instead)
      continue
    }
    delete image.dataset['src']
    image.loading = 'lazy'
    image.decoding = 'async'
    image.className = image.hasAttribute('width') && image.hasAttribute('height') ? '' : 'unsized'
    image.src = address
    const isLink = image.closest('a, button')
    const place = isLink ? image : zoomable(image, host)
    image.addEventListener('error', () => place.replaceWith(instead), { once: true })
  }
}

function zoomable(image: HTMLImageElement, { words, showImage }: RichTextHost): HTMLElement {
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'zoom',
  })
  button.setAttribute('aria-label', words.showImage(image.alt))
  button.addEventListener('click', () => showImage(image))
  image.replaceWith(button)
  button.append(image)
  return button
}
