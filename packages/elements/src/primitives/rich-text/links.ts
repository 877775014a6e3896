import type { RichTextHost } from './rich-text-host.ts'
import { opensElsewhere } from '../../base/safe-address.ts'

/** Gives each link its target; one that leads nowhere becomes text. */
export function dressLinks(body: Element, host: RichTextHost): void {
  for (const link of body.querySelectorAll('a')) {
    const { article, anchor, file } = link.dataset
    const target = host.link({ address: link.getAttribute('href') ?? '', article, anchor, file })
    for (const name of ['href', 'data-article', 'data-anchor', 'data-file'])
      link.removeAttribute(name)
    if (!target) link.replaceWith(...link.childNodes)
    else if (target.open) leadTo(link, target.href, target.open)
    else {
      link.setAttribute('href', target.href ?? '')
      link.target = '_blank'
      link.rel = 'noopener noreferrer'
    }
  }
}

/** Opens in place; without an address the link is a button, which no other tab can open. */
function leadTo(link: HTMLAnchorElement, href: string | undefined, open: () => unknown) {
  const leading = href === undefined ? document.createElement('button') : link
  if (leading === link) link.setAttribute('href', href ?? '')
  else {
    leading.className = 'text'
    leading.setAttribute('type', 'button')
    leading.append(...link.childNodes)
    link.replaceWith(leading)
  }
  leading.addEventListener('click', (event) => {
    if (opensElsewhere(event as MouseEvent)) return
    event.preventDefault()
    open()
  })
}
