import { escapeText } from '../rules/shared/html-marks.ts'
import type { BadgeFace } from './badge-maker.ts'
import { linesOf } from './lines.ts'

/** The colours of every badge. */
export const badgeColors = { ring: '#1f4e79', disc: '#ffffff', ribbon: '#c8963e', ink: '#14304c' }

/** A badge as a drawing, in which a credential can be put (Open Badges 3.0, 5.3.2). */
export function badgeSvg(
  { vendor, title, direction, language }: BadgeFace,
  signed?: object,
): string {
  const { ring, disc, ribbon, ink } = badgeColors
  const lines = linesOf(title, 18, 3)
  const top = 208 - (lines.length - 1) * 18
  const words = lines.map(
    (line, place) =>
      `<text x="200" y="${top + place * 36}" font-size="28">${escapeText(line)}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" width="400" height="400" viewBox="0 0 400 400" role="img" aria-label="${escapeText(title).replaceAll('"', '&quot;')}" lang="${escapeText(language)}">
${signed ? `<openbadges:credential><![CDATA[${cdata(JSON.stringify(signed))}]]></openbadges:credential>` : ''}
<path fill="${ribbon}" d="m120 290-24 96 54-22 34 30 16-60 16 60 34-30 54 22-24-96z"/>
<circle cx="200" cy="190" r="170" fill="${ring}"/><circle cx="200" cy="190" r="146" fill="${disc}"/>
<path d="m176 106 18 18 34-36" fill="none" stroke="${ribbon}" stroke-width="12" stroke-linecap="round" stroke-linejoin="round"/>
<g fill="${ink}" font-family="Helvetica,Arial,sans-serif" text-anchor="middle" direction="${direction}"><g font-weight="700">${words.join('')}</g><text x="200" y="296" font-size="17">${escapeText(linesOf(vendor, 24, 1)[0] ?? '')}</text></g>
</svg>
`
}

/** Text for a CDATA section: its end cannot stand within it, and JSON knows another way to write a bracket. */
function cdata(json: string): string {
  return json.replaceAll(']]>', ']]\\u003e')
}
