import { beginning } from './beginning.ts'

/** A text within HTML. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A value within double quotes in HTML. */
export function escapeAttribute(value: string): string {
  return escapeText(value)
    .replaceAll('"', '&quot;')
    .replaceAll(/[\0\r\n\t]/g, ' ')
}

/**
 * The `id` of a heading. All of them begin with `h-`, so that none clashes with a name that the page
 * or its scripts use.
 */
export function anchorOf(words: string): string {
  const slug = slugOf(words)
  return slug.startsWith('h-') ? slug : `h-${slug}`
}

/** Words as a part of an address: lower case, with hyphens. */
export function slugOf(title: string): string {
  let text = title
  try {
    text = decodeURIComponent(title)
  } catch {
    // The text was not encoded.
  }
  const words = text
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_\s-]/gu, '')
    .replaceAll(/[\s-]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const slug = beginning(words, 100)
  return slug === '' ? 'x' : slug
}

// Browsers read past blanks and control characters within a scheme.
const ignored = /[\u0000-\u0020\u007f-\u009f]/g

/** An absolute address with one of these schemes; undefined for any other. */
export function plainUrl(written: string, schemes: readonly string[]): string | undefined {
  const text = written.trim().startsWith('//') ? `https:${written.trim()}` : written
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text.replaceAll(ignored, ''))) return undefined
  try {
    const url = new URL(text.trim())
    return schemes.includes(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}

/**
 * The form in which addresses of one page are alike: without a place in the page, a slash at the end
 * and the difference between `http` and `https`.
 */
export function addressOf(url: string): string {
  const [before = ''] = (plainUrl(url, ['http:', 'https:']) ?? url).split('#')
  return before.replace(/^http:/, 'https:').replace(/\/(?=$|\?)/, '')
}

/** The path and the place of a relative address; undefined for what has a scheme. */
export function relativeTarget(written: string): { path: string; fragment: string } | undefined {
  const text = written.trim()
  if (/^[a-z][a-z0-9+.-]*:/i.test(text.replaceAll(ignored, ''))) return undefined
  const [before = '', ...rest] = text.split('#')
  const [path = ''] = before.split('?')
  try {
    return { path: decodeURIComponent(path), fragment: rest.join('#') }
  } catch {
    return { path, fragment: rest.join('#') }
  }
}
