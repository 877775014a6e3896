import type { ClientOptions } from '@prmkit/client'

/** A backend over sample data, in the page. */
export type Demo = Pick<ClientOptions, 'baseUrl' | 'fetch' | 'fetchToken'>

let create: (() => Promise<Demo>) | undefined

/** Says how portals with `demo` come to their backend. */
export function provideDemo(make: () => Promise<Demo>): void {
  create = make
}

/** Starts the backend of the demo; rejects where the page brought none. */
export async function demo(): Promise<Demo> {
  if (!create) {
    throw new Error(
      "This page has no backend for the demo. Install @prmkit/mock and add: import '@prmkit/elements/demo'",
    )
  }
  return create()
}
