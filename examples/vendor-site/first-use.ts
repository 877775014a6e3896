import { createClient, type Client } from '@prmkit/client'

/** One partner's person and their use of the portal. */
interface Reader {
  email: string
  language: string
  /** Searches of the knowledge base; the first article found is opened. */
  searches: readonly string[]
  /** Votes on the first article that a search finds. */
  votes: readonly Vote[]
  /** Titles, or words in files, of assets that are opened. */
  views: readonly string[]
  /** Titles, or words in files, of assets that are opened and downloaded. */
  downloads: readonly string[]
}

interface Vote {
  search: string
  helpful: boolean
  reason?: 'outdated' | 'incorrect' | 'incomplete' | 'unclear'
  comment?: string
}

const readers: readonly Reader[] = [
  {
    email: 'malte.lueders@nordhafen.example',
    language: 'de',
    searches: ['F-10', 'Ersatzteilpreise', 'LoRaWAN Join'],
    votes: [
      {
        search: 'Leeres Rohr: wenn ein Flux EP zeigt',
        helpful: false,
        reason: 'incomplete',
        comment: 'Wie lange dauert es nach dem Entlüften, bis EP verschwindet?',
      },
    ],
    views: ['Flux 200 datasheet', 'Graz', 'Install Flux 400'],
    downloads: ['Flux 200 datasheet'],
  },
  {
    email: 'svenja.rueckert@sielmann-wt.example',
    language: 'de',
    searches: ['Echo 200 meldet nicht', 'Schlüsselschalter'],
    votes: [{ search: 'Echo 200 meldet nicht', helpful: true }],
    views: ['Echo 200 datasheet', 'Graz', 'Rotterdam'],
    downloads: ['Echo 200 datasheet', 'Graz'],
  },
  {
    email: 'marcus.whitfield@cascademeter.example',
    language: 'en',
    searches: ['flooded chamber', 'warranty claim form', 'clamp-on spacing'],
    votes: [
      {
        search: 'Flooded chambers',
        helpful: false,
        reason: 'unclear',
        comment: 'Does the antenna QM-ANT2 need its own seal where the cover is cast iron?',
      },
    ],
    views: ['Echo 200 datasheet', 'Sharjah', 'Battle card: Echo 200'],
    downloads: ['Battle card: Echo 200', 'Echo 200 datasheet'],
  },
  {
    email: 'emily.tran@cascademeter.example',
    language: 'en',
    searches: ['warranty claim form', 'night setback'],
    votes: [{ search: 'Night setback', helpful: true }],
    views: ['Pulse pressure: customer presentation', 'Sharjah'],
    downloads: ['Pulse pressure: customer presentation'],
  },
  {
    email: 'florian.zoechling@donau-leckortung.example',
    language: 'de',
    searches: ['Korrelation Kunststoffrohr', 'Ersatzteilpreise'],
    votes: [
      {
        search: 'Kunststoffrohre und große Leitungen',
        helpful: false,
        reason: 'outdated',
        comment: 'Die Abstände gelten für den Echo 100. Für den Echo 200 fehlt die Tabelle.',
      },
    ],
    views: ['Graz', 'Echo Field datasheet'],
    downloads: ['Echo Field datasheet', 'Graz'],
  },
]

/** The first article that a search finds, opened. */
async function readArticle({ articles }: Client, search: string): Promise<string | undefined> {
  const { items } = await articles.search({ query: { search, limit: 1 } })
  const id = items[0]?.article.id
  if (id) await articles.view({ params: { id }, body: { search } })
  return id
}

/** The first asset that a search finds, opened. */
async function openAsset({ assets }: Client, search: string): Promise<string | undefined> {
  const { items } = await assets.list({ query: { search, limit: 1 } })
  const id = items[0]?.id
  if (id) await assets.view({ params: { id }, body: { search } })
  return id
}

async function use(client: Client, does: Omit<Reader, 'email' | 'language'>): Promise<void> {
  const { searches, votes, views, downloads } = does
  for (const search of searches) await readArticle(client, search)
  for (const { search, ...body } of votes) {
    const id = await readArticle(client, search)
    if (id) await client.articles.rate({ params: { id }, body })
  }
  for (const search of views) await openAsset(client, search)
  for (const search of downloads) {
    const id = await openAsset(client, search)
    if (id) await client.assets.download({ params: { id }, body: {} })
  }
}

/**
 * Lets some partners read and download, so that the vendor's reports of a new sample have something
 * to tell. Resolves when all of them are done.
 */
export async function useFirst(baseUrl: string, apiKey: string): Promise<void> {
  const vendor = createClient({ baseUrl, apiKey })
  await Promise.all(
    readers.map(async ({ email, language, ...does }) => {
      const body = { user: { email } }
      const fetchToken = () => vendor.sessions.create({ body })
      const client = createClient({ baseUrl, fetchToken, locale: language })
      try {
        await use(client, does)
      } finally {
        client.close()
      }
    }),
  )
  vendor.close()
}
