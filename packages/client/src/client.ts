import type { File, Me, Routes } from '@prmkit/contract'
import { call, type CallOptions } from './call.ts'
import type { Calls } from './calls.ts'
import { createEvents, type Events } from './events/events.ts'
import { unreachable } from './errors.ts'
import type { Late, UploadOptions } from './late.ts'
import { logOut, shareLogout } from './session/logout.ts'
import { operations, type Operation, type RawInput } from './operation.ts'
import type { ClientOptions } from './options.ts'
import { listOf, type Page } from './paging.ts'
import { createBackend } from './transport.ts'
import { createValidation } from './validation.ts'

/** A backend, called: one function for every operation of the contract. */
export interface Client extends Calls<Omit<Routes, 'events'>> {
  readonly baseUrl: string
  readonly events: Events
  /** Sends a file and resolves once the backend has checked it: `ready` or `rejected`. */
  upload(file: Blob & { readonly name: string }, options?: UploadOptions): Promise<File>
  /** Aborted when the client is closed or the user logged out; nothing answers afterwards. */
  readonly signal: AbortSignal
  /** Milliseconds since 1970 by the backend's clock; undefined before an answer told them. */
  serverTime(): number | undefined
  /**
   * Ends the session here, in every other page of this browser that calls the same backend, and at the
   * backend, as far as that can be reached.
   */
  logout(): Promise<void>
  /** Ends every call and stream and forgets the token; the session stays valid at the backend. */
  close(): void
}

/** The name by which the tabs of one user at one backend know each other. */
export const userName = ({ baseUrl }: Pick<Client, 'baseUrl'>, { user, partner }: Me): string =>
  ['prmkit', baseUrl, user.id, partner?.id].join(' ')

/** Makes a client of its options, and of the ways to load its late code. */
export function buildClient(options: ClientOptions, late: Late): Client {
  const backend = createBackend(options)
  const { session } = backend
  const farewell = shareLogout(backend)
  const positions = new WeakMap<object, string>()
  const validate = createValidation(
    options.validation ?? 'report',
    options.onDiagnostic,
    late.drift,
  )

  /** How far the backend's clock is ahead of this page's own, which nobody sets. */
  let skew = NaN

  async function run(operation: Operation, input: RawInput, callOptions?: CallOptions) {
    const answer = await call(backend, operation, input, callOptions)
    const { data, headers } = answer
    if (operation.name === 'me.get') session.id = (data as Me).sessionId ?? session.id
    // The place in the event stream that a list was read at, and the backend's clock.
    const position = headers.get('event-position')
    if (position) positions.set(data as object, position)
    const date = headers.get('date')
    if (date) skew = Date.parse(date) - performance.now()
    await validate(operation, answer)
    return data
  }

  const resources: Record<string, Record<string, unknown>> = {}
  for (const operation of operations.values()) {
    if (operation.flags.has('stream')) continue
    const [resource = '', name = ''] = operation.name.split('.')
    const one = (input: RawInput = {}, callOptions?: CallOptions) =>
      run(operation, input, callOptions)
    const list = (input: RawInput = {}, callOptions?: CallOptions) =>
      listOf((cursor) => {
        const query = cursor === undefined ? input.query : { ...input.query, cursor }
        return run(operation, { ...input, query: query ?? {} }, callOptions) as Promise<
          Page<unknown>
        >
      }, late.background)
    ;(resources[resource] ??= {})[name] = operation.flags.has('paged') ? list : one
  }

  const client = resources as unknown as Client
  const events = createEvents(
    () => client,
    backend,
    late.background,
    (page) => positions.get(page),
  )
  return Object.assign(client, {
    baseUrl: backend.base,
    events,
    async upload(file: Blob & { readonly name: string }, uploadOptions: UploadOptions = {}) {
      const { upload } = await late.background().catch((error: unknown) => {
        throw unreachable('The code for uploads', error)
      })
      return upload(client, backend, file, uploadOptions)
    },
    signal: session.signal,
    serverTime: () => performance.now() + skew || undefined,
    close: () => session.end(),
    logout() {
      farewell()
      return logOut(backend)
    },
  })
}
