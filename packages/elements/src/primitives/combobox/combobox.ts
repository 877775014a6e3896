import { html, nothing } from 'lit'
import { AsyncDirective, directive } from 'lit/async-directive.js'
import { icon } from '../icon/icon.ts'
import { check, chevronDown } from '../icon/icons.ts'
import type { Choice, FieldTexts, Unmatched } from '../field/context.ts'
import { control, type Attributes } from '../field/control.ts'
import { exactChoice } from './matching.ts'
import { anchorPopup } from './popup.ts'

/** What a combobox needs. */
export interface ComboboxOptions {
  readonly t: FieldTexts
  /** Names the list. */
  readonly label: string
  /** Attributes of the input; its id names the list too. */
  readonly attributes: Attributes
  /** The stored value, or what was typed and matches nothing. */
  readonly value: string | Unmatched | undefined
  /** Entries for a typed text; an empty text asks for the first ones. */
  readonly search: (
    text: string,
    signal: AbortSignal,
  ) => readonly Choice[] | Promise<readonly Choice[]>
  /** Milliseconds of quiet before a search. */
  readonly wait?: number
  /** Names a stored value. */
  readonly find?: ((value: string) => Choice | undefined | Promise<Choice | undefined>) | undefined
  /** A choice was made, the input emptied, or left with a text that matches nothing. */
  readonly onChoose: (choice: Choice | Unmatched | undefined) => void
}

const page = 10

class ComboboxDirective extends AsyncDirective {
  #options!: ComboboxOptions
  #input!: HTMLInputElement
  #open = false
  #active = -1
  #choices: readonly Choice[] = []
  #phase: 'ready' | 'loading' | 'failed' = 'ready'
  /** What stands in the input until the owner stores it. */
  #typed: string | undefined
  /** Typed, and not yet chosen or left. */
  #dirty = false
  #left = false
  #known: Choice | undefined
  #loading: AbortController | undefined
  #unanchor: (() => void) | undefined

