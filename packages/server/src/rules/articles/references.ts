import { escapeAttribute } from '../shared/html-marks.ts'

/** The target of a link or image, as far as the reader may reach it. */
export type Resolved =
  | { kind: 'article'; id: string; anchor?: string }
  | { kind: 'image'; url: string; width?: number; height?: number }
  | { kind: 'file'; id: string }
  | undefined

/**
 * Puts targets into a rendered text in place of its marks `data-ref`. A link that leads nowhere for
 * this reader keeps the address of the web that it has; without one it loses its tag and keeps its
 * words. An image leaves its description.
 */
export function withTargets(html: string, resolve: (place: number) => Resolved): string {
  const open: boolean[] = []
  return html.replaceAll(/<a\b[^>]*>|<\/a>|<img\b[^>]*>/g, (tag) => {
    if (tag === '</a>') return open.pop() === false ? '' : tag
    const place = /\bdata-ref="(\d+)"/.exec(tag)?.[1]
    if (place === undefined) {
      if (tag.startsWith('<a')) open.push(true)
      return tag
    }
    const target = resolve(Number(place))
    if (tag.startsWith('<img')) return target?.kind === 'image' ? image(tag, target) : altOf(tag)
    const written = target ? link(target) : /\shref="[^"]*" rel="[^"]*"(?= data-ref)/.exec(tag)?.[0]
    open.push(written !== undefined)
    return written === undefined
      ? ''
      : tag.replace(/(\shref="[^"]*" rel="[^"]*")?\sdata-ref="\d+"/, () => ` ${written.trim()}`)
  })
}

function link(target: NonNullable<Resolved>): string {
  switch (target.kind) {
    case 'article':
      return `data-article="${escapeAttribute(target.id)}"${
        target.anchor === undefined ? '' : ` data-anchor="${escapeAttribute(target.anchor)}"`
      }`
    case 'file':
      return `data-file="${escapeAttribute(target.id)}"`
    case 'image':
      return `href="${escapeAttribute(target.url)}"`
  }
}

function image(
  tag: string,
  { url, width, height }: { url: string; width?: number; height?: number },
): string {
  const size =
    width === undefined || height === undefined || /\b(width|height)="/.test(tag)
      ? ''
      : ` width="${width}" height="${height}"`
  return tag.replace(/data-ref="\d+"/, `src="${escapeAttribute(url)}"${size}`)
}

function altOf(tag: string): string {
  return /\balt="([^"]*)"/.exec(tag)?.[1] ?? ''
}
