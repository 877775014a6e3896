import type { Client } from '@prmkit/client'
import type { Job } from '@prmkit/contract'

/** The reader of a mail, and the course or certificate that it is about. */
export interface Recipient {
  name: string
  about: string
}

/** The readers of mails by the id of the job; records that are gone have none. */
export async function recipientsOf(
  client: Client,
  jobs: readonly Job[],
): Promise<ReadonlyMap<string, Recipient>> {
  const found = new Map<string, Promise<Recipient | undefined>>()
  for (const { resource, resourceId } of jobs)
    if (!found.has(resourceId))
      found.set(
        resourceId,
        recipientOf(client, resource, resourceId).catch(() => undefined),
      )
  const known = await Promise.all(
    jobs.map(async ({ id, resourceId }) => [id, await found.get(resourceId)] as const),
  )
  return new Map(known.flatMap(([id, one]) => (one ? [[id, one] as const] : [])))
}

async function recipientOf(
  client: Client,
  resource: string,
  resourceId: string,
): Promise<Recipient | undefined> {
  if (resource === 'enrolments') {
    const { user, course } = await client.enrolments.get({ params: { id: resourceId } })
    return { name: user.name, about: course.title }
  }
  if (resource === 'awards') {
    const { holder, certification } = await client.awards.get({ params: { id: resourceId } })
    return { name: holder.name, about: certification.title }
  }
  // A seat is named by its class and its person.
  const [id = '', userId] = resourceId.split('/')
  const { bookings, course } = await client.classes.get({ params: { id } })
  const name = bookings?.find((one) => one.userId === userId)?.name
  return name === undefined ? undefined : { name, about: course.title }
}
