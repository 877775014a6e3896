import type { ClientOptions } from '@prmkit/client'

/** The reference backend over sample data, in the page. */
export async function demo(): Promise<Pick<ClientOptions, 'baseUrl' | 'fetch' | 'fetchToken'>> {
  try {
    const { createDemo } = await import('@prmkit/mock')
    return await createDemo()
  } catch (cause) {
    throw new Error('The demo needs @prmkit/mock. Install it, or use the CDN build.', { cause })
  }
}
