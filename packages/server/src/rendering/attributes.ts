import type { TextReference } from '../store/rendered.ts'
import {
  addressOf,
  anchorOf,
  escapeAttribute,
  plainUrl,
  relativeTarget,
} from '../rules/shared/html-marks.ts'

/** Writes the attributes of a text, and collects where its links and images lead. */
export class Attributes {
  readonly references: TextReference[] = []
  /** Links to headings of the same text, as they were written too. */
  readonly anchors: { anchor: string; written: string }[] = []
  readonly #base: string | undefined

  /** Relative addresses count from `base`; without it they are paths of the tree. */
  constructor(base: string | undefined) {
    this.#base = base
  }

  /** The allowed attributes of a tag, each after a blank. */
  write(name: string, attributes: Record<string, string>, allowed: readonly string[]): string {
    let written = ''
    for (const [key, value] of Object.entries(attributes)) {
      const kept = allowed.includes(key) || key === 'lang' || key === 'dir'
      const clean = kept ? this.#attribute(name, key, value) : undefined
      if (clean !== undefined) written += ` ${clean}`
    }
    return written
  }

  #attribute(name: string, key: string, value: string): string | undefined {
    const plain = `${key}="${escapeAttribute(value)}"`
    switch (key) {
      case 'href':
        return this.#link(value)
      case 'src':
        return this.#source(value)
      case 'style': {
        // Markdown writes the alignment of cells as a style.
        const side = /^\s*text-align:\s*(left|right|center)\s*;?\s*$/.exec(value)?.[1]
        return side && `align="${side}"`
      }
      case 'align':
        return /^(left|right|center)$/.test(value) ? plain : undefined
      case 'class':
        return /^language-[\w+#.-]{1,40}$/.test(value) ? plain : undefined
      case 'lang':
        return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(value) ? plain : undefined
      case 'dir':
        return /^(ltr|rtl|auto)$/.test(value) ? plain : undefined
      case 'width':
      case 'height':
      case 'colspan':
      case 'rowspan':
      case 'start':
        return /^\d{1,5}$/.test(value) ? plain : undefined
      case 'open':
      case 'reversed':
        return key
      default:
        return name === 'img' || key === 'title' ? plain : undefined
    }
  }

  #link(href: string): string | undefined {
    const url = plainUrl(this.#fromBase(href), ['http:', 'https:', 'mailto:', 'tel:'])
    if (url !== undefined) return this.#webLink(url)
    const target = relativeTarget(href)
    if (!target) return undefined
    const { path, fragment } = target
    if (path === '') {
      if (fragment === '') return undefined
      const anchor = anchorOf(fragment)
      this.anchors.push({ anchor, written: href })
      return `href="#${escapeAttribute(anchor)}"`
    }
    return this.#refer({
      ...{ kind: 'link', target: path },
      ...(fragment !== '' && { anchor: anchorOf(fragment) }),
    })
  }

  #source(src: string): string | undefined {
    const url = plainUrl(this.#fromBase(src), ['https:'])
    if (url !== undefined) return `src="${escapeAttribute(url)}"`
    const target = relativeTarget(src)
    return target && target.path !== ''
      ? this.#refer({ kind: 'image', target: target.path })
      : undefined
  }

  /** A link to the web gets a mark beside its address: an article may have that address, which is looked up on reading. */
  #webLink(url: string): string {
    const written = `href="${escapeAttribute(url)}" rel="noopener noreferrer"`
    if (!url.startsWith('http')) return written
    const [, fragment = ''] = url.split('#')
    const mark = this.#refer({
      ...{ kind: 'link', target: addressOf(url) },
      ...(fragment !== '' && { anchor: anchorOf(fragment) }),
    })
    return `${written} ${mark}`
  }

  #fromBase(written: string): string {
    const target = this.#base === undefined ? undefined : relativeTarget(written)
    if (!target || target.path === '') return written
    return URL.parse(written.trim(), this.#base)?.href ?? written
  }

  #refer(reference: TextReference): string {
    this.references.push(reference)
    return `data-ref="${this.references.length - 1}"`
  }
}
