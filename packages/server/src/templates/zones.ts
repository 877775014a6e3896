import type { TemplateZone } from '@prmkit/contract'
import { Parser } from 'htmlparser2'
import { isUnsafeDrawing } from '../files/drawings.ts'
import { escapeAttribute, escapeText } from '../rules/shared/html-marks.ts'
import { beginning } from '../rules/shared/beginning.ts'

/** A larger drawing is no template. */
const largestTemplate = 2_000_000
const mostZones = 20
const usualLength = 80
const longestText = 500
const longestLabel = 100

/** The elements that can be a zone, with its kind. */
const kinds: Readonly<Record<string, TemplateZone['kind']>> = {
  text: 'text',
  tspan: 'text',
  rect: 'logo',
  image: 'logo',
}

/** The attributes that an image takes from the place where it stands. */
const placed = ['x', 'y', 'width', 'height', 'transform']

/** A zone, and the stretch of the drawing that is replaced. */
interface Place {
  zone: TemplateZone
  from: number
  to: number
  attributes: Readonly<Record<string, string>>
}

/** The drawing as text, where it may be a template. */
export function templateOf(bytes: Uint8Array): string | undefined {
  if (bytes.byteLength > largestTemplate || isUnsafeDrawing(bytes)) return undefined
  const svg = new TextDecoder().decode(bytes)
  return svg.includes('data-zone') ? svg : undefined
}

/** The zones of a drawing (SVG), each name once, in their order. */
export function zonesOf(svg: string): TemplateZone[] {
  const zones = new Map(placesOf(svg).map(({ zone }) => [zone.name, zone]))
  return [...zones.values()]
}

/**
 * The drawing with other words and with images as `data:` addresses. Words that are not given stay; a
 * place for a logo without one is left empty.
 */
export function fillTemplate(
  svg: string,
  texts: Readonly<Record<string, string>>,
  logos: Readonly<Record<string, string>>,
): string {
  let filled = ''
  let at = 0
  for (const { zone, from, to, attributes } of placesOf(svg)) {
    filled += svg.slice(at, from) + (contentOf(zone) ?? svg.slice(from, to))
    at = to

    function contentOf({ name, kind }: TemplateZone): string | undefined {
      if (kind === 'text')
        // The sign before it lets the first letter say the direction (UAX 9, FSI and PDI).
        return Object.hasOwn(texts, name) ? `\u2068${escapeText(texts[name]!)}\u2069` : undefined
      return Object.hasOwn(logos, name) ? imageAt(attributes, logos[name]!) : ''
    }
  }
  return filled + svg.slice(at)
}

function imageAt(attributes: Readonly<Record<string, string>>, address: string): string {
  const place = placed.flatMap((name) => {
    const value = attributes[name]
    return value === undefined ? [] : [`${name}="${escapeAttribute(value)}"`]
  })
  return `<image ${place.join(' ')} preserveAspectRatio="xMidYMid meet" href="${escapeAttribute(address)}"/>`
}

/** Every place of a zone; one within another is a part of that. */
function placesOf(svg: string): Place[] {
  const places: Place[] = []
  const names = new Set<string>()
  let open: { place: Place; depth: number; words: string } | undefined
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++
        const zone = open ? undefined : zoneOf(name, attributes)
        if (!zone || (!names.has(zone.name) && names.size >= mostZones)) return
        names.add(zone.name)
        const from = zone.kind === 'text' ? parser.endIndex + 1 : parser.startIndex
        open = { place: { zone, from, to: from, attributes }, depth, words: '' }
      },
      ontext(text) {
        if (open) open.words += text
      },
      onclosetag() {
        if (open?.depth === depth) {
          const { place, words } = open
          const isText = place.zone.kind === 'text'
          const text = beginning(words.replaceAll(/\s+/g, ' ').trim(), longestText)
          if (isText) place.zone.text = text
          place.to = Math.max(place.from, isText ? parser.startIndex : parser.endIndex + 1)
          places.push(place)
          open = undefined
        }
        depth--
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(svg)
  return places
}

function zoneOf(
  element: string,
  attributes: Readonly<Record<string, string>>,
): TemplateZone | undefined {
  const name = attributes['data-zone'] ?? ''
  const kind = Object.hasOwn(kinds, element) ? kinds[element] : undefined
  if (kind === undefined || !/^[A-Za-z][\w-]{0,39}$/.test(name)) return undefined
  const label = beginning((attributes['data-label'] ?? '').trim(), longestLabel) || name
  const said = Number(attributes['data-max-length'])
  const maxLength = Number.isInteger(said) && said > 0 ? Math.min(said, longestText) : usualLength
  return { name, kind, label, ...(kind === 'text' && { maxLength }) }
}
