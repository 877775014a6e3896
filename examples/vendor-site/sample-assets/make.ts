// Makes the files of the content library of the sample vendor anew: node make.ts, then Prettier
// Pictures and the film are made by media.mjs, which needs Chromium.
import { eventCard, cardWords } from './event-card.ts'
import { foot, gray, write, yaml } from './files.ts'
import { datasheet, deck, guide, study, titles } from './material.ts'
import { docx, xlsx } from './office.ts'
import { pdf } from './pdf.ts'
import { families, pictured, products } from './products.ts'
import { zip } from './zip.ts'

for (const product of products) datasheet(product)
for (const family of Object.keys(families) as (keyof typeof families)[]) deck(family)
for (const product of products.slice(0, 12)) guide(product)
study('Rotterdam', 'echo-200', 38, [
  'Eight hundred loggers listen each night. In the first month they found 41 leaks.',
  'Achthundert Logger hören jede Nacht zu. Im ersten Monat fanden sie 41 Lecks.',
])
study('Graz', 'flux-200', 27, [
  'Twelve zones have a meter at their inlet. Night flow shows which one loses water.',
  'Zwölf Zonen haben einen Zähler am Einlauf. Der Nachtverbrauch zeigt, welche Wasser verliert.',
])
study('Sharjah', 'pulse-valve', 31, [
  'Valves lower the pressure at night. Pipes break less often.',
  'Ventile senken nachts den Druck. Rohre brechen seltener.',
])
study('Bergen', 'echo-300h', 22, [
  'Hydrophones hear leaks in plastic pipes that others miss.',
  'Hydrofone hören Lecks in Kunststoffrohren, die andere überhören.',
])
for (const { key, name } of pictured) {
  write(
    `04-media/pictures/${key}.yaml`,
    yaml({
      title: `${name}, picture`,
      products: [key],
      tags: ['picture'],
      texts: titles(`${name}, Bild`),
    }),
  )
}
const logo = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="160" viewBox="0 0 640 160"><circle cx="80" cy="80" r="52" fill="none" stroke="${fill}" stroke-width="16"/><path d="M80 48c18 22 26 34 26 46a26 26 0 0 1-52 0c0-12 8-24 26-46z" fill="${fill}"/><text x="160" y="104" font-family="sans-serif" font-size="72" fill="${fill}">Quellmark</text></svg>\n`
write('04-media/logo/logo-colour.svg', logo('#0b4f6c'))
write('04-media/logo/logo-white.svg', logo('#ffffff'))
write(
  '04-media/logo/logo-package.zip',
  zip({
    'logo-colour.svg': logo('#0b4f6c'),
    'logo-white.svg': logo('#ffffff'),
    'logo-black.svg': logo('#000000'),
    'rules.txt': 'Leave clear space around the logo. Do not change its colours.\n',
  }),
)
write(
  '04-media/logo/logo-package.yaml',
  yaml({
    title: 'Logo package',
    tags: ['logo'],
    terms: {
      version: '3',
      texts: {
        en: 'Use the logo unchanged, with clear space around it, and only while you are a partner.',
        de: 'Verwenden Sie das Logo unverändert, mit Freiraum, und nur solange Sie Partner sind.',
        ar: 'استخدم الشعار دون تغيير ومع مساحة خالية حوله ما دمت شريكًا.',
      },
    },
  }),
)
write('04-media/templates/event-card.svg', eventCard(cardWords.en))
write('04-media/templates/event-card.de.svg', eventCard(cardWords.de))
write(
  '04-media/templates/event-card.yaml',
  yaml({
    title: 'Image for your event',
    description: 'Template for your words and your logo, 1200 × 628 pixels.',
    tags: ['template', 'event'],
    texts: {
      de: {
        title: 'Bild für Ihre Veranstaltung',
        description: 'Vorlage für Ihre Texte und Ihr Logo, 1200 × 628 Pixel.',
      },
    },
  }),
)
for (const [tier, share] of [
  ['Silver', 0.8],
  ['Gold', 0.72],
  ['Platinum', 0.66],
] as const) {
  const rows = products.map(({ key, name }, place) => [
    key,
    name,
    (300 * (place + 2) * share).toFixed(2),
  ])
  const path = `01-sales/prices/prices-${tier.toLowerCase()}`
  write(`${path}.xlsx`, xlsx('Prices', [['Part', 'Product', 'Net price EUR'], ...rows]))
  write(
    `${path}.yaml`,
    yaml({
      title: `Price list 2026, ${tier}`,
      audience: { tiers: [tier] },
      locked: true,
      tags: ['prices'],
      texts: titles(`Preisliste 2026, ${tier}`),
      terms: {
        version: '2026-1',
        texts: {
          en: 'Prices are confidential. Use them in offers of your own and pass the list to nobody.',
          de: 'Die Preise sind vertraulich. Verwenden Sie sie in eigenen Angeboten und geben Sie die Liste nicht weiter.',
        },
      },
    }),
  )
}
const letters = [
  [
    'first-mail',
    'First e-mail to a water utility',
    [
      'Dear colleague,',
      'a third of your water may be lost before it is paid for.',
      'May I show you in twenty minutes where?',
    ],
  ],
  [
    'pilot-offer',
    'Offer for a pilot',
    ['Scope: twenty loggers, six weeks.', 'Result: a report with each leak that was found.'],
  ],
  [
    'press-text',
    'Text about Quellmark',
    ['Quellmark makes loggers and meters for water networks.'],
  ],
] as const
for (const [name, title, lines] of letters) {
  write(`01-sales/texts/${name}.docx`, docx(title, lines))
  write(`01-sales/texts/${name}.yaml`, yaml({ title, tags: ['text'] }))
}
for (const key of ['echo-200', 'flux-100', 'pulse-p16', 'gate-l4']) {
  const { name, family } = products.find((one) => one.key === key)!
  write(
    `01-sales/battle-cards/${key}.pdf`,
    pdf(
      [
        {
          ...{ title: `${name}: five answers`, lead: 'To what customers say, and how you answer' },
          rows: [
            ['Too dear', 'One leak pays for forty loggers.'],
            ['We have correlators', 'They find a leak once. Loggers listen each night.'],
            ['No staff', 'Basin shows three places a week.'],
            ['Plastic pipes', 'The hydrophone hears them.'],
            ['Data protection', 'Readings stay in the EU or on premises.'],
          ],
        },
      ],
      gray,
      foot,
    ),
  )
  write(
    `01-sales/battle-cards/${key}.yaml`,
    yaml({
      title: `Battle card: ${name}`,
      products: [key],
      stages: ['negotiation'],
      tags: ['competitors'],
      audience: { roles: ['partner_admin', 'partner_seller'] },
      description: families[family].en,
    }),
  )
}
write(
  '01-sales/decks/echo-50.pdf',
  pdf([{ look: 'cover', title: 'Echo 50', lead: 'The Echo 50 is no longer sold.' }], gray, foot),
)
write(
  '01-sales/decks/echo-50.yaml',
  yaml({ title: 'Echo 50 presentation', expires: '2025-12-31', published: '2024-02-01' }),
)
write(
  '05-tools/savings-calculator.url',
  '[InternetShortcut]\r\nURL=https://www.quellmark.example/savings\r\n',
)
write(
  '05-tools/coverage-map.yaml',
  yaml({
    title: 'LoRaWAN coverage map',
    url: 'https://www.quellmark.example/coverage',
    products: ['gate-l4'],
  }),
)
write(
  '05-tools/stock-list.csv',
  'part;name;minimum\nQM-E200;Echo 200;10\nQM-BAT2;Battery pack;25\n',
)
const names = {
  '01-sales': ['Sales', 'Vertrieb', 'المبيعات'],
  '01-sales/decks': ['Presentations', 'Präsentationen', 'عروض تقديمية'],
  '01-sales/case-studies': ['References', 'Referenzen', 'مراجع'],
  '01-sales/prices': ['Prices', 'Preise', 'الأسعار'],
  '01-sales/texts': ['Texts', 'Texte', 'نصوص'],
  '01-sales/battle-cards': ['Battle cards', 'Argumente', 'حجج البيع'],
  '02-datasheets': ['Datasheets', 'Datenblätter', 'صحائف البيانات'],
  '03-guides': ['Installation guides', 'Einbauanleitungen', 'أدلة التركيب'],
  '04-media': ['Logos and images', 'Logos und Bilder', 'شعارات وصور'],
  '04-media/pictures': ['Pictures', 'Bilder', 'صور'],
  '04-media/logo': ['Logo', 'Logo', 'الشعار'],
  '04-media/templates': ['Templates', 'Vorlagen', 'قوالب'],
  '05-tools': ['Tools', 'Werkzeuge', 'أدوات'],
}
for (const [path, [en, de, ar]] of Object.entries(names)) {
  write(`${path}/folder.yaml`, yaml({ title: en }))
  write(`${path}/folder.de.yaml`, yaml({ title: de }))
  write(`${path}/folder.ar.yaml`, yaml({ title: ar }))
}