  render(options: ComboboxOptions) {
    if (this.#options?.value !== options.value && !this.#dirty) this.#typed = undefined
    this.#options = options
    this.#learn()
    return this.#template()
  }

  protected override disconnected(): void {
    this.#loading?.abort()
    this.#unanchor?.()
    this.#open = false
  }

  #draw() {
    this.setValue(this.#template())
  }

  /** Finds out how the stored value is called. */
  async #learn() {
    const { value, find } = this.#options
    if (typeof value !== 'string' || value === this.#known?.value) return
    this.#known = { value, label: '' }
    const learn = (found: Choice | undefined) => (this.#known = found ?? { value, label: value })
    try {
      const found = find?.(value)
      if (!(found instanceof Promise)) return void learn(found)
      await found.then(learn)
    } catch {
      learn(undefined)
    }
    if (this.#known?.value === value) this.#draw()
  }

  async #search(text: string, wait = 0) {
    this.#loading?.abort()
    const { signal } = (this.#loading = new AbortController())
    this.#active = -1
    try {
      if (wait) {
        this.#phase = 'loading'
        this.#draw()
        await new Promise((resolve) => setTimeout(resolve, wait))
        if (signal.aborted) return
      }
      const found = this.#options.search(text, signal)
      if (found instanceof Promise) {
        this.#phase = 'loading'
        this.#draw()
      }
      const choices = found instanceof Promise ? await found : found
      if (signal.aborted) return
      this.#choices = choices
      this.#phase = 'ready'
      if (!this.#dirty) {
        this.#active = choices.findIndex(({ value }) => value === this.#options.value)
      }
    } catch {
      if (signal.aborted) return
      this.#choices = []
      this.#phase = 'failed'
    }
    const found = this.#left && exactChoice(this.#choices, text)
    this.#left = false
    if (found) this.#choose(found)
    else this.#draw()
    this.#reveal()
  }

  #show(wait = 0) {
    if (this.#options.attributes['readonly']) return
    void this.#search(this.#dirty ? this.#input.value : '', wait)
    if (this.#open) return
    this.#open = true
    this.#draw()
    const popup = this.#popup
    popup?.showPopover?.()
    if (popup) this.#unanchor = anchorPopup(this.#input, popup)
  }

  #hide() {
    if (!this.#open) return
    this.#open = false
    this.#active = -1
    this.#unanchor?.()
    this.#popup?.hidePopover?.()
    this.#draw()
  }

  #choose(choice: Choice) {
    this.#known = choice
    this.#typed = choice.label
    this.#dirty = false
    this.#options.onChoose(choice)
    this.#hide()
    this.#draw()
  }

  /** Makes something of what was typed: the entry it names, or a text that matches nothing. */
  #settle() {
    const active = this.#choices[this.#active]
    if (active) return this.#choose(active)
    const text = this.#input.value.trim()
    if (!this.#dirty) return
    const found = text ? exactChoice(this.#choices, text) : undefined
    if (found && this.#phase === 'ready') return this.#choose(found)
    this.#dirty = false
    this.#left = this.#phase === 'loading'
    if (text) this.#options.onChoose({ text })
  }

  #move(to: number) {
    this.#active = to
    this.#draw()
    this.#reveal()
  }

  #reveal() {
    this.#popup?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }

  get #popup() {
    return this.#input?.parentElement?.querySelector<HTMLElement>('.popup')
  }

  #key = (event: KeyboardEvent) => {
    // While an input method composes, its keys are not ours (229 in Safari).
    if (event.isComposing || event.keyCode === 229) return
    const last = this.#choices.length - 1
    const at = this.#active
    const down = event.key === 'ArrowDown'
    if (down || event.key === 'ArrowUp') {
      if (!this.#open || this.#phase === 'failed') this.#show()
      else if (event.altKey && !down) this.#hide()
      else if (last >= 0) this.#move(down ? (at < last ? at + 1 : 0) : at > 0 ? at - 1 : last)
    } else if (!this.#open) {
      return
    } else if (event.key === 'PageDown') this.#move(Math.min(last, at + page))
    else if (event.key === 'PageUp') this.#move(Math.max(Math.min(last, 0), at - page))
    else if (event.key === 'Home' && at >= 0) this.#move(0)
    else if (event.key === 'End' && at >= 0) this.#move(last)
    else if (event.key === 'Enter') {
      this.#settle()
      this.#hide()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      this.#hide()
    } else return
    event.preventDefault()
  }

  #type = (event: Event) => {
    this.#input = event.target as HTMLInputElement
    this.#typed = this.#input.value
    this.#dirty = true
    this.#left = false
    if (!this.#typed) {
      this.#known = undefined
      this.#options.onChoose(undefined)
    }
    this.#show(this.#options.wait)
  }

  #blur = () => {
    this.#settle()
    this.#hide()
  }

  #template() {
    const { t, attributes, value, label } = this.#options
    const list = `${attributes['id']}-list`
    const stored = typeof value === 'object' ? value.text : value && this.#known?.label
    const text = this.#typed ?? stored ?? ''
    const status =
      this.#phase === 'loading'
        ? t('searching')
        : this.#phase === 'failed'
          ? t('searchFailed')
          : this.#choices.length
            ? t('results', { n: this.#choices.length })
            : t('noResults')
    const none = this.#phase !== 'ready' || !this.#choices.length
    return html`<div class="combo">
      <input
        class="control"
        part="field-control"
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded=${this.#open}
        aria-controls=${list}
        aria-activedescendant=${this.#active < 0 || !this.#open ? nothing : `${list}-${this.#active}`}
        dir=${text ? 'auto' : nothing}
        spellcheck="false"
        @focus=${(event: Event) => (this.#input = event.target as HTMLInputElement)}
        @click=${() => this.#open || this.#show()}
        @input=${this.#type}
        @keydown=${this.#key}
        @blur=${this.#blur}
        ${control(attributes, { value: text, read: (typed) => typed, write: String })}
      />
      ${icon(chevronDown)}
      <span class="away" role="status">${this.#open ? status : ''}</span>
      <div
        class="popup"
        part="popup"
        popover="manual"
        @mousedown=${(event: Event) => event.preventDefault()}
      >
        <div role="listbox" id=${list} aria-label=${label} ?hidden=${none}>
          ${this.#open && !none ? this.#choices.map((choice, index) => this.#option(choice, index, list)) : nothing}
        </div>
        ${none ? html`<p class="hint" aria-hidden="true">${status}</p>` : nothing}
      </div>
    </div>`
  }

  #option(choice: Choice, index: number, list: string) {
    return html`<div
      role="option"
      id=${`${list}-${index}`}
      aria-selected=${index === this.#active}
      @click=${() => this.#choose(choice)}
    >
      <span><bdi>${choice.label}</bdi></span>
      ${choice.detail ? html`<small class="muted"><bdi>${choice.detail}</bdi></small>` : nothing}
      ${choice.value === this.#options.value ? icon(check) : nothing}
    </div>`
  }
}

/** An editable combobox with a list (ARIA 1.2), drawn into the root of whoever uses it. */
export const combobox = directive(ComboboxDirective)
