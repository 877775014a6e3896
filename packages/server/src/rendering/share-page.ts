import { endingOf } from '../files/file-types.ts'
import { escapeAttribute, escapeText } from '../rules/shared/html-marks.ts'
import { wordsOf } from './share-words.ts'

/** An asset as people without a log-in see it. */
export interface SharedItem {
  title: string
  description: string
  language: string
  /** The address of its file, or of the page that a link leads to. */
  href: string
  isLink: boolean
  /** The name of its file. */
  name?: string
  size?: number
  image?: { url: string; width: number; height: number }
}

/** A page with shared assets. */
export interface SharePage {
  language: string
  /** The language with a region, by which dates and numbers are written. */
  locale: string
  vendor: string
  partner: string
  expiresAt: string
  items: readonly SharedItem[]
}

const style = `:root{color-scheme:light dark}
body{font:1em/1.5 system-ui,sans-serif;max-inline-size:44em;margin:0 auto;padding:1.5em}
ul{list-style:none;padding:0}
li{position:relative;display:flex;flex-wrap:wrap;gap:1em;border-block-start:1px solid GrayText;padding-block:1.25em}
li div{flex:1 1 16em;min-inline-size:0;overflow-wrap:anywhere}
img,.blank{inline-size:12em;max-inline-size:100%;block-size:auto;border:1px solid GrayText}
.blank{align-content:center;overflow-wrap:anywhere;aspect-ratio:16/9;text-align:center;font-weight:600}
.away{position:absolute;clip-path:inset(50%);inline-size:1px;block-size:1px;overflow:hidden;white-space:nowrap}
h1{font-size:1.5em;line-height:1.25}h2{font-size:1.1em;margin:0}p{margin:.4em 0}
a.take{display:inline-block;padding:.5em 1em;border:1px solid;border-radius:.25em;font-weight:600}
a:focus-visible{outline:3px solid Highlight;outline-offset:2px}
footer{border-block-start:1px solid GrayText;padding-block-start:1em}`

/**
 * The policy of the page: no script, nothing from elsewhere but images of this server, no frame around
 * it, and nowhere to send anything.
 */
export async function sharePolicy(imageOrigin: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)))
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    `img-src ${imageOrigin}`,
    ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
  ].join('; ')
}

/** The page with shared assets, for people without a log-in. It needs no script. */
export function sharePage(page: SharePage): string {
  const { language, locale, vendor, partner, expiresAt, items } = page
  const words = wordsOf(language)
  const until = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const list = items.map((item) => `<li>${itemHtml(item, page)}</li>`).join('')
  const end = words.until.replace('{date}', until.format(new Date(expiresAt)))
  return publicPage(
    language,
    words.title.replace('{vendor}', vendor),
    `<p>${escapeText(words.from.replace('{partner}', partner))}</p><ul>${list}</ul>
<footer><p>${escapeText(end)}</p></footer>`,
  )
}

/** The page for an address that does not work, whatever the reason is. */
export function noSharePage(language: string): string {
  const words = wordsOf(language)
  return publicPage(language, words.gone, `<p>${escapeText(words.ask)}</p>`)
}

/** A page for people without a log-in; `main` is HTML. */
export function publicPage(language: string, title: string, main: string): string {
  const { direction } = wordsOf(language)
  return `<!doctype html>
<html lang="${escapeAttribute(language)}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow"><title>${escapeText(title)}</title>
<style>${style}</style></head>
<body><main><h1>${escapeText(title)}</h1>${main}</main></body></html>
`
}

function itemHtml(
  { title, description, language: own, href, isLink, name: file, size, image }: SharedItem,
  { language, locale }: SharePage,
): string {
  const words = wordsOf(language)
  const lang = own === language ? '' : ` lang="${escapeAttribute(own)}"`
  const ending = file === undefined ? '' : endingOf(file).slice(1).toUpperCase()
  const kind = isLink ? new URL(href).host : ending
  const facts = [kind, size === undefined ? '' : sizeOf(size, locale)].filter(Boolean)
  const about = facts.map((fact) => `<bdi>${escapeText(fact)}</bdi>`).join(' · ')
  // Text of another language keeps its own direction, and stands where the page’s lines begin.
  const name = `<bdi${lang}>${escapeText(title)}</bdi>`
  const action = isLink ? words.open : words.download
  return `${
    image
      ? `<img src="${escapeAttribute(image.url)}" width="${image.width}" height="${image.height}" alt="">`
      : `<span class="blank" aria-hidden="true">${escapeText(kind)}</span>`
  }<div><h2>${name}</h2>${
    description === '' ? '' : `<p><bdi${lang}>${escapeText(description)}</bdi></p>`
  }${about === '' ? '' : `<p>${about}</p>`}<p><a class="take" rel="noreferrer noopener nofollow" href="${escapeAttribute(href)}">${escapeText(action)}<span class="away">: ${name}</span></a></p></div>`
}

function sizeOf(bytes: number, locale: string): string {
  const isLarge = bytes >= 1_000_000
  return new Intl.NumberFormat(locale, {
    ...{ style: 'unit', unit: isLarge ? 'megabyte' : 'kilobyte', maximumFractionDigits: 1 },
  }).format(Math.max(bytes / (isLarge ? 1_000_000 : 1000), 0.1))
}
