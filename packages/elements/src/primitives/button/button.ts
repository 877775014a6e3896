import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { host } from '../../styles/host.ts'
import { busyStyles } from './busy.styles.ts'
import { buttonStyles } from './button.styles.ts'

const ownStyles = css`
  :host {
    display: inline-block;
    vertical-align: middle;
  }

  .root {
    container-type: normal;
  }

  .button {
    inline-size: 100%;
  }
`

/**
 * @summary A button, or with `href` a link that looks like one.
 *
 * @slot - The label, and an icon before or after it.
 * @csspart button - The native button or link.
 */
export class PrmButton extends LitElement {
  static formAssociated = true
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  }
  static override styles = [host, buttonStyles, busyStyles, ownStyles]
  static override properties = {
    variant: {},
    type: {},
    href: {},
    disabled: { type: Boolean },
    busy: { type: Boolean },
    label: {},
  }

  /** The look: `primary` once per view, `quiet` beside it, `danger` for final actions. */
  declare variant: 'primary' | 'quiet' | 'danger' | undefined
  /** The effect on the form around it. */
  declare type: 'button' | 'submit' | 'reset'
  /** Makes it a link. */
  declare href: string | undefined
  /** Takes it out of use. */
  declare disabled: boolean
  /** Shows that it is at work; a second press does nothing. */
  declare busy: boolean
  /** Its name where the slot holds no words. */
  declare label: string | undefined

  #internals: ElementInternals | undefined

  constructor() {
    super()
    this.type = 'button'
    this.disabled = false
    this.busy = false
    try {
      this.#internals = this.attachInternals()
    } catch {
      // Without internals it is a button outside any form.
    }
  }

  /** A fieldset around it was disabled or enabled. */
  formDisabledCallback(): void {
    this.requestUpdate()
  }

  override render(): TemplateResult {
    const look = `button ${this.variant ?? ''}`
    const name = this.label ?? nothing
    return html`<div class="root">
      ${
        this.href
          ? html`<a class=${look} part="button" href=${this.href} aria-label=${name}>
              <slot></slot>
            </a>`
          : html`<button
              class=${look}
              part="button"
              type="button"
              ?disabled=${this.disabled || this.matches(':disabled')}
              aria-busy=${this.busy || nothing}
              aria-label=${name}
              @click=${this.#press}
            >
              <slot></slot>
            </button>`
      }
    </div>`
  }

  #press(event: Event) {
    if (this.busy) return event.stopImmediatePropagation()
    const form = this.#internals?.form
    if (this.type === 'submit') form?.requestSubmit()
    if (this.type === 'reset') form?.reset()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-button': PrmButton
  }
}
