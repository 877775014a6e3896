import { html, type TemplateResult } from 'lit'
import { words } from '../desk/words.ts'
import { DeskPart } from './desk-part.ts'

/** A part of the desk about one partner, who is looked up by name. */
export abstract class PartnerPart extends DeskPart {
  static override properties = { ...DeskPart.properties, partnerId: { state: true } }

  declare partnerId: string | undefined

  /** Forgets what is shown of a partner, as another one is chosen. */
  protected abstract forget(): void

  readonly #choose = ({ target }: Event) => {
    const partnerId = (target as HTMLInputElement).value || undefined
    Object.assign(this, { partnerId, done: undefined })
    this.forget()
    void this.load()
  }

  /** The field in which a partner is looked up. */
  protected partnerField(): TemplateResult {
    return html`<div class="ask">
      <prm-combobox
        .label=${words.partner}
        .search=${this.searchPartners}
        @change=${this.#choose}
      ></prm-combobox>
    </div>`
  }
}
