import { adoptStyles, html, type CSSResultGroup, type TemplateResult } from 'lit'
import { LocalElement } from '../src/base/local-element.ts'
import type { Translate } from '../src/base/localize.ts'
import { catalog } from '../src/locales/common/catalog.ts'
import type { messages } from '../src/locales/common/en.ts'
import { host } from '../src/styles/host.ts'

/** The element in which a template is drawn, as it sees it. */
export interface Stage {
  readonly t: Translate<typeof messages>
  readonly locale: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  root(): Element
}

type Draw = (stage: Stage) => unknown

class StoryStage extends LocalElement<typeof messages> {
  static override catalog = catalog
  static override styles = host
  static override properties = {
    ...LocalElement.properties,
    draw: { attribute: false },
    sheets: { attribute: false },
  }

  declare draw: Draw | undefined
  declare sheets: CSSResultGroup

  override render(): TemplateResult {
    const root = this.renderRoot as ShadowRoot
    adoptStyles(root, (this.constructor as typeof StoryStage).finalizeStyles([host, this.sheets]))
    const { t, locale, language, direction } = this
    return html`<div class="root" lang=${language} dir=${direction}>
      ${this.draw?.({ t, locale, language, direction, root: () => root.firstElementChild ?? this })}
    </div>`
  }
}

/** Draws a template function as a widget would: in a shadow root, with its style sheets. */
export const stage = (sheets: CSSResultGroup, draw: Draw): TemplateResult => {
  if (!customElements.get('story-stage')) customElements.define('story-stage', StoryStage)
  return html`<story-stage .sheets=${sheets} .draw=${draw}></story-stage>`
}
