import { foot, write, yaml } from './files.ts'
import { pptx } from './office.ts'
import { pdf, type SamplePage } from './pdf.ts'
import { families, products, type SampleProduct } from './products.ts'

/** The title in German. */
export const titles = (de: string) => ({ de: { title: de } })

/** Writes the datasheet of a product. */
export function datasheet({ key, name, family, facts, about }: SampleProduct): void {
  const { colour } = families[family]
  const page = (language: 'en' | 'de'): SamplePage => ({
    title: name,
    lead: families[family][language],
    paragraphs: [about[language === 'en' ? 0 : 1]],
    rows: facts.map(([a, b, c, d]) => (language === 'en' ? [a, b] : [c, d])),
  })
  write(`02-datasheets/${key}.pdf`, pdf([page('en')], colour, foot))
  write(`02-datasheets/${key}.de.pdf`, pdf([page('de')], colour, foot))
  write(
    `02-datasheets/${key}.yaml`,
    yaml({
      ...{ title: `${name} datasheet`, description: about[0], products: [key] },
      ...{ tags: ['datasheet'], versions: { 1: { date: '2026-01-12' } }, published: '2026-01-12' },
      texts: { de: { title: `Datenblatt ${name}`, description: about[1] } },
    }),
  )
}

/** The slides of a family: why, how and proof. */
function slidesOf(family: keyof typeof families, language: 'en' | 'de'): string[][] {
  const own = products.filter((one) => one.family === family)
  const lines = own.map(({ name, about }) => `${name}: ${about[language === 'en' ? 0 : 1]}`)
  return language === 'en'
    ? [
        [families[family].en, 'For water utilities that want to know'],
        [
          'A third of the water is lost',
          'Pipes leak for 200 days before anybody sees it',
          'Night flow tells the truth: between 2 and 4 nobody draws water',
        ],
        ['Our answer', ...lines],
        ['Proof', 'Rotterdam found 41 leaks in a month', 'Graz saves 1.2 million m³ a year'],
        ['Next steps', 'A pilot with twenty points takes six weeks'],
      ]
    : [
        [families[family].de, 'Für Wasserversorger, die es wissen wollen'],
        [
          'Ein Drittel des Wassers geht verloren',
          'Rohre lecken 200 Tage, bis es jemand sieht',
          'Der Nachtverbrauch lügt nicht: Zwischen 2 und 4 Uhr entnimmt niemand Wasser',
        ],
        ['Unsere Antwort', ...lines],
        [
          'Nachweis',
          'Rotterdam fand 41 Lecks in einem Monat',
          'Graz spart 1,2 Millionen m³ im Jahr',
        ],
        ['Nächste Schritte', 'Ein Pilot mit zwanzig Messstellen dauert sechs Wochen'],
      ]
}

/** Writes the presentation of a family, as a PDF in two versions and as slides. */
export function deck(family: keyof typeof families): void {
  const { hex, colour, en, de } = families[family]
  const keys = products.filter((one) => one.family === family).map(({ key }) => key)
  const pages = (language: 'en' | 'de') =>
    slidesOf(family, language).map(([title = '', ...paragraphs]) => ({ title, paragraphs }))
  const path = `01-sales/decks/${family}`
  write(`${path}-presentation.v1.pdf`, pdf(pages('en').slice(0, 3), colour, foot))
  write(`${path}-presentation.v2.pdf`, pdf(pages('en'), colour, foot))
  write(`${path}-presentation.v2.de.pdf`, pdf(pages('de'), colour, foot))
  write(
    `${path}-presentation.yaml`,
    yaml({
      ...{
        title: `${en}: customer presentation`,
        products: keys,
        tags: ['customer', 'presentation'],
      },
      description: 'Twelve minutes for a first meeting.',
      ...{ stages: ['qualified', 'site_survey'], featured: family === 'echo' },
      versions: {
        1: { date: '2025-11-03' },
        2: { date: '2026-06-01', changes: 'References from Rotterdam and Graz' },
      },
      ...{ published: '2025-11-03', texts: titles(`${de}: Kundenpräsentation`) },
    }),
  )
  write(`${path}-slides.pptx`, pptx(slidesOf(family, 'en'), hex))
  write(
    `${path}-slides.yaml`,
    yaml({ title: `${en}: slides to change`, products: keys, tags: ['presentation', 'editable'] }),
  )
}

/** Writes the guide to install a product. */
export function guide({ key, name, family, about }: SampleProduct): void {
  const steps = [
    'Check the delivery against the list.',
    'Note the serial number and the place.',
    'Mount the device and tighten it as the label says.',
    'Wait two minutes for the first report.',
  ]
  const page = { title: `Install ${name}`, lead: about[0], paragraphs: steps }
  write(
    `03-guides/install-${key}.pdf`,
    pdf(
      [
        page,
        {
          title: 'Before you leave',
          paragraphs: ['Take a picture. Close the chamber. Tell the control room.'],
        },
      ],
      families[family].colour,
      foot,
    ),
  )
  write(
    `03-guides/install-${key}.yaml`,
    yaml({ title: `Install ${name}`, products: [key], tags: ['installation'] }),
  )
}

/** Writes how a place uses a product. */
export function study(
  place: string,
  key: string,
  saved: number,
  story: readonly [string, string],
): void {
  const name = place.toLowerCase()
  const product = products.find((one) => one.key === key)!
  const bars = [
    ['Before', 100],
    ['After', 100 - saved],
  ] as const
  const { colour } = families[product.family]
  write(
    `01-sales/case-studies/${name}.pdf`,
    pdf([{ title: place, lead: product.name, paragraphs: [story[0]], bars }], colour, foot),
  )
  write(
    `01-sales/case-studies/${name}.de.pdf`,
    pdf(
      [
        {
          title: place,
          lead: product.name,
          paragraphs: [story[1]],
          bars: [
            ['Vorher', 100],
            ['Nachher', 100 - saved],
          ],
        },
      ],
      colour,
      foot,
    ),
  )
  write(
    `01-sales/case-studies/${name}.yaml`,
    yaml({
      title: `${place}: ${saved} % less loss`,
      products: [key],
      stages: ['proposal', 'negotiation'],
      tags: ['reference'],
      texts: titles(`${place}: ${saved} % weniger Verlust`),
    }),
  )
}
