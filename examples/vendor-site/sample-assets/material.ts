import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayOfZone, details } from './details.ts'
import { foot, write, yaml } from './files.ts'
import { pptx } from './office.ts'
import type { SamplePage } from './page.ts'
import { pdf } from './pdf.ts'
import { families, products, type SampleProduct } from './products.ts'

/** The title in German. */
export const titles = (de: string) => ({ de: { title: de } })

/** The part number of each product, by its key. */
const skus = new Map(
  readFileSync(join(import.meta.dirname, '../content/products.csv'), 'utf8')
    .split('\n')
    .map((row) => row.split(',').slice(0, 2) as [string, string]),
)

const words = {
  benefits: ['Why it pays', 'Warum er sich lohnt'],
  facts: ['Technical data', 'Technische Daten'],
  order: ['Order', 'Bestellung'],
  part: ['Part number', 'Artikelnummer'],
  status: ['Status', 'Stand'],
  january: ['January 2026. Subject to change.', 'Januar 2026. Änderungen vorbehalten.'],
} as const

/** Writes the datasheet of a product. */
export function datasheet({ key, name, family, facts, about }: SampleProduct): void {
  const { colour } = families[family]
  const { benefits, rows } = details[family]
  const page = (language: 'en' | 'de'): SamplePage => {
    const at = language === 'en' ? 0 : 1
    const own = facts.map(([a, b, c, d]) => (at ? [c, d] : [a, b]) as [string, string])
    const known = new Set(own.map(([fact]) => fact))
    const shared = rows.map(([fact, value]) => [fact[at], value[at]] as const)
    return {
      ...{ look: 'sheet', drawing: family, title: name, lead: families[family][language] },
      paragraphs: [about[at]],
      more: [
        { heading: words.benefits[at], bullets: benefits.map((one) => one[at]) },
        {
          heading: words.facts[at],
          rows: [...own, ...shared.filter(([fact]) => !known.has(fact))],
        },
        {
          heading: words.order[at],
          rows: [
            [words.part[at], skus.get(key) ?? ''],
            [words.status[at], words.january[at]],
          ],
        },
      ],
    }
  }
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

/** The slides of a family as pages with drawings and figures. */
function pagesOf(family: keyof typeof families, language: 'en' | 'de'): SamplePage[] {
  const at = language === 'en' ? 0 : 1
  const { benefits, figures } = details[family]
  const [cover, loss, answer, proof, next] = slidesOf(family, language).map(
    ([title = '', ...bullets]) => ({ title, bullets }),
  )
  return [
    { look: 'cover', drawing: family, title: cover!.title, lead: cover!.bullets[0]! },
    {
      ...loss!,
      more: [{ curve: dayOfZone }],
    },
    { ...answer!, drawing: family },
    {
      ...proof!,
      figures: figures.map(([value, about]) => [value[at], about[at]] as const),
      more: [{ bullets: benefits.map((one) => one[at]) }],
    },
    { title: next!.title, steps: [...next!.bullets, ...pilot.map((one) => one[at])] },
  ]
}

const pilot = [
  ['We choose the places together, by your plan', 'Wir wählen die Stellen mit Ihnen am Plan aus'],
  ['Your people set the devices in one day', 'Ihre Leute setzen die Geräte an einem Tag'],
  ['Every Monday you see which places to dig', 'Jeden Montag sehen Sie, wo zu graben ist'],
  [
    'After six weeks you decide with figures of your own',
    'Danach entscheiden Sie mit eigenen Zahlen',
  ],
] as const

/** Writes the presentation of a family, as a PDF in two versions and as slides. */
export function deck(family: keyof typeof families): void {
  const { hex, colour, en, de } = families[family]
  const keys = products.filter((one) => one.family === family).map(({ key }) => key)
  const pages = (language: 'en' | 'de') => pagesOf(family, language)
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
  const pages: SamplePage[] = [
    {
      ...{ look: 'sheet', drawing: family, title: `Install ${name}`, lead: about[0] },
      more: [
        {
          heading: 'Before you begin',
          bullets: [
            'Check the delivery against the list, and the serial number against the label.',
            'Secure the place: barrier, gas meter, a second person at the chamber.',
            'Charge your phone. The app needs Bluetooth and the place of the device.',
          ],
        },
        { heading: 'Step by step', steps: details[family].steps },
      ],
    },
    {
      ...{ look: 'sheet', title: 'Before you leave' },
      steps: [
        'Take a picture of the device and its label.',
        'Close the chamber. Clean the seat of the cover.',
        'Tell the control room the number and the place.',
      ],
      more: [
        {
          heading: 'If it does not report',
          rows: [
            ['Light blinks red', 'No network. Raise the antenna and try again.'],
            ['Light stays off', 'Hold the magnet key for five seconds.'],
            ['Wrong place on the map', 'Correct it in the app, under Position.'],
            ['Anything else', 'Support answers on working days, 08:30 to 17:30.'],
          ],
        },
      ],
    },
  ]
  write(`03-guides/install-${key}.pdf`, pdf(pages, families[family].colour, foot))
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
  const { colour } = families[product.family]
  const page = (language: 'en' | 'de'): SamplePage => {
    const at = language === 'en' ? 0 : 1
    return {
      ...{ drawing: product.family, title: place, lead: product.name, paragraphs: [story[at]] },
      figures: [[`– ${saved} %`, ['less water is lost', 'weniger Wasser geht verloren'][at]!]],
      more: [
        {
          bars: [
            [['Before', 'Vorher'][at]!, 100],
            [['After', 'Nachher'][at]!, 100 - saved],
          ],
        },
      ],
    }
  }
  write(`01-sales/case-studies/${name}.pdf`, pdf([page('en')], colour, foot))
  write(`01-sales/case-studies/${name}.de.pdf`, pdf([page('de')], colour, foot))
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
