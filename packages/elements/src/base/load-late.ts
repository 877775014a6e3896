import type { CSSResult } from 'lit'
import type { Catalog } from './localize.ts'

/** A file that is loaded later; its texts and styles belong to the element that loads it. */
export interface LateFile {
  /** The texts of the file in every language. */
  readonly catalog?: Catalog
  /** The styles of the file. */
  readonly styles?: CSSResult | readonly CSSResult[]
}

/** An element that takes the texts and styles of late files. */
export interface LateHost {
  readonly shadowRoot: ShadowRoot | null
  /** Adds texts to the element's own; settles once they are in the reader's language. */
  addTexts(catalog: Catalog): Promise<unknown>
}

/** Loads a file for an element, which then has its texts and styles. */
export async function loadLate<File extends LateFile>(
  host: LateHost,
  load: () => File | Promise<File>,
): Promise<File> {
  const file = await load()
  const { catalog, styles = [] } = file
  if (catalog) await host.addTexts(catalog)
  const sheets = host.shadowRoot?.adoptedStyleSheets
  for (const { styleSheet } of [styles].flat())
    if (styleSheet && !sheets?.includes(styleSheet)) sheets?.push(styleSheet)
  return file
}
