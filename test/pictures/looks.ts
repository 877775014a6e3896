import type { BrowserContextOptions, Page } from 'playwright-core'

/** One way to look at everything. */
export interface Look {
  options: BrowserContextOptions
  scheme: 'light' | 'dark'
  language: 'en' | 'ar'
}

const light = { scheme: 'light', language: 'en' } as const
const wide = { width: 1024, height: 768 }

export const looks: Record<string, Look> = {
  light: { ...light, options: { viewport: wide } },
  dark: { ...light, scheme: 'dark', options: { viewport: wide, colorScheme: 'dark' } },
  narrow: { ...light, options: { viewport: { width: 320, height: 640 }, deviceScaleFactor: 2 } },
  wide: { ...light, options: { viewport: { width: 1440, height: 900 } } },
  arabic: { ...light, language: 'ar', options: { viewport: wide } },
  // A window of 1024 pixels at 200 % leaves a page 512.
  zoomed: { ...light, options: { viewport: { width: 512, height: 384 }, deviceScaleFactor: 2 } },
}

/** The pictures that are wanted. */
export interface Album {
  wants(name: string): boolean
  /** Takes a picture once the page is ready, or of what is there when it does not get ready. */
  take(page: Page, name: string, ready: () => Promise<void>): Promise<void>
}
