import type { SectionRecord } from '@prmkit/server'

/** The folders of the made-up vendor’s content library, made at an instant. */
export function foldersAt(at: string): SectionRecord[] {
  const folder = (
    id: string,
    position: number,
    texts: SectionRecord['texts'],
    parentId?: string,
  ) => ({
    ...{ id, externalIds: {}, createdAt: at, updatedAt: at, revision: 1, position },
    ...{ status: 'published' as const, language: 'en', texts },
    ...(parentId !== undefined && { parentId }),
  })
  return [
    folder('sales', 1, {
      en: { title: 'Sales', description: 'Decks, battle cards and price material.' },
      de: { title: 'Vertrieb', description: 'Präsentationen, Argumente und Preise.' },
      ar: { title: 'المبيعات', description: 'عروض وحجج بيع وأسعار.' },
    }),
    folder(
      'decks',
      1,
      {
        en: { title: 'Presentations' },
        de: { title: 'Präsentationen' },
        ar: { title: 'عروض تقديمية' },
      },
      'sales',
    ),
    folder('datasheets', 2, {
      en: { title: 'Datasheets' },
      de: { title: 'Datenblätter' },
      ar: { title: 'صحائف البيانات' },
    }),
    folder('media', 3, {
      en: { title: 'Logos and images' },
      de: { title: 'Logos und Bilder' },
      ar: { title: 'شعارات وصور' },
    }),
    folder(
      'prices',
      4,
      { en: { title: 'Prices' }, de: { title: 'Preise' }, ar: { title: 'الأسعار' } },
      'sales',
    ),
  ]
}

/** The slides of the customer presentation in English. */
export const deckEnglish = [
  ['Leak detection with Echo', 'For water utilities'],
  ['A third of the water is lost', 'Pipes leak for 200 days before anybody sees it'],
  [
    'Night flow tells the truth',
    'Between 2 and 4 o’clock nobody draws water',
    'Rotterdam found 41 leaks in a month',
  ],
]

/** The slides of the customer presentation in German. */
export const deckGerman = [
  ['Leckortung mit Echo', 'Für Wasserversorger'],
  ['Ein Drittel des Wassers geht verloren', 'Rohre lecken 200 Tage, bis es jemand sieht'],
  [
    'Der Nachtverbrauch lügt nicht',
    'Zwischen 2 und 4 Uhr entnimmt niemand Wasser',
    'Rotterdam fand 41 Lecks in einem Monat',
  ],
]
