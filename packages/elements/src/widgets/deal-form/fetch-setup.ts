import { fieldsOf } from '@prmkit/contract/rules'
import type { Client } from '../../base/portal.ts'
import type { PrmDealForm } from './deal-form.ts'
import { FieldLists, todayIn } from '../../forms/field-lists.ts'
import type { Setup } from './setup.ts'

/** Fetches what a registration begins with; undefined without a form. */
export async function fetchSetup(
  host: PrmDealForm,
  client: Client,
  signal: AbortSignal,
): Promise<Setup | undefined> {
  const { dealId } = host
  const options = { signal }
  const [discovery, me, deal] = await Promise.all([
    client.discovery.get({}, options),
    client.me.get({}, options).catch(unlessSignedOut),
    dealId ? client.deals.get({ params: { id: dealId } }, options) : undefined,
  ])
  const form = await client.forms
    .get({ params: { name: discovery.deals.form } }, options)
    .catch(unlessMissing)
  if (!form || !fieldsOf(form).length) return undefined
  return {
    ...{ client, discovery, form, me, deal },
    begun: deal && (await import('./later.ts')).valuesOf(form, deal),
    today: todayIn(discovery.timeZone),
    lists: new FieldLists(client, deal),
    // Frameworks may set these while the form is fetched.
    prefill: host.values,
    skipsCheck: host.withoutCheck || deal !== undefined,
    storage: host.draftStorage,
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
 * Tells whether this browser may hold a draft. Where nothing was ever kept, the code that reads and
 * writes drafts comes with the first key.
 */
export async function mayHoldDraft({ storage, deal }: Setup): Promise<boolean> {
  if (deal || storage === 'server') return true
  try {
    const databases = await indexedDB.databases()
    const items = Object.keys(sessionStorage)
    return [...databases.map(({ name = '' }) => name), ...items].some((name) =>
      name.startsWith('prmkit'),
    )
  } catch {
    return true
  }
}
