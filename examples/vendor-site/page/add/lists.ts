import type { Client } from '@prmkit/client'
import type { Folder, Product } from '@prmkit/contract'
import { say, words } from '../desk/words.ts'
import type { Lists } from './asset-fields.ts'

const most = 200

/** Fetches the lists for the fields: languages, folders, products and tiers, and the vendor’s time zone. */
export async function fetchLists(client: Client): Promise<Lists> {
  const discovery = await client.discovery.get()
  const [folders, products, tiers] = await Promise.all([
    client.folders.list(),
    productsOf(client),
    discovery.capabilities.includes('tiers') ? client.tiers.list() : undefined,
  ])
  return {
    languages: discovery.languages,
    timeZone: discovery.timeZone,
    folders: withPaths(folders.items),
    products,
    tiers: tiers?.items ?? [],
  }
}

/** The assets that words find, to choose one. */
export async function findAssets(client: Client, search: string, signal: AbortSignal) {
  const query = { limit: 20, ...(search !== '' && { search: search.slice(0, 200) }) }
  const { items } = await client.assets.list({ query }, { signal })
  return items.map(({ id, title, version }) => ({
    ...{ value: id, label: title },
    detail: say(words.addVersion, { version: String(version) }),
  }))
}

async function productsOf(client: Client): Promise<Product[]> {
  const products: Product[] = []
  for await (const product of client.products.list()) {
    products.push(product)
    if (products.length === most) break
  }
  return products
}

/** Folders with those above them in their titles. */
function withPaths(folders: readonly Folder[]): Folder[] {
  const byId = new Map(folders.map((folder) => [folder.id, folder]))
  const path = ({ title, parentId }: Folder): string => {
    const parent = parentId === undefined ? undefined : byId.get(parentId)
    return parent ? `${path(parent)} › ${title}` : title
  }
  return folders.map((folder) => ({ ...folder, title: path(folder) }))
}
