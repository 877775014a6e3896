import { badgeSvg } from '../badges/badge-svg.ts'
import type { BadgeFace } from '../badges/badge-maker.ts'
import { badgeWords } from '../badges/badge-words.ts'
import { escapeAttribute, escapeText } from '../rules/shared/html-marks.ts'
import { publicPage } from './share-page.ts'

/** A verified badge as people without a log-in see it. */
export interface CredentialPage {
  face: BadgeFace
  state: 'active' | 'expired' | 'revoked' | 'faulty'
  /** The sentence about the check. */
  checked: string
  /** The address of the signed badge. */
  file: string
  /** The holder lets others know their name. */
  named: boolean
}

/** The page that verifies a badge. It needs no script. */
export function credentialPage({ face, state, checked, file, named }: CredentialPage): string {
  const { language, title, description, vendor, holder, company, dates } = face
  const words = badgeWords(language)
  const line = (text: string) => `<p>${escapeText(text)}</p>`
  const person = named
    ? line(`${words.heldBy}: ${holder}`) + (company === '' ? '' : line(`${words.of}: ${company}`))
    : line(words.holderHidden)
  const badge = badgeSvg(face).replace('width="400" height="400"', 'width="200" height="200"')
  return publicPage(
    language,
    title,
    `<p><strong>${escapeText(words[state])}</strong></p>${line(checked)}
<ul><li>${badge}<div>${line(words.issuedBy.replace('{vendor}', vendor))}${person}${dates.map(line).join('')}${
      description === '' ? '' : line(description)
    }<p><a class="take" href="${escapeAttribute(file)}">${escapeText(words.download)}</a></p></div></li></ul>`,
  )
}

/** The page for an address without a badge, or with one that its holder does not show. */
export function noCredentialPage(language: string): string {
  const words = badgeWords(language)
  return publicPage(language, words.gone, `<p>${escapeText(words.ask)}</p>`)
}
