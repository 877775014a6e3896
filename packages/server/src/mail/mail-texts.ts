/** Subject and text of a message; `{name}` is the reader’s first name, `{link}` leads to the record. */
export interface MailText {
  subject: string
  text: string
}

/** Texts by language, then by the type of the event that they tell of. */
export type MailTexts = Readonly<Record<string, Readonly<Record<string, MailText>>>>

const greetings = { en: 'Hello {name},', de: 'Guten Tag {name},', ar: 'مرحبًا {name}،' }

type Language = keyof typeof greetings
const languages = Object.keys(greetings) as Language[]

/** A subject and a sentence in each language. */
export type MailWords = Record<Language, [subject: string, sentence: string]>

/**
 * The server's own messages, of a subject and a sentence for each event and language. None names a
 * customer, an amount or a company: mail is read by others.
 */
export function mails(events: Record<string, MailWords>): MailTexts {
  const message = (language: Language, [subject, sentence]: [string, string]): MailText => ({
    subject,
    text: `${greetings[language]}\n\n${sentence}\n\n{link}\n`,
  })
  return Object.fromEntries(
    languages.map((language) => [
      language,
      Object.fromEntries(
        Object.entries(events).map(([event, words]) => [event, message(language, words[language])]),
      ),
    ]),
  )
}

/** The events that texts tell of. */
export const mailEvents = (texts: MailTexts): string[] => Object.keys(texts['en'] ?? {})

/** The text for an event in a language, of the first source that has one; in English where there is none in it. */
export function mailText(
  sources: readonly MailTexts[],
  language: string,
  event: string,
): MailText | undefined {
  const [primary = ''] = language.toLowerCase().split('-')
  for (const one of [language, primary, 'en'])
    for (const source of sources)
      if (Object.hasOwn(source, one) && source[one]?.[event]) return source[one][event]
  return undefined
}
