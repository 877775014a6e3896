import type { Enrolment, Launch } from '@prmkit/contract'
import type { Client } from '../../base/portal.ts'
import { safeAddress } from '../../base/safe-address.ts'

/** The course that is to open. */
export interface Launched {
  readonly courseId: string
  /** The reader’s enrolment; one is made without it. */
  readonly enrolment?: Pick<Enrolment, 'id'> | undefined
  /** The part of the course; the first that is not done without it. */
  readonly unitId?: string | undefined
}

/** The page that a course leads back to; pages without an address of their own have none. */
const returnUrl = () =>
  /^https?:.{1,1990}$/s.test(location.href) ? { returnUrl: location.href } : {}

/**
 * Opens a course in a tab of its own, for which the click has to be under way still. Answers the
 * address where the browser kept the tab from opening; rejects with the client’s error, and closes
 * the tab then.
 */
export async function launch(
  { enrolments }: Client,
  { courseId, enrolment, unitId }: Launched,
): Promise<string | undefined> {
  const tab = open('', '_blank')
  try {
    // The course must not reach this page.
    if (tab) tab.opener = null
    const id = enrolment?.id ?? (await enrolments.create({ body: { courseId } })).items[0]!.id
    const body = { ...returnUrl(), ...(unitId !== undefined && { unitId }) }
    const { url }: Launch = await enrolments.launch({ params: { id }, body })
    const address = safeAddress(url)
    if (address === undefined)
      throw new Error(`The address of the course is no web address: ${url}`)
    if (!tab || tab.closed) return address
    tab.location.replace(address)
    return undefined
  } catch (error) {
    tab?.close()
    throw error
  }
}
