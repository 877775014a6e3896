import { fieldsOf } from '@prmkit/contract/rules'
import type { Client } from '../../base/portal.ts'
import { mayHoldDrafts } from '../../drafts/draft-mark.ts'
import { FieldLists, todayIn } from '../../forms/field-lists.ts'
import type { Setup } from './setup.ts'

/** The properties of the element that a registration begins with. */
export interface SetupOptions {
  readonly dealId: string | undefined
  readonly draftStorage: string | undefined
  readonly withoutCheck: boolean
  readonly values: unknown
  /** Set: false where the vendor takes no registrations. */
  offered: boolean
  /** Set: the vendor's name. */
  vendor: string | undefined
}

/** The name that most vendors give to the form of a registration, so that it can be asked for at once. */
const usualForm = 'deal'

/** Fetches everything that a registration begins with; undefined without a form or registrations. */
export async function fetchSetup(
  options: SetupOptions,
  client: Client,
  signal: AbortSignal,
): Promise<Setup | undefined> {
  const { dealId } = options
  const formCalled = (name: string) =>
    client.forms.get({ params: { name } }, { signal }).catch(unlessMissing)
  const [discovery, me, deal, usual] = await Promise.all([
    client.discovery.get({}, { signal }),
    client.me.get({}, { signal }).catch(unlessSignedOut),
    dealId ? client.deals.get({ params: { id: dealId } }, { signal }) : undefined,
    formCalled(usualForm),
  ])
  options.vendor = discovery.vendor.name
  options.offered = discovery.deals !== undefined
  if (!discovery.deals) return undefined
  const name = discovery.deals.form
  const form = name === usualForm ? usual : await formCalled(name)
  if (!form || !fieldsOf(form).length) return undefined
  return {
    ...{ client, discovery, form, me, deal },
    begun: deal && (await import('./later.ts')).valuesOf(form, deal),
    today: todayIn(discovery.timeZone),
    lists: new FieldLists(client, deal),
    // Read only now: frameworks may set these while the form is fetched.
    prefill: options.values,
    skipsCheck: options.withoutCheck || deal !== undefined,
    storage: options.draftStorage,
  }
}

/** A registration can be written without knowing who writes it, but not without being signed in. */
function unlessSignedOut(error: { status?: number }): undefined {
  if (!error.status || error.status === 401) throw error
  return undefined
}

function unlessMissing(error: { code?: string }): undefined {
  if (error.code !== 'not-found') throw error
  return undefined
}

/**
 * Tells whether the code that reads drafts is needed at once: there may be one, or a reader has no key to
 * press, and that code says why. Otherwise it comes with the first key. The mark of the drafts stays: without it,
 * each first view would fetch that code (25 kB, two thirds of the form), or the form would be filled in
 * under the hands of somebody who has begun to type.
 */
export const needsLater = ({ storage, deal, me }: Setup): boolean =>
  deal !== undefined || me?.readOnly || storage === 'server' || mayHoldDrafts()
