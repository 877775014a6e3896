import type { File, Me, Routes } from '@prmkit/contract'
import { call, type CallOptions } from './call.ts'
import type { Calls } from './calls.ts'
import { createEvents, type Events } from './events.ts'
import { unreachable } from './errors.ts'
import { logOut } from './logout.ts'
import { operations, type Operation, type RawInput } from './operation.ts'
import { readBaseUrl, type ClientOptions } from './options.ts'
import { listOf, type Page } from './paging.ts'
import { createSession } from './session.ts'
import type { Backend } from './transport.ts'
import type { UploadOptions } from './upload.ts'
import { createValidation } from './validation.ts'

/** A backend, called: one function for every operation of the contract. */
export interface Client extends Calls<Omit<Routes, 'events'>> {
  readonly baseUrl: string
  readonly events: Events
  /** Sends a file and resolves once the backend has checked it: `ready` or `rejected`. */
  upload(file: Blob & { readonly name: string }, options?: UploadOptions): Promise<File>
  /** Aborted when the client is closed or the user logged out; nothing answers afterwards. */
  readonly signal: AbortSignal
  /** Ends the session here and at the backend, as far as that can be reached. */
  logout(): Promise<void>
  /** Ends every call and stream and forgets the token; the session stays valid at the backend. */
  close(): void
}

/** Makes a client; nothing is sent before its first call. */
export function createClient(options: ClientOptions): Client {
  const { fetchToken, apiKey, locale, onDiagnostic, timeouts } = options
  const session = createSession(fetchToken, apiKey)
  const backend: Backend = {
    base: readBaseUrl(options.baseUrl),
    session,
    // Looked up late, so that a page may still replace it, and called without `this`.
    fetch: async (request) => (options.fetch ?? globalThis.fetch)(request),
    native: !options.fetch,
    middleware: options.middleware ?? [],
    locale: typeof locale === 'function' ? locale : () => locale,
    diagnose: (diagnostic) => onDiagnostic?.(diagnostic),
    timeouts: { attempt: timeouts?.attempt ?? 15_000, total: timeouts?.total ?? 60_000 },
    retries: options.retries ?? 3,
  }
  const positions = new WeakMap<object, string>()
  const validate = createValidation(options.validation ?? 'report', onDiagnostic)

  async function run(operation: Operation, input: RawInput, callOptions?: CallOptions) {
    const answer = await call(backend, operation, input, callOptions)
    if (operation.name === 'me.get') session.id = (answer.data as Me).sessionId ?? session.id
    if (answer.position) positions.set(answer.data as object, answer.position)
    await validate(operation, answer)
    return answer.data
  }

  const resources: Record<string, Record<string, unknown>> = {}
  for (const [resource, name, operation] of operations()) {
    if (operation.flags.has('stream')) continue
    const one = (input: RawInput = {}, callOptions?: CallOptions) =>
      run(operation, input, callOptions)
    const list = (input: RawInput = {}, callOptions?: CallOptions) =>
      listOf((cursor) => {
        const query = cursor === undefined ? input.query : { ...input.query, cursor }
        return run(operation, { ...input, query: query ?? {} }, callOptions) as Promise<
          Page<unknown>
        >
      })
    ;(resources[resource] ??= {})[name] = operation.flags.has('paged') ? list : one
  }

  const client = resources as unknown as Client
  const events = createEvents(
    () => client,
    backend,
    (page) => positions.get(page),
  )
  return Object.assign(client, {
    baseUrl: backend.base,
    events,
    async upload(file: Blob & { readonly name: string }, uploadOptions: UploadOptions = {}) {
      const { upload } = await import('./upload.ts').catch((error: unknown) => {
        throw unreachable('The code for uploads', error)
      })
      return upload(client, backend, file, uploadOptions)
    },
    signal: session.signal,
    close: () => session.end(),
    logout() {
      events.logout()
      return logOut(backend)
    },
  })
}
