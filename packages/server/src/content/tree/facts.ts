import { Audience } from '@prmkit/contract'
import type { Dates } from '../csv/dates.ts'
import { quoted } from '../problems.ts'
import { beginning } from '../../rules/shared/beginning.ts'

/** The facts of an article or asset that its front matter or the YAML beside it gives. */
export interface Facts {
  tags: string[]
  products: string[]
  audience: Audience
  /** Keys of partners, which the import turns into ids. */
  audiencePartners: string[]
  validUntil?: string
  position: number
  promoted: boolean
  updatedBy?: string
  slug?: string
  isDraft: boolean
}

/** Reads the facts of a piece of content; `wrong` is told of what leaves it out, as a misspelt audience must. */
export function factsOf(
  { front }: { front: Readonly<Record<string, unknown>> },
  dates: Dates,
  wrong: (text: string) => void,
  note: (text: string) => void,
): Facts {
  const audience = audienceOf(front['audience'], wrong)
  const until = valueOf(front, 'validUntil', 'valid_until', 'expires')
  const validUntil = until === undefined ? undefined : endOf(until, dates)
  if (until !== undefined && validUntil === undefined)
    wrong(`validUntil: ${quoted(until)} is not a date. Write 2026-03-31.`)
  const author = valueOf(front, 'updatedBy', 'author')
  const slug = valueOf(front, 'slug')
  const isSlug = slug !== undefined && /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,199}$/u.test(slug)
  if (slug !== undefined && !isSlug) note(`slug: ${quoted(slug)} cannot be used; one is made.`)
  const order = Number(
    valueOf(front, 'order', 'position', 'sidebar_position', 'nav_order', 'weight'),
  )
  return {
    tags: listOf(front['tags'] ?? front['keywords']).map((tag) => beginning(tag, 100)),
    products: listOf(front['products']),
    ...audience,
    ...(validUntil !== undefined && { validUntil }),
    position: Number.isFinite(order) ? Math.max(0, Math.min(1_000_000, Math.round(order))) : 0,
    promoted: front['promoted'] === true || front['featured'] === true,
    ...(author !== undefined && { updatedBy: beginning(author, 200) }),
    ...(isSlug && { slug }),
    isDraft: front['draft'] === true,
  }
}

/** The first of these values that is there, as one line of text. */
export function valueOf(
  front: Readonly<Record<string, unknown>>,
  ...names: readonly string[]
): string | undefined {
  for (const name of names) {
    const value = front[name]
    if (value instanceof Date) return value.toISOString()
    if (typeof value === 'string' || typeof value === 'number') {
      const text = String(value)
        .replaceAll(/[\s\p{Cc}]+/gu, ' ')
        .trim()
      if (text !== '') return text
    }
  }
  return undefined
}

/** The names and values of a part of a YAML file; none where it is something else. */
export function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}

/** The words of a list, or of a text with commas. */
export function listOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : []
  return list
    .flatMap((one) =>
      typeof one === 'string' || typeof one === 'number' ? [String(one).trim()] : [],
    )
    .filter((one) => one !== '')
}

/** The instant that a text names; the end of a day where it names only that. */
export function endOf(text: string, dates: Dates): string | undefined {
  if (text.includes(':')) return dates.instant(text)
  const date = dates.date(text)
  return date && dates.endOf(date)
}

function audienceOf(value: unknown, wrong: (text: string) => void) {
  if (value === undefined || value === null) return { audience: {}, audiencePartners: [] }
  const { partners, ...rest } = value as Record<string, unknown>
  const read = Audience.safeParse(typeof value === 'object' ? rest : value)
  if (!read.success) {
    const [issue] = read.error.issues
    wrong(
      `audience: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''} Possible: tiers, regions, partnerKinds, partners, roles.`,
    )
    return { audience: {}, audiencePartners: [] }
  }
  return { audience: read.data, audiencePartners: listOf(partners) }
}
