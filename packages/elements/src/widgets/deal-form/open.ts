import { fieldsOf } from '@prmkit/contract/rules'
import { DraftKeeper } from '../../base/draft-keeper.ts'
import type { Client } from '../../base/portal.ts'
import type { PrmDealForm } from './deal-form.ts'
import type { DealDraft, Keeper } from './draft.ts'
import { FieldLists, todayIn } from '../../primitives/field/field-lists.ts'
import { Registration } from './registration.ts'
import type { Owner, Setup } from './setup.ts'

/** Fetches what a registration needs and begins it with its draft; undefined without a form. */
export async function openRegistration(
  host: PrmDealForm,
  client: Client,
  signal: AbortSignal,
  owner: Owner,
): Promise<{ registration: Registration; missing: boolean } | undefined> {
  const { dealId } = host
  const options = { signal }
  const [discovery, me, deal] = await Promise.all([
    client.discovery.get({}, options),
    client.me.get({}, options).catch(orThrowAccess),
    dealId ? client.deals.get({ params: { id: dealId } }, options) : undefined,
  ])
  const form = await client.forms
    .get({ params: { name: discovery.deals.form } }, options)
    .catch(orThrowOther)
  if (!form || !fieldsOf(form).length) return undefined
  const missing = !me
  const { registration: current } = host
  if (current && current.setup.client === client) {
    current.relabel(form, discovery)
    return { registration: current, missing }
  }
  const today = todayIn(discovery.timeZone)
  const lists = new FieldLists(client, deal)
  const prefill = host.values
  const setup: Setup = { client, discovery, form, me, deal, today, lists, prefill }
  const registration = new Registration(setup, owner)
  await registration.begin(await keeperFor(host, registration, owner))
  return { registration, missing }
}

async function keeperFor(
  { draftStorage }: PrmDealForm,
  registration: Registration,
  owner: Owner,
): Promise<Keeper> {
  const { setup } = registration
  const { client, form, me, deal } = setup
  const atServer = draftStorage === 'server' && (!deal || deal.status === 'draft')
  if (atServer) {
    const { ServerKeeper } = await import('./server-keeper.ts')
    return new ServerKeeper(setup, owner)
  }
  const keeper: DraftKeeper<DealDraft> = new DraftKeeper<DealDraft>({
    // Without a user nobody could tell whose a kept draft is.
    storage: !me
      ? 'memory'
      : draftStorage === 'tab' || draftStorage === 'server'
        ? 'tab'
        : 'device',
    scope: {
      baseUrl: client.baseUrl,
      userId: me?.user.id ?? '',
      partnerId: me?.partner?.id ?? '',
      name: ['deal-form', form.name, deal?.id ?? 'new'].join('/'),
    },
    version: () => registration.setup.form.version,
    onChange: () => {
      registration.follow()
      owner.changed()
    },
    onSave: (savedAt) => owner.kept(keeper.kind, savedAt),
    onForget: () => owner.forgotten(),
  })
  return keeper
}

/** A registration can be written without knowing who writes it, but not without being signed in. */
function orThrowAccess(error: { status?: number; name?: string }): undefined {
  if (error.status === 401 || error.name === 'AbortError' || !error.status) throw error
  return undefined
}

function orThrowOther(error: { code?: string }): undefined {
  if (error.code !== 'not-found') throw error
  return undefined
}
