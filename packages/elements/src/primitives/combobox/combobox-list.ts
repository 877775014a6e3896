import { html, nothing } from 'lit'
import type { Choice } from '../field/context.ts'
import { icon } from '../icon/icon.ts'
import { check } from '../icon/later-icons.ts'
import type { ComboboxHost } from './combobox-options.ts'
import { exactChoice } from './matching.ts'
import { anchorPopup } from './popup.ts'

const page = 10

/** The list of a combobox: it searches, opens, and listens to keys. */
export class ComboboxList {
  open = false
  readonly #host: ComboboxHost
  #active = -1
  #choices: readonly Choice[] = []
  #phase: 'ready' | 'loading' | 'failed' = 'ready'
  #left = false
  #loading: AbortController | undefined
  #unanchor: (() => void) | undefined

  constructor(host: ComboboxHost) {
    this.#host = host
  }

  get id(): string {
    return `${this.#host.options.attributes['id']}-list`
  }

  get activeId(): string | undefined {
    return this.open && this.#active >= 0 ? `${this.id}-${this.#active}` : undefined
  }

  /** Answers an event of the input. */
  handle(event: Event): void {
    const { type } = event
    if (type === 'input') {
      this.#left = false
      this.#show(this.#host.options.wait)
    } else if (type === 'click') this.open || this.#show()
    else if (type === 'keydown') this.#key(event as KeyboardEvent)
    else if (type === 'blur') {
      this.#settle()
      this.#hide()
    }
  }

  /** Takes the entry that a text names which was left before the list was there. */
  recognize(text: string): void {
    this.#left = true
    void this.#search(text)
  }

  /** The input is gone. */
  end(): void {
    this.#loading?.abort()
    this.#unanchor?.()
    this.open = false
  }

  async #search(text: string, wait = 0) {
    const host = this.#host
    this.#loading?.abort()
    const { signal } = (this.#loading = new AbortController())
    this.#active = -1
    let choices: readonly Choice[] = []
    let phase: 'ready' | 'failed' = 'ready'
    try {
      if (wait) {
        this.#busy()
        await new Promise((resolve) => setTimeout(resolve, wait))
        if (signal.aborted) return
      }
      const found = host.options.search(text, signal)
      if (found instanceof Promise) this.#busy()
      choices = found instanceof Promise ? await found : found
    } catch {
      phase = 'failed'
    }
    if (signal.aborted) return
    this.#choices = choices
    this.#phase = phase
    const { value } = host.options
    if (!host.dirty) this.#active = choices.findIndex((choice) => choice.value === value)
    const found = this.#left && exactChoice(choices, text)
    this.#left = false
    if (found) this.#choose(found)
    else this.#move(this.#active)
  }

  #busy() {
    this.#phase = 'loading'
    this.#host.draw()
  }

  #show(wait = 0) {
    const { input, dirty, options } = this.#host
    if (options.attributes['readonly']) return
    void this.#search(dirty ? input.value : '', wait)
    if (this.open) return
    this.open = true
    this.#host.draw()
    const popup = this.#popup
    popup?.showPopover?.()
    if (popup) this.#unanchor = anchorPopup(input, popup)
  }

  #hide() {
    if (!this.open) return
    this.open = false
    this.#active = -1
    this.#unanchor?.()
    this.#popup?.hidePopover?.()
    this.#host.draw()
  }

  #choose(choice: Choice) {
    const host = this.#host
    host.known = choice
    host.typed = choice.label
    host.dirty = false
    host.options.onChoose(choice)
    this.#hide()
    host.draw()
  }

  /** Makes something of what was typed: the entry it names, or a text that matches nothing. */
  #settle() {
    const host = this.#host
    const active = this.open && this.#choices[this.#active]
    if (active) return this.#choose(active)
    if (!host.dirty) return
    const text = host.input.value.trim()
    const found = this.#phase === 'ready' && text && exactChoice(this.#choices, text)
    if (found) return this.#choose(found)
    host.dirty = false
    this.#left = this.#phase === 'loading'
    if (text) host.options.onChoose({ text })
  }

  /** Shows what is stored instead of what was typed. */
  #restore() {
    this.#host.dirty = false
    this.#host.typed = undefined
    this.#host.draw()
  }

  #move(to: number) {
    this.#active = to
    this.#host.draw()
    this.#popup?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }

  get #popup() {
    return this.#host.input?.parentElement?.querySelector<HTMLElement>('.popup')
  }

  #key(event: KeyboardEvent) {
    // While an input method composes, its keys are not ours (229 in Safari).
    if (event.isComposing || event.keyCode === 229) return
    const { key } = event
    const last = this.#choices.length - 1
    const at = this.#active
    const down = key === 'ArrowDown'
    if (down || key === 'ArrowUp') {
      if (!this.open || this.#phase === 'failed') this.#show()
      else if (event.altKey && !down) this.#hide()
      else if (last >= 0) this.#move(down ? (at < last ? at + 1 : 0) : at > 0 ? at - 1 : last)
    } else if (!this.open) {
      if (key !== 'Escape' || !this.#host.dirty) return
      event.stopPropagation()
      this.#restore()
    } else if (key === 'PageDown') this.#move(Math.min(last, at + page))
    else if (key === 'PageUp') this.#move(Math.max(Math.min(last, 0), at - page))
    else if (key === 'Home' && at >= 0) this.#move(0)
    else if (key === 'End' && at >= 0) this.#move(last)
    else if (key === 'Enter') {
      // The only entry left is meant, though its name is not typed to the end.
      if (!last && this.#phase === 'ready' && this.#host.dirty) this.#active = 0
      this.#settle()
      this.#hide()
    } else if (key === 'Escape') {
      event.stopPropagation()
      this.#hide()
    } else return
    event.preventDefault()
  }

  /** The popup, in the top layer while it is open. */
  template() {
    const { t, label, value } = this.#host.options
    const choices = this.#phase === 'ready' ? this.#choices : []
    const status =
      this.#phase === 'loading'
        ? t('searching')
        : this.#phase === 'failed'
          ? t('searchFailed')
          : choices.length
            ? t('results', { n: choices.length })
            : t('noResults')
    const option = (choice: Choice, index: number) =>
      html`<div
        role="option"
        id=${`${this.id}-${index}`}
        aria-selected=${index === this.#active}
        @click=${() => this.#choose(choice)}
      >
        <span><bdi>${choice.label}</bdi></span>
        ${choice.detail ? html`<small class="muted"><bdi>${choice.detail}</bdi></small>` : nothing}
        ${choice.value === value ? icon(check) : nothing}
      </div>`
    return html`<span class="away" role="status">${this.open ? status : ''}</span>
      <div class="popup" part="popup" popover="manual" @mousedown=${keepFocus}>
        <div role="listbox" id=${this.id} aria-label=${label} ?hidden=${!choices.length}>
          ${this.open ? choices.map(option) : nothing}
        </div>
        ${choices.length ? nothing : html`<p class="hint" aria-hidden="true">${status}</p>`}
      </div>`
  }
}

const keepFocus = (event: Event) => event.preventDefault()

export const createList = (host: ComboboxHost): ComboboxList => new ComboboxList(host)
