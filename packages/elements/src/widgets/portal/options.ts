import type { ClientOptions, FetchToken } from '@prmkit/client'
import type { Appearance, ColorScheme } from '../../styles/appearance.ts'

/** How a portal reaches its backend and looks. */
export interface PartnerPortalOptions {
  /** The address of the backend, without `/v1`. */
  readonly baseUrl?: string | undefined
  /** A path of the page's own site that answers `{ token, expiresAt }` to a POST. */
  readonly tokenUrl?: string | undefined
  /** Gets a token where `tokenUrl` does not fit. */
  readonly fetchToken?: FetchToken | undefined
  /** Runs on sample data in the page, without any backend. */
  readonly demo?: boolean | undefined
  /** The reader's locale; else the page's `lang`, else the browser's. */
  readonly locale?: string | undefined
  /** Which colours to use; the page's own unless set. */
  readonly colorScheme?: ColorScheme | undefined
  /** Tokens for all widgets of this portal. */
  readonly appearance?: Appearance | undefined
  /** The host's own wording, by message key. */
  readonly messages?: Readonly<Record<string, string>> | undefined
  /** Path data in a square of 24 in place of icons, by name; for the whole page. */
  readonly icons?: Readonly<Record<string, string>> | undefined
  /** Replaces the browser's `fetch`, as in tests. */
  readonly fetch?: ClientOptions['fetch']
  /** Checks answers against the contract as the client does; `report` with an `onDiagnostic`, else off. */
  readonly validation?: ClientOptions['validation']
  /** Hears of news for developers, such as a contract drift. */
  readonly onDiagnostic?: ClientOptions['onDiagnostic']
}
