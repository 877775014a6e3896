import type { SampleAsset, SectionRecord } from '@prmkit/server'
import { deckEnglish, deckGerman, foldersAt } from './asset-folders.ts'
import { eventCard, picture, slides, table, unseen } from './asset-files.ts'

const day = 86_400_000

/** The content library of the made-up vendor: folders, and assets in up to three languages. */
export function assetsAt(now: number): { folders: SectionRecord[]; assets: SampleAsset[] } {
  const ago = (days: number) => new Date(now - days * day).toISOString()
  return {
    folders: foldersAt(ago(400)),
    assets: [
      {
        ...{ id: 'leak-detection-deck', folderId: 'decks', featured: true, language: 'en' },
        ...{ tags: ['leak detection', 'customer'], productIds: ['echo-100', 'echo-200'] },
        stages: ['qualified', 'site_survey'],
        texts: {
          en: {
            title: 'Leak detection with Echo: customer presentation',
            description: 'Twelve minutes for a first meeting with a water utility.',
          },
          de: {
            title: 'Leckortung mit Echo: Kundenpräsentation',
            description: 'Zwölf Minuten für das erste Gespräch mit einem Wasserversorger.',
          },
        },
        versions: [
          {
            at: ago(300),
            files: {
              en: slides('leak-detection-v1.pdf', deckEnglish.slice(0, 2)),
              de: slides('leckortung-v1.pdf', deckGerman.slice(0, 2)),
            },
          },
          {
            ...{ at: ago(6), changes: 'New reference from Rotterdam; night flow explained.' },
            files: {
              en: slides('leak-detection-v2.pdf', deckEnglish),
              de: slides('leckortung-v2.pdf', deckGerman),
            },
          },
        ],
      },
      {
        ...{ id: 'echo-200-datasheet', folderId: 'datasheets', language: 'en' },
        ...{ tags: ['datasheet'], productIds: ['echo-200'] },
        texts: {
          en: { title: 'Echo 200 datasheet', description: 'Range, battery, radio and approvals.' },
          de: {
            title: 'Datenblatt Echo 200',
            description: 'Reichweite, Batterie, Funk, Zulassungen.',
          },
          ar: {
            title: 'صحيفة بيانات Echo 200',
            description: 'المدى والبطارية والاتصال والاعتمادات.',
          },
        },
        versions: [
          {
            at: ago(120),
            files: {
              en: slides('echo-200-en.pdf', [
                ['Echo 200', 'Battery: five years', 'Radio: NB-IoT, LTE-M', 'Protection: IP68'],
              ]),
              de: slides('echo-200-de.pdf', [
                ['Echo 200', 'Batterie: fünf Jahre', 'Funk: NB-IoT, LTE-M', 'Schutzart: IP68'],
              ]),
              ar: slides('echo-200-ar.pdf', [['Echo 200', 'البطارية: خمس سنوات', 'الحماية: IP68']]),
            },
          },
        ],
      },
      {
        ...{ id: 'flux-100-datasheet', folderId: 'datasheets', language: 'en' },
        ...{ tags: ['datasheet'], productIds: ['flux-100'] },
        texts: { en: { title: 'Flux 100 datasheet', description: 'Accuracy, sizes and flanges.' } },
        versions: [
          {
            at: ago(40),
            files: {
              en: slides('flux-100.pdf', [['Flux 100', 'DN 50 to DN 300', 'Accuracy ±0.5 %']]),
            },
          },
        ],
      },
      {
        ...{ id: 'price-list', folderId: 'prices', language: 'en', tags: ['prices'], locked: true },
        ...{ audience: { tiers: ['Gold', 'Platinum'] }, expiresAt: ago(-9) },
        terms: {
          version: '2026-1',
          texts: {
            en: 'Prices are confidential. Use them in offers of your own and pass the list to nobody.',
            de: 'Die Preise sind vertraulich. Verwenden Sie sie in eigenen Angeboten und geben Sie die Liste nicht weiter.',
            ar: 'الأسعار سرية. استخدمها في عروضك ولا تسلّم القائمة لأحد.',
          },
        },
        texts: {
          en: { title: 'Price list 2026, Gold and above', description: 'Net prices in EUR.' },
          de: { title: 'Preisliste 2026 ab Gold', description: 'Nettopreise in EUR.' },
        },
        versions: [
          {
            at: ago(25),
            files: {
              en: table('prices-2026.xlsx', [
                'Part number; Product; Net price',
                'QM-E200; Echo 200; 412.00',
              ]),
              de: table('preise-2026.xlsx', [
                'Artikel; Produkt; Nettopreis',
                'QM-E200; Echo 200; 412,00',
              ]),
            },
          },
        ],
      },
      {
        ...{ id: 'logo-pack', folderId: 'media', language: 'en', tags: ['logo', 'brand'] },
        terms: {
          version: '3',
          texts: {
            en: 'Use the logo unchanged, with clear space around it, and only while you are a partner.',
            de: 'Verwenden Sie das Logo unverändert, mit Freiraum, und nur solange Sie Partner sind.',
            ar: 'استخدم الشعار دون تغيير ومع مساحة خالية حوله ما دمت شريكًا.',
          },
        },
        texts: {
          en: { title: 'Logo package', description: 'Logo as SVG, PNG and EPS, with rules.' },
        },
        versions: [{ at: ago(200), files: { en: unseen('logos.zip', 'application/zip', 2048) } }],
      },
      {
        ...{ id: 'echo-photo', folderId: 'media', language: 'en', tags: ['photo'] },
        ...{ productIds: ['echo-100', 'echo-200'] },
        texts: {
          en: {
            title: 'Echo logger on a hydrant',
            description: 'Photo for brochures, 1600 × 900.',
          },
          de: {
            title: 'Echo-Logger am Hydranten',
            description: 'Foto für Broschüren, 1600 × 900.',
          },
        },
        versions: [
          {
            at: ago(3),
            files: {
              en: picture('echo-hydrant.png', ['Echo on a hydrant'], 1),
              de: picture('echo-hydrant-de.png', ['Echo am Hydranten'], 1),
            },
          },
        ],
      },
      {
        ...{ id: 'event-card', folderId: 'media', language: 'en', tags: ['template', 'event'] },
        texts: {
          en: {
            title: 'Image for your event',
            description: 'Template for your words and logo, 1200 × 628 pixels.',
          },
          de: {
            title: 'Bild für Ihre Veranstaltung',
            description: 'Vorlage für Ihre Texte und Ihr Logo, 1200 × 628 Pixel.',
          },
        },
        versions: [
          {
            at: ago(30),
            files: {
              en: eventCard('event-card.svg', {
                headline: ['Headline', 'Find leaks before they flood'],
                line: ['Place and date', 'Water days, 12 March'],
                logo: 'Your logo',
              }),
              de: eventCard('event-card-de.svg', {
                headline: ['Überschrift', 'Lecks finden, bevor es nass wird'],
                line: ['Ort und Datum', 'Wassertage, 12. März'],
                logo: 'Ihr Logo',
              }),
            },
          },
        ],
      },
      {
        ...{
          id: 'roi-calculator',
          folderId: 'sales',
          language: 'en',
          tags: ['calculator', 'customer'],
        },
        stages: ['proposal', 'negotiation'],
        texts: {
          en: {
            title: 'Savings calculator for water utilities',
            description: 'Opens on the website of Quellmark.',
            url: 'https://www.quellmark.example/savings',
          },
        },
        versions: [{ at: ago(80), files: {} }],
      },
      {
        ...{ id: 'battle-card', folderId: 'sales', language: 'en', tags: ['competitors'] },
        ...{
          productIds: ['echo-200'],
          stages: ['negotiation'],
          audience: { partnerKinds: ['reseller'] },
        },
        texts: {
          en: {
            title: 'Battle card: Echo 200 against acoustic arrays',
            description: 'Five arguments and five answers.',
          },
        },
        versions: [
          {
            at: ago(12),
            files: {
              en: slides('battle-card.pdf', [
                ['Battle card', 'Battery: five years, not two', 'One logger per hydrant'],
              ]),
            },
          },
        ],
      },
      {
        ...{ id: 'distributor-kit', folderId: 'sales', language: 'en', tags: ['onboarding'] },
        audience: { partnerKinds: ['distributor'] },
        texts: {
          en: {
            title: 'Starter kit for distributors',
            description: 'Everything for the first stock order.',
          },
        },
        versions: [
          { at: ago(90), files: { en: unseen('starter-kit.zip', 'application/zip', 4096) } },
        ],
      },
      {
        ...{ id: 'echo-50-datasheet', folderId: 'datasheets', language: 'en', tags: ['datasheet'] },
        texts: {
          en: { title: 'Echo 50 datasheet', description: 'The Echo 50 is no longer sold.' },
        },
        versions: [{ at: ago(900), files: { en: slides('echo-50.pdf', [['Echo 50']]) } }],
        more: { status: 'replaced', replacedById: 'echo-200-datasheet' },
      },
    ],
  }
}
