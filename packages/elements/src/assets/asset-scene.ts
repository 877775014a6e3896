import type { AssetPreview, Discovery, FullAsset, Me } from '@prmkit/contract'
import type { Translate } from '../base/localize.ts'
import type { Client } from '../base/portal.ts'
import type { AssetMessages } from '../locales/asset/catalog.ts'
import type { RecordScene } from '../record/record-scene.ts'

/** The operations that the page of an asset calls. */
export type AssetOperations = Client['assets']

/** One asset in full, as the parts of its page see it. */
export interface AssetScene extends Omit<RecordScene<FullAsset, AssetOperations>, 't'> {
  readonly t: Translate<AssetMessages>
  readonly client: Client | undefined
  readonly discovery: Discovery | undefined
  readonly me: Me | undefined
  /** The look at the asset, once it is there. */
  readonly preview: AssetPreview | undefined
  /** The words that the reader searches for in the pages. */
  words: string
  /** Shows the asset in another language. */
  read(language: string): Promise<void>
  /** Fetches the look anew, where its addresses no longer work. */
  renew(): Promise<void>
  /** Hands out the file of a version; the newest one unless given. */
  download(version?: number): Promise<void>
  /** Accepts the terms, in the version that is shown. */
  accept(): Promise<void>
  /** Keeps the asset among the reader’s favourites, or no longer. */
  favour(): Promise<void>
  /** Asks for the facts of a new link. */
  share(): Promise<void>
}

/** True where the reader has to accept the terms before they take or share the asset. */
export const hasOpenTerms = (
  { terms, mine }: Pick<FullAsset, 'terms' | 'mine'>,
  me: Pick<Me, 'partner'> | undefined,
): boolean => !!terms && !!me?.partner && terms.version !== mine.acceptedTerms
