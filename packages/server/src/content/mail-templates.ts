import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mailEvents, type MailText } from '../mail/mail-texts.ts'
import { resources } from '../resources.ts'
import type { Store } from '../store/store.ts'
import { isEqual } from '../rules/shared/is-equal.ts'
import { quoted, suggestion, type FileLog } from './problems.ts'

/** The vendor’s own messages: one file for each kind and language. */
export const mailTemplateFiles = 'mail/*.txt'

const events = [...resources.values()].flatMap(({ mail }) => (mail ? mailEvents(mail.texts) : []))
const places = ['name', 'link']
const longest = { subject: 200, text: 20_000 }

/**
 * Brings the vendor’s own messages in, in place of those of before. A file with a fault is told with its
 * line and left out, so that the server’s own message is sent.
 */
export async function importMailTemplates(
  store: Store,
  dir: string,
  files: readonly string[],
  languages: readonly string[],
  log: FileLog,
): Promise<void> {
  const before = await store.read.programme.mailTexts()
  const texts: Record<string, Record<string, MailText>> = {}
  for (const file of files) {
    const read = await readTemplate(dir, file, languages, (text, line) =>
      log.problem(text, { file, ...(line !== undefined && { line }) }),
    )
    if (!read) {
      log.report.bad++
      continue
    }
    const { language, event, message } = read
    texts[language] = { ...texts[language], [event]: message }
    const old = before[language]?.[event]
    log.report[!old ? 'added' : isEqual(old, message) ? 'unchanged' : 'changed']++
  }
  await store.write(({ programme }) => programme.putMailTexts(texts))
}

type Tell = (text: string, line?: number) => void

async function readTemplate(
  dir: string,
  file: string,
  languages: readonly string[],
  tell: Tell,
): Promise<{ event: string; language: string; message: MailText } | undefined> {
  let isSound = true
  const wrong: Tell = (text, line) => {
    isSound = false
    tell(`${text} It is left out.`, line)
  }
  const name = file.slice('mail/'.length, -'.txt'.length)
  const [, event = name, language = ''] = /^(.*)\.([A-Za-z][A-Za-z0-9-]*)$/.exec(name) ?? []
  if (!events.includes(event))
    wrong(`${quoted(event)} is no kind of message.${suggestion(event, events)}`)
  else if (!languages.includes(language))
    wrong(`${quoted(language)} is no language of vendor.yaml (${languages.join(', ')}).`)
  const bytes = await readFile(join(dir, file))
  let lines: string[]
  try {
    lines = new TextDecoder('utf-8', { fatal: true }).decode(bytes).split(/\r\n|\r|\n/)
  } catch {
    wrong('The file is not UTF-8. Save it as UTF-8.')
    return undefined
  }
  const [, subject = ''] = /^Subject:\s*(.*?)\s*$/i.exec(lines[0] ?? '') ?? []
  const text = lines.slice(1).join('\n').trim()
  if (subject === '') wrong('The first line is not “Subject: …”.', 1)
  if (subject.length > longest.subject)
    wrong(`The subject is longer than ${longest.subject} characters.`, 1)
  if (text === '') wrong('Below the subject is no text.', 2)
  if (text.length > longest.text) wrong(`The text is longer than ${longest.text} characters.`)
  for (const [index, line] of lines.entries())
    for (const [whole, place = ''] of line.matchAll(/\{(\w*)\}/g))
      if (!places.includes(place))
        wrong(`${quoted(whole)} stands for nothing. Possible: {name}, {link}.`, index + 1)
  if (isSound && !text.includes('{link}'))
    tell('It has no {link}, so that its reader does not find the record.')
  return isSound ? { event, language, message: { subject, text: `${text}\n` } } : undefined
}
