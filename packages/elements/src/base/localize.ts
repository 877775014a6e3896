import { formatNumber } from './values/format.ts'
import type { Message, Messages } from './messages.ts'

type Translated<T> = T extends string
  ? string
  : { readonly [category in Intl.LDMLPluralRule]?: string } & { readonly other: string }

/** The shape of another language for an English catalogue: each key, plurals as plurals. */
export type Translation<M extends Messages> = { readonly [K in keyof M]: Translated<M[K]> }

/** English texts, and where the other languages are. */
export interface Catalog<M extends Messages = Messages> {
  readonly en: M
  readonly locales: Readonly<Record<string, () => Promise<{ messages: Translation<M> }>>>
}

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never
/** The placeholders that a caller fills; `{vendor}` is always filled with the vendor's name. */
type Placeholders<M> = Exclude<M extends string ? Names<M> : Names<M[keyof M]> | 'n', 'vendor'>
type Arguments<M> = [Placeholders<M>] extends [never]
  ? []
  : [values: Record<Placeholders<M>, string | number>]

/** Gives the text of a key in the reader's language. */
export type Translate<M extends Messages> = <K extends keyof M & string>(
  key: K,
  ...values: Arguments<M[K]>
) => string

const rightToLeft = /^(ar|ckb|dv|fa|he|iw|ks|ps|sd|ug|ur|yi)\b/
const bidi = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc]/

/** The direction in which a language is written. */
export const direction = (locale: string): 'ltr' | 'rtl' =>
  rightToLeft.test(locale) ? 'rtl' : 'ltr'

/** The language of a catalogue that serves a locale: itself, its parent, or English. */
export function languageFor(catalog: Catalog, locale: string): string {
  for (let tag = locale; tag; tag = tag.slice(0, Math.max(tag.lastIndexOf('-'), 0))) {
    if (tag === 'en-XA' || Object.hasOwn(catalog.locales, tag)) return tag
  }
  return 'en'
}

/** Loads the texts of one language of a catalogue. */
export async function loadMessages(catalog: Catalog, language: string): Promise<Messages> {
  if (language === 'en-XA') return (await import('./pseudo.ts')).pseudo(catalog.en)
  return (await catalog.locales[language]?.())?.messages ?? catalog.en
}

/**
 * Makes the function that reads texts, with plurals and numbers as the locale writes them. A place
 * for which no value is given, such as `{vendor}`, takes the text of that key.
 */
export function translator<M extends Messages>(
  read: (key: string) => Message | undefined,
  locale: string,
): Translate<M> {
  return (key, ...[values]) => {
    const args = (values ?? {}) as Record<string, string | number>
    let message = read(key)
    if (message && typeof message !== 'string') {
      message = message[new Intl.PluralRules(locale).select(Number(args.n))] ?? message.other
    }
    return (message ?? key).replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = args[name] ?? (read(name) as string | undefined) ?? ''
      if (typeof value === 'number') return formatNumber(locale, value)
      // Isolated, so that a name in another script cannot turn the sentence around it.
      return bidi.test(value) || direction(locale) === 'rtl' ? `\u2068${value}\u2069` : value
    })
  }
}
