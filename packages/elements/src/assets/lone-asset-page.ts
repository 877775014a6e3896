import { nothing, type TemplateResult } from 'lit'
import { frame } from '../primitives/frame/frame.ts'
import { PrmAssetPage } from './asset-page.ts'

/** One asset without a list: it has no way back, and leaves the focus to the page around it. */
export class PrmLoneAssetPage extends PrmAssetPage {
  #mayFocus = false

  override readonly focusHeading = (): void => {
    if (this.#mayFocus) this.renderRoot.querySelector<HTMLElement>('#heading')?.focus()
  }

  /** Goes on to another asset, whose heading then gets the focus. */
  override open(id: string): void {
    this.#mayFocus = true
    super.open(id)
  }

  override render(): TemplateResult {
    return frame(this as never, () => (this.record ? this.page(this.record) : nothing))
  }
}
