import { createClient } from '@prmkit/client'
import { versionPrefix, type Discovery, type Form, type SessionInput } from '@prmkit/contract'
import type { Caller, RawInit } from './caller.ts'
import { FileStock } from './file-stock.ts'
import { endingTheCheck, inHaste, patiently } from './in-time.ts'
import type { Need } from './need.ts'
import { fileField, filledForm, type Pool, type Samples } from './sample.ts'
import { slipsBelow, type Slips } from './slips.ts'
import type { Target } from './target.ts'
import { traceOf, type Trace } from './trace.ts'

export type { Caller, RawInit } from './caller.ts'

/** The means of a check. */
export interface Context {
  target: Target
  /** The requests since the check began. */
  trace: Trace
  /** Headers that answers lacked since the run began, with their operations. */
  slips: Slips['found']
  discovery: Discovery
  /** The vendor's form for registrations, for checks that need `deals`. */
  form: Form
  seller: Caller
  stranger: Caller
  colleague: Caller
  restricted: Caller
  manager: Caller
  /** The vendor's own backend, which calls by its key. */
  vendor: Pick<Caller, 'send'>
  /** Makes a session for somebody and calls as them. */
  signIn(who: SessionInput): Promise<Caller>
  /** Sends a request as it is, with no token but what its headers hold. */
  send(method: string, path: string, init?: RawInit): Promise<Response>
  /** A complete registration of this vendor's form, for a customer that nobody had before. */
  sample(overrides?: Record<string, unknown>): Samples['deal']
  /** The same registration for another user, with files of their own where it needs some. */
  asOf<Body extends object>(caller: Caller, body: Body): Body
  /** Makes ready the files that samples need, where the vendor's form requires some. */
  restock(): Promise<void>
}

let counter = 0
const run = Date.now().toString(36) + Math.random().toString(36).slice(2, 8)

/** A word that no other check and no other run has used. */
export function unique(): string {
  return `${run}-${++counter}`
}

const text = (body: unknown) =>
  body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }

function sender(target: Target, token?: string) {
  const send = target.fetch ?? fetch
  return async (
    method: string,
    path: string,
    { headers = {}, body, haste = false }: RawInit = {},
  ) => {
    const request = new Request(target.baseUrl.replace(/\/$/, '') + versionPrefix + path, {
      method,
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(method !== 'GET' && { 'Idempotency-Key': crypto.randomUUID() }),
        ...headers,
      },
      ...text(body),
    })
    return send(haste ? inHaste(request) : request)
  }
}

/** Whether a request was refused because its token has come to its end. */
async function isExpired(answer: Response): Promise<boolean> {
  if (answer.status !== 401) return false
  const text = await answer.clone().text()
  return text.includes('"token-expired"')
}

/** Signs everybody in and reads what the backend says of itself. */
export async function createContext(given: Target): Promise<Context> {
  const slips = slipsBelow(given.baseUrl)
  const trace = traceOf(given.fetch ?? fetch, slips.note)
  const target = { ...given, fetch: patiently(trace.fetch, given) }
  const options = {
    ...{ baseUrl: target.baseUrl, validation: 'strict' as const },
    fetch: endingTheCheck(target.fetch),
    // Waits that the backend asks for lie below the client.
    timeouts: { attempt: 900_000, total: 900_000 },
  }
  const byKey = createClient({ ...options, apiKey: target.apiKey })

  async function signIn(who: SessionInput): Promise<Caller> {
    const begin = () => byKey.sessions.create({ body: who })
    let session = await begin()
    let isUsed = false
    const client = createClient({
      ...options,
      // A run with few requests a minute outlives every session.
      fetchToken: async () => {
        if (isUsed) session = await begin()
        isUsed = true
        return session
      },
    })
    return {
      client,
      me: await client.me.get(),
      sessionId: session.id,
      async send(...request) {
        const answer = await sender(target, session.token)(...request)
        if (!(await isExpired(answer))) return answer
        session = await begin()
        return sender(target, session.token)(...request)
      },
    }
  }

  const [discovery, seller, stranger, colleague, restricted, manager] = await Promise.all([
    byKey.discovery.get(),
    signIn(target.seller),
    signIn(target.stranger),
    target.colleague ? signIn(target.colleague) : missing<Caller>('colleague'),
    target.restricted ? signIn(target.restricted) : missing<Caller>('restricted'),
    target.manager ? signIn(target.manager) : missing<Caller>('manager'),
  ])
  const { deals } = discovery
  const form = deals
    ? await seller.client.forms.get({ params: { name: deals.form } })
    : missing<Form>('deals')
  const asked = deals && fileField(form)
  const people = [stranger, ...(target.colleague ? [colleague] : [])]
  const stock = new FileStock(target, asked, [
    [seller, 20],
    ...people.map((who) => [who, 6] as const),
  ])
  const samples = deals ? await poolOf(seller, discovery) : missing<Pool>('deals')
  return {
    target,
    trace,
    slips: slips.found,
    discovery,
    form,
    seller,
    stranger,
    colleague,
    restricted,
    manager,
    vendor: { send: sender(target, target.apiKey) },
    signIn,
    send: sender(target),
    sample: (overrides = {}) => ({
      ...filledForm(form, samples, unique(), () => stock.take(seller)),
      ...overrides,
    }),
    asOf: (caller, body) =>
      'fileIds' in body ? { ...body, fileIds: [stock.take(caller)].filter(Boolean) } : body,
    restock: () => stock.fill(),
  }
}

/** The values with which a registration can be filled in. */
async function poolOf({ client, me }: Caller, { currencies }: Discovery): Promise<Pool> {
  const [products, partners] = await Promise.all([client.products.list(), client.partners.list()])
  return {
    products: products.items,
    partnerIds: partners.items.filter(({ kind }) => kind === 'distributor').map(({ id }) => id),
    userIds: [me.user.id],
    currencies,
  }
}

/** Stands for a part of the context that this target or backend does not have. */
function missing<Part extends object>(need: Need): Part {
  return new Proxy({} as Part, {
    get: (_, property) => {
      // An await of the other parts asks whether this one is a promise.
      if (property === 'then') return undefined
      throw new Error(`A check used “${need}” without naming it in its needs.`)
    },
  })
}
