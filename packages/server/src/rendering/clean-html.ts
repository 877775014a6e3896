import type { ArticleHeading } from '@prmkit/contract'
import { Parser } from 'htmlparser2'
import type { TextPart, TextReference } from '../store/rendered.ts'
import { allowedTags, droppedTags, voidTags } from './allowed.ts'
import { TextParts } from './text-parts.ts'
import { Attributes } from './attributes.ts'
import { anchorOf, escapeAttribute, escapeText } from '../rules/shared/html-marks.ts'

/** A text as it is shown and searched. */
export interface CleanText {
  html: string
  contents: ArticleHeading[]
  parts: TextPart[]
  references: TextReference[]
  /** The first heading of the first level, which is left out of the text. */
  title?: string
  /** The first paragraph as plain text. */
  opening: string
  /** Links to headings that are not there. */
  brokenAnchors: string[]
}

/** The deepest level at which an element may stand; browsers and readers of trees have limits too. */
const deepest = 60

/**
 * Writes HTML anew from the tags and attributes that are allowed, gives headings their anchors, and
 * takes the text apart for the search. Links to other texts and files become `data-ref`, a place in
 * `references`, and so do links to the web beside their address. `title` is known already; a first
 * heading that repeats it is left out. Relative addresses count from `base`.
 */
export function cleanHtml(html: string, title?: string, base?: string): CleanText {
  const writer = new Writer(levelShift(html), title, base)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes),
      ontext: (text) => writer.text(text),
      onclosetag: (name) => writer.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.write(html)
  parser.end()
  return writer.end()
}

const named = /<span id="([^"]*)"><\/span>/g

/** How much lower headings must go so that the highest is of the second level. */
function levelShift(html: string): number {
  const levels = [...html.matchAll(/<h([1-6])[\s>]/gi)].map(([, level]) => Number(level))
  const [first, ...rest] = levels
  const counted = first === 1 && !rest.includes(1) ? rest : levels
  return counted.length === 0 ? 0 : 2 - Math.min(...counted)
}

interface Heading {
  level: number
  wasFirst: boolean
  id: string | undefined
  html: string
  text: string
}

class Writer {
  readonly #shift: number
  #title: string | undefined
  #html: string[] = []
  readonly #open: string[] = []
  /** All open tags; one that is not written has no name here. */
  readonly #depth: (string | undefined)[] = []
  #dropped = 0
  #heading: Heading | undefined
  readonly #contents: ArticleHeading[] = []
  readonly #anchors = new Map<string, number>()
  readonly #parts = new TextParts()
  readonly #attributes: Attributes
  #foundTitle: string | undefined
  #opening = ''
  #paragraph: string | undefined

  constructor(shift: number, title: string | undefined, base: string | undefined) {
    this.#attributes = new Attributes(base)
    this.#shift = shift
    this.#title = title
  }

  open(name: string, attributes: Record<string, string>): void {
    if (this.#dropped > 0 || droppedTags.has(name)) {
      if (!voidTags.has(name) && name !== 'input' && name !== 'embed') this.#dropped++
      return
    }
    const allowed = Object.hasOwn(allowedTags, name) ? allowedTags[name] : undefined
    this.#parts.open(name)
    if (!allowed || this.#open.length >= deepest) return void this.#depth.push(undefined)
    if (/^h[1-6]$/.test(name)) return this.#openHeading(name, attributes)
    if (name === 'p') this.#paragraph = ''
    if (this.#heading && name !== 'code' && name !== 'em' && name !== 'strong' && name !== 'a')
      return void this.#depth.push(undefined)
    if (name === 'a') this.#name(attributes)
    const written = this.#attributes.write(name, attributes, allowed)
    if (name === 'img') return this.#image(attributes, written)
    this.#write(`<${name}${written}>`)
    if (voidTags.has(name)) return
    this.#open.push(name)
    this.#depth.push(name)
  }

  text(text: string): void {
    if (this.#dropped > 0) return
    this.#write(escapeText(text))
    if (this.#heading) this.#heading.text += text
    else this.#parts.text(text)
    if (this.#paragraph !== undefined) this.#paragraph += text
  }

  close(name: string): void {
    if (this.#dropped > 0) {
      this.#dropped--
      return
    }
    if (voidTags.has(name)) return
    this.#parts.close(name)
    const written = this.#depth.pop()
    if (name === 'p' && this.#paragraph !== undefined) {
      if (this.#opening === '') this.#opening = oneLine(this.#paragraph)
      this.#paragraph = undefined
    }
    if (written === undefined) return
    if (this.#heading && /^h[1-6]$/.test(written)) return this.#closeHeading()
    this.#open.pop()
    this.#write(`</${written}>`)
  }

  end(): CleanText {
    const anchors = new Set(this.#contents.map(({ anchor }) => anchor))
    // A named place is left out where a heading has the same name already.
    const html = this.#html.join('').replaceAll(named, (place, id: string) => {
      const isFirst = !anchors.has(id)
      anchors.add(id)
      return isFirst ? place : ''
    })
    if (this.#foundTitle !== undefined) anchors.add(anchorOf(this.#foundTitle))
    return {
      html: html.trim(),
      contents: this.#contents,
      parts: this.#parts.end(),
      references: this.#attributes.references,
      ...(this.#foundTitle !== undefined && { title: this.#foundTitle }),
      opening: this.#opening,
      brokenAnchors: this.#attributes.anchors
        .filter(({ anchor }) => !anchors.has(anchor))
        .map(({ written }) => written),
    }
  }

  #write(html: string): void {
    if (this.#heading) this.#heading.html += html
    else this.#html.push(html)
  }

  /** Names the place of `<a id="x">`, by which many texts link to one another. */
  #name({ id, name = id }: Record<string, string>): void {
    if (name) this.#write(`<span id="${escapeAttribute(anchorOf(name))}"></span>`)
  }

  #openHeading(name: string, { id }: Record<string, string>): void {
    if (this.#heading) return void this.#depth.push(undefined)
    const level = Number(name[1])
    this.#heading = {
      level: Math.min(6, Math.max(2, level + this.#shift)),
      wasFirst: level === 1 && this.#contents.length === 0 && this.#foundTitle === undefined,
      id,
      html: '',
      text: '',
    }
    this.#depth.push(name)
  }

  #closeHeading(): void {
    const { level, wasFirst, id, html, text } = this.#heading!
    this.#heading = undefined
    const words = oneLine(text)
    if (wasFirst && (this.#title === undefined || words === this.#title)) {
      this.#foundTitle = words
      this.#title ??= words
      return
    }
    if (words === '') return
    const base = anchorOf(id ?? words)
    const before = this.#anchors.get(base) ?? 0
    this.#anchors.set(base, before + 1)
    const anchor = before === 0 ? base : `${base}-${before}`
    this.#contents.push({ level, text: words, anchor })
    this.#parts.heading(words, anchor)
    this.#html.push(`<h${level} id="${escapeAttribute(anchor)}">${html}</h${level}>`)
  }

  /** Writes the description of an image that may not be shown. */
  #image({ alt = '' }: Record<string, string>, written: string): void {
    if (/(^| )(src|data-ref)="/.test(written))
      this.#write(`<img${written} loading="lazy" decoding="async">`)
    else if (alt !== '') this.#write(escapeText(alt))
    this.#parts.text(` ${alt} `)
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
