import type { PartnerPortalOptions } from './partner-portal.ts'

/** The reference backend over sample data, in the page. */
export async function demo(): Promise<PartnerPortalOptions> {
  try {
    const { createDemo } = await import('@prmkit/mock')
    return await createDemo()
  } catch (cause) {
    throw new Error('The demo needs @prmkit/mock. Install it, or use the CDN build.', { cause })
  }
}
