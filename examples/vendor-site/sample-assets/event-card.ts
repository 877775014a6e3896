interface CardWords {
  /** The labels of the fields. */
  labels: readonly [headline: string, line: string, logo: string]
  headline: string
  line: string
}

/** The words of the image before a partner writes their own. */
export const cardWords = {
  en: {
    labels: ['Headline', 'Place and date', 'Your logo'],
    headline: 'Find leaks before they flood',
    line: 'Water days, 12 March',
  },
  de: {
    labels: ['Überschrift', 'Ort und Datum', 'Ihr Logo'],
    headline: 'Lecks finden, bevor es nass wird',
    line: 'Wassertage, 12. März',
  },
} satisfies Record<string, CardWords>

/** An image (SVG) for social media with two lines of text and a logo of the partner. */
export function eventCard({ labels, headline, line }: CardWords): string {
  const rings = [90, 150, 210, 270].map(
    (radius) =>
      `<circle cx="1010" cy="300" r="${radius}" fill="none" stroke="#2f7f9e" stroke-width="6"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="628" viewBox="0 0 1200 628" font-family="sans-serif">
  <rect width="1200" height="628" fill="#0b4f6c"/>
  ${rings.join('\n  ')}
  <circle cx="1010" cy="300" r="40" fill="#ffb703"/>
  <rect y="468" width="1200" height="160" fill="#ffffff"/>
  <text data-zone="headline" data-label="${labels[0]}" data-max-length="36" x="64" y="200" font-size="52" font-weight="700" fill="#ffffff">${headline}</text>
  <text data-zone="line" data-label="${labels[1]}" data-max-length="48" x="64" y="280" font-size="34" fill="#cfe6f0">${line}</text>
  <text x="64" y="564" font-size="44" font-weight="700" fill="#0b4f6c">Quellmark</text>
  <rect data-zone="logo" data-label="${labels[2]}" x="816" y="498" width="320" height="100" fill="none"/>
</svg>
`
}
