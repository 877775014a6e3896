import type { ClientOptions, FetchToken } from '@prmkit/client'
import { LitElement, html, css, type TemplateResult } from 'lit'
import { providePortal } from '../../base/context.ts'
import type { Appearance, ColorScheme } from '../../styles/appearance.ts'
import { PartnerPortal } from './partner-portal.ts'

/**
 * @summary Connects the widgets inside it with a backend; shows nothing itself.
 *
 * @slot - The widgets, anywhere below.
 * @event {SessionEndedEvent} prm-session-ended - The partner logged out.
 * @event {DiagnosticEvent} prm-diagnostic - The client noticed something for the developer.
 */
export class PrmPortal extends LitElement {
  static override properties = {
    baseUrl: { attribute: 'base-url' },
    tokenUrl: { attribute: 'token-url' },
    demo: { type: Boolean },
    locale: {},
    colorScheme: { attribute: 'color-scheme' },
    fetchToken: { attribute: false },
    validation: {},
    appearance: { attribute: false },
    messages: { attribute: false },
    icons: { attribute: false },
    fetch: { attribute: false },
  }

  static override styles = css`
    :host {
      display: contents;
    }
  `

  /** The address of the backend, without `/v1`. */
  declare baseUrl: string | undefined
  /** A path of this site that answers `{ token, expiresAt }` to a POST. */
  declare tokenUrl: string | undefined
  /** Runs on sample data, without any backend. */
  declare demo: boolean
  /** The reader's locale; else the page's `lang`, else the browser's. */
  declare locale: string | undefined
  /** Which colours to use: `light`, `dark`, `auto`, or the page's own. */
  declare colorScheme: ColorScheme | undefined
  /** Gets a token where `token-url` does not fit. */
  declare fetchToken: FetchToken | undefined
  /** Checks answers against the contract: `report` tells `prm-diagnostic` of each that differs. */
  declare validation: ClientOptions['validation']
  /** Tokens for all widgets inside. */
  declare appearance: Appearance | undefined
  /** The host's own wording, by message key. */
  declare messages: Readonly<Record<string, string>> | undefined
  /** Path data in a square of 24 in place of icons, by name; for the whole page. */
  declare icons: Readonly<Record<string, string>> | undefined
  /** Replaces the browser's `fetch`, as in tests. */
  declare fetch: ClientOptions['fetch']

  /** The portal itself, for scripts. */
  readonly portal = new PartnerPortal({}, this)

  constructor() {
    super()
    this.demo = false
    providePortal(this, this.portal)
    for (const type of ['prm-session-ended', 'prm-diagnostic'] as const) {
      this.portal.on(type, (event) => this.dispatchEvent(event))
    }
  }

  /**
   * Ends the session: empties the widgets, deletes drafts and revokes the token. False where a draft
   * may be left on this device: tell its user.
   */
  logout(): Promise<boolean> {
    return this.portal.logout()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    // One that is only moved is back at once.
    queueMicrotask(() => this.isConnected || this.portal.suspend())
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const own = this as unknown as Record<PropertyKey, unknown>
    this.portal.update(Object.fromEntries([...changed.keys()].map((key) => [key, own[key]])))
  }

  override render(): TemplateResult {
    return html`<slot></slot>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-portal': PrmPortal
  }
}
