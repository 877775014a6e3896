import { html, type TemplateResult } from 'lit'
import { LocalElement } from '../../base/local-element.ts'
import { catalog } from '../../locales/common/catalog.ts'
import type { messages } from '../../locales/common/en.ts'
import { host } from '../../styles/host.ts'
import { buttonStyles } from '../button/button.styles.ts'
import { dialog } from './dialog.ts'
import { dialogStyles } from './dialog.styles.ts'

/**
 * @summary A modal dialog: native, in the top layer, closed by Escape; focus goes back afterwards.
 *
 * @slot - What it is about.
 * @slot actions - Buttons at its foot, the primary one last.
 * @event cancel - Escape or the close button; cancelable.
 * @event close - It is closed.
 * @csspart dialog - The native dialog.
 */
export class PrmDialog extends LocalElement<typeof messages> {
  static override catalog = catalog
  static override styles = [host, buttonStyles, dialogStyles]
  static override properties = {
    ...LocalElement.properties,
    open: { type: Boolean, reflect: true },
    heading: {},
  }

  /** Shows or closes it. */
  declare open: boolean
  /** Its name and heading. */
  declare heading: string

  constructor() {
    super()
    this.open = false
    this.heading = ''
  }

  override render(): TemplateResult {
    return html`<div class="root" lang=${this.language} dir=${this.direction}>
      ${dialog({
        open: this.open,
        heading: this.heading,
        closeLabel: this.t('close'),
        content: html`<slot></slot>`,
        actions: html`<slot name="actions"></slot>`,
        onCancel: (event) => {
          if (!this.dispatchEvent(new Event('cancel', { cancelable: true }))) event.preventDefault()
        },
        onClose: () => {
          this.open = false
          this.dispatchEvent(new Event('close'))
        },
      })}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-dialog': PrmDialog
  }
}
