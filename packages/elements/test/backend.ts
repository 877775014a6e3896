import type { Discovery, Form } from '@prmkit/contract'
import { createApp, memoryFiles, memoryStore, type Store } from '@prmkit/server'
import { createPartnerPortal, type PartnerPortalOptions } from '../src/widgets/portal/define.ts'
import type { PartnerPortal } from '../src/widgets/portal/partner-portal.ts'

const apiKey = 'sk_test_0123456789abcdef'
let backends = 0

/** Stands between a client and the backend; passes on, answers itself, or breaks the connection. */
export type Between = (request: Request, next: () => Promise<Response>) => Promise<Response>

const programme: Omit<Discovery, 'contract' | 'capabilities' | 'files'> = {
  vendor: { name: 'Quellmark' },
  timeZone: 'Europe/Berlin',
  businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
  languages: ['en', 'de'],
  currencies: ['EUR', 'USD'],
  deals: {
    form: 'deal',
    statusLabels: { submitted: 'Waiting for review' },
    stages: [{ value: 'qualified', label: 'Qualified' }],
    reasons: [{ value: 'incomplete', label: 'Incomplete' }],
    lossReasons: [],
    decisionHours: 16,
    protectionDays: 90,
    maxExtensions: 1,
    maxResubmissions: 2,
  },
}

async function fill(store: Store, form: Form): Promise<void> {
  const active = { externalIds: {}, active: true }
  const partner = (id: string, name: string) => ({
    ...{ id, name, kind: 'reseller' as const, ...active },
  })
  const user = (id: string, partnerId: string) => ({
    ...{ id, name: id, email: `${id}@example.com`, role: 'partner_seller' as const, ...active },
    ...{ partnerIds: [partnerId], companyWide: true },
  })
  const product = (id: string, name: string) => ({
    ...{ id, name, sku: id.toUpperCase(), ...active },
    listPrices: [{ amount: '99.00', currency: 'EUR' }],
  })
  const manager = { ...user('mia', 'north'), role: 'vendor_manager' as const, partnerIds: [] }
  const users = [user('ada', 'north'), user('ben', 'north'), user('cem', 'south'), manager]
  await store.write(async (tables) => {
    const { putForm, putSettings } = tables.programme
    await tables.partners.put([partner('north', 'North'), partner('south', 'South')])
    await tables.users.put(users)
    await tables.products.put([product('p1', 'Logger'), product('p2', 'Meter')])
    await putForm({ name: form.name, version: form.version, forms: { en: form } })
    await putSettings({ discovery: { en: programme }, softenAvailability: false })
  })
}

/** The reference backend over a store of its own. */
export async function createBackend(form: Form) {
  // One after the other leave their drafts in the same browser.
  const baseUrl = `https://vendor-${Date.now()}-${++backends}.test`
  const store = memoryStore()
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: [apiKey] })
  await fill(store, form)

  const call = async (
    method: string,
    path: string,
    token: string,
    body?: object,
    match?: number,
  ) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...(match !== undefined && { 'if-match': `"${match}"` }),
    }
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
    const response = await app.fetch(new Request(`${baseUrl}/v1${path}`, init))
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    return response.json()
  }
  const session = async (id: string) =>
    (await call('POST', '/sessions', apiKey, { user: { id } })) as { token: string }

  return {
    baseUrl,
    store,
    /** Sends a request as a program without a token does. */
    fetch: (request: Request) => app.fetch(request),
    /** Replaces the form. */
    putForm: (next: Form) =>
      store.write(({ programme: { putForm } }) =>
        putForm({ name: next.name, version: next.version, forms: { en: next } }),
      ),
    /** Takes no registrations from now on; call it before the first request. */
    async stopDeals() {
      const { deals: _, ...rest } = programme
      await store.write(({ programme: { putSettings } }) =>
        putSettings({ discovery: { en: rest }, softenAvailability: false }),
      )
    },
    /** Every registration that exists. */
    async deals() {
      // Nobody but their partner sees drafts.
      const pages = ['north', 'south'].map((partnerId) =>
        store.read.deals.list({ scope: { kind: 'partner', partnerId } }, 'created_asc', {
          limit: 100,
        }),
      )
      return (await Promise.all(pages)).flatMap(({ items }) => items)
    },
    /** Does something as a user, past the widget. */
    async as(user: string, method: string, path: string, body?: object, match?: number) {
      return call(method, path, (await session(user)).token, body, match)
    },
    /** Does something as the vendor's own backend, with its secret key. */
    asVendor: (method: string, path: string, body?: object, match?: number) =>
      call(method, path, apiKey, body, match),
    /** A portal as one user sees it, as a page would make it anew. */
    portal(user: string, between: Between = (_, next) => next(), more: PartnerPortalOptions = {}) {
      const portal: PartnerPortal = createPartnerPortal({
        baseUrl,
        locale: 'en',
        fetchToken: () => session(user),
        fetch: async (request) => between(request as Request, () => app.fetch(request as Request)),
        ...more,
      })
      return portal
    },
  }
}

export type TestBackend = Awaited<ReturnType<typeof createBackend>>
