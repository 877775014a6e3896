import { languageFor, loadMessages, translator, type Translate } from '../../base/localize.ts'
import type { Messages } from '../../base/messages.ts'
import type { Portal } from '../../base/portal.ts'
import type { FormTexts } from '../../forms/form-texts.ts'
import { catalog } from '../../locales/deal-form-later/catalog.ts'
import type { messages } from '../../locales/deal-form-later/en.ts'
import type { DealFormHost } from './host.ts'
import { laterStyles } from './later.styles.ts'

type Texts = Translate<typeof messages> & FormTexts

const texts = new WeakMap<DealFormHost, Texts>()

/** Reads the texts after the first key. */
export const textsOf = (host: DealFormHost): Texts => texts.get(host)!

/** Gets those texts in the reader's language. */
export async function translate(
  host: DealFormHost & { readonly portal: Portal | undefined },
): Promise<void> {
  const { locale, portal } = host
  const language = languageFor(catalog, locale)
  const own: Messages = await loadMessages(catalog, language).catch(() => catalog.en)
  texts.set(host, translator((key) => portal?.messages?.[key] ?? own[key], locale) as Texts)
  host.requestUpdate()
}

/** Adds the look of the later steps. */
export function dress({ adoptedStyleSheets: sheets }: ShadowRoot): void {
  const { styleSheet } = laterStyles
  if (styleSheet && !sheets.includes(styleSheet)) sheets.push(styleSheet)
}
