import type { JobKind, JobKinds } from '../../background/runner.ts'
import { offeredLanguages } from '../../rules/content/languages.ts'
import type { MailOptions } from '../../mail/mail-options.ts'
import { logMail } from '../../mail/mail-port.ts'
import { mailEvents, mailText } from '../../mail/mail-texts.ts'
import type { Mail, Resources } from '../../resource.ts'
import { mailKind } from './mail-kind.ts'

/** A mail server that is away gets five attempts, within about two and a half hours. */
const retry = { attempts: 5, pause: (attempt: number) => 60_000 * 5 ** (attempt - 1) }

/** One kind of job for each event that somebody gets a message about. */
export function mailJobs(
  { port, link, texts = {} }: MailOptions,
  log: Parameters<typeof logMail>[0],
  resources: Resources,
): JobKinds {
  const send = port ?? logMail(log)
  const kindOf = (mail: Mail, event: string): JobKind => ({
    retry,
    async run({ store, log }, _performer, { id, resource, resourceId }) {
      const { read } = store
      const userId = await mail.reader(read, resourceId, event)
      const user = userId === undefined ? undefined : await read.users.get(userId)
      if (!user?.active) return
      const language = user.language ?? offeredLanguages(await read.programme.settings())[0] ?? 'en'
      const sources = [await read.programme.mailTexts(), texts, mail.texts]
      const found = mailText(sources, language, event)
      if (!found) return
      const recordId = mail.recordId?.(resourceId) ?? resourceId
      const words: Record<string, string> = {
        // Only the first name: mail is read by others.
        name: user.name.split(/\s+/)[0] ?? '',
        link: link
          .replaceAll('{resource}', encodeURIComponent(resource))
          .replaceAll('{id}', encodeURIComponent(recordId)),
      }
      const filled = (text: string) =>
        text.replaceAll(/\{(name|link)\}/g, (_, word: string) => words[word] ?? '')
      const [subject, text] = [filled(found.subject), filled(found.text)]
      await send.send({ id, to: user.email, language, subject, text, template: event })
      log.info({ id, template: event }, 'a message was handed over')
    },
  })
  return Object.fromEntries(
    [...resources.values()].flatMap(({ mail }) =>
      mail ? mailEvents(mail.texts).map((event) => [mailKind(event), kindOf(mail, event)]) : [],
    ),
  )
}
