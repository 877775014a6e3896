import { html, nothing, type TemplateResult } from 'lit'
import { opensElsewhere, safeAddress } from '../base/safe-address.ts'
import { AskEvent } from '../events.ts'

/** The widget in which somebody may ask. */
export interface AskScene {
  /** The address of the page to ask on, with `{text}` for the words. */
  readonly askHref: string | undefined
  emit(event: Event): boolean
}

/** The address to ask on, with the words in it. */
export const askAddress = (template: string | undefined, text: string): string | undefined =>
  safeAddress(template?.replaceAll('{text}', encodeURIComponent(text)))

/** Hands the words to the host page; true where it leaves the rest to the widget. */
export const ask = (scene: AskScene, text: string): boolean => scene.emit(new AskEvent({ text }))

/** The way to a person, where the host page has one. */
export function askLink(
  scene: AskScene,
  text: string,
  label: string,
): TemplateResult | typeof nothing {
  const address = askAddress(scene.askHref, text)
  if (address === undefined) return nothing
  const press = (event: MouseEvent) => {
    if (!opensElsewhere(event) && !ask(scene, text)) event.preventDefault()
  }
  return html`<a class="button ask" part="ask" href=${address} @click=${press}>${label}</a>`
}
