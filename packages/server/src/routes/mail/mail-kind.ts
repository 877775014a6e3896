import { newId } from '../../ids.ts'
import { mailEvents } from '../../mail/mail-texts.ts'
import type { Resource } from '../../resource.ts'
import type { Tables } from '../../store/store.ts'

/** The kind of the jobs that tell somebody of an event. */
export const mailKind = (event: string) => `mail ${event}`

/** Asks for a message about an event, where there is one; it is sent after the commit. */
export async function askForMail(
  { work }: Tables,
  { name, mail }: Pick<Resource, 'name' | 'mail'>,
  { type, id }: { type: string; id: string },
  now: string,
): Promise<void> {
  if (!mail || !mailEvents(mail.texts).includes(type)) return
  await work.add([{ id: newId('job'), kind: mailKind(type), resource: name, resourceId: id }], now)
}
