import { languageFor, loadMessages, translator, type Translate } from '../../base/localize.ts'
import type { Messages } from '../../base/messages.ts'
import { catalog } from '../../locales/deal-form-later/catalog.ts'
import type { messages } from '../../locales/deal-form-later/en.ts'
import type { PrmDealForm } from './deal-form.ts'
import { laterStyles } from './later.styles.ts'

type Texts = Translate<typeof messages>

const texts = new WeakMap<PrmDealForm, Texts>()

/** Reads the texts of what comes after the first key. */
export const textsOf = (host: PrmDealForm): Texts => texts.get(host)!

/** Gets those texts in the reader's language. */
export async function translate(host: PrmDealForm): Promise<void> {
  const { locale, portal } = host
  const language = languageFor(catalog, locale)
  const own: Messages = await loadMessages(catalog, language).catch(() => catalog.en)
  texts.set(
    host,
    translator((key) => portal?.messages?.[key] ?? own[key], locale),
  )
  host.requestUpdate()
}

/** Adds the look of the later steps. */
export function dress({ adoptedStyleSheets: sheets }: ShadowRoot): void {
  const { styleSheet } = laterStyles
  if (styleSheet && !sheets.includes(styleSheet)) sheets.push(styleSheet)
}
