import type { JobKind, JobKinds } from '../../background/runner.ts'
import type { MailOptions } from '../../mail/mail-options.ts'
import { logMail } from '../../mail/mail-port.ts'
import { mailEvents, mailText } from '../../mail/mail-texts.ts'
import type { Tables } from '../../store/store.ts'
import { offeredLanguages } from '../shared/programme.ts'
import { classResource } from '../training/resource.ts'
import { partsOfSeat } from '../training/waiting-list.ts'
import { mailKind } from './mail-kind.ts'

/** A mail server that is away gets five attempts, within about two and a half hours. */
const retry = { attempts: 5, pause: (attempt: number) => 60_000 * 5 ** (attempt - 1) }

/** One kind of job for each event that somebody gets a message about. */
export function mailJobs(
  { port, link, texts = {} }: MailOptions,
  log: Parameters<typeof logMail>[0],
): JobKinds {
  const send = port ?? logMail(log)
  const kindOf = (event: string): JobKind => ({
    retry,
    async run({ store, log }, _performer, { id, resource, resourceId }) {
      const { read } = store
      const userId = await readerOf(read, resource, resourceId, event)
      const user = userId === undefined ? undefined : await read.users.get(userId)
      if (!user?.active) return
      const language = user.language ?? offeredLanguages(await read.programme.settings())[0] ?? 'en'
      const found = mailText([await read.programme.mailTexts(), texts], language, event)
      if (!found) return
      const words: Record<string, string> = {
        // Only the first name: mail is read by others.
        name: user.name.split(/\s+/)[0] ?? '',
        link: link
          .replaceAll('{resource}', encodeURIComponent(resource))
          .replaceAll('{id}', encodeURIComponent(recordOf(resource, resourceId))),
      }
      const filled = (text: string) =>
        text.replaceAll(/\{(name|link)\}/g, (_, word: string) => words[word] ?? '')
      const [subject, text] = [filled(found.subject), filled(found.text)]
      await send.send({ id, to: user.email, language, subject, text, template: event })
      log.info({ id, template: event }, 'a message was handed over')
    },
  })
  return Object.fromEntries(mailEvents.map((event) => [mailKind(event), kindOf(event)]))
}

/** The record that a message leads to: of a seat, its class. */
const recordOf = (resource: string, id: string) =>
  resource === classResource.name ? partsOfSeat(id).classId : id

/** The person whom a record is about; nobody where they know of the event by their own deed. */
async function readerOf(
  { deals, enrolments, awards, classes }: Tables,
  resource: string,
  id: string,
  event: string,
): Promise<string | undefined> {
  if (resource === 'deals') return (await deals.get(id))?.ownerUserId
  if (resource === 'awards') return (await awards.get(id))?.userId
  if (resource === classResource.name) {
    const { classId, userId } = partsOfSeat(id)
    // Somebody may have given the seat back meanwhile.
    const bookings = await classes.bookings([classId])
    return bookings.find((one) => one.userId === userId && one.status === 'booked')?.userId
  }
  const enrolment = await enrolments.get(id)
  const { assignedBy, userId } = enrolment ?? {}
  // A learner who enrols knows of it already.
  const isOwnDeed = event === 'enrolment.created' && (!assignedBy || assignedBy.userId === userId)
  return isOwnDeed ? undefined : userId
}
