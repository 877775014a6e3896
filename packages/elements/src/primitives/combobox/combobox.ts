import { html, nothing } from 'lit'
import { directive } from 'lit/directive.js'
import type { Choice } from '../field/context.ts'
import { control } from '../field/control.ts'
import { fetchParts, LazyDirective, type Parts } from '../field/lazy.ts'
import { icon } from '../icon/icon.ts'
import { chevronDown } from '../icon/icons.ts'
import type { ComboboxList } from './combobox-list.ts'
import type { ComboboxHost, ComboboxOptions } from './combobox-options.ts'

/** The input of a combobox; its list is loaded when the reader first comes to it. */
class ComboboxDirective
  extends LazyDirective<ComboboxOptions, ComboboxList>
  implements ComboboxHost
{
  input!: HTMLInputElement
  typed: string | undefined
  dirty = false
  known: Choice | undefined

  protected override readonly fetch = fetchParts

  protected override create({ createList }: Parts): ComboboxList {
    return createList(this)
  }

  protected override end(): void {
    this.part?.end()
  }

  protected override changed(before: ComboboxOptions | undefined): void {
    if (before?.value !== this.options.value && !this.dirty) this.typed = undefined
    void this.#learn()
  }

  /** Finds out how the stored value is called. */
  async #learn() {
    const { value, find } = this.options
    if (typeof value !== 'string' || value === this.known?.value) return
    this.known = { value, label: '' }
    const learn = (found?: Choice) => (this.known = found ?? { value, label: value })
    try {
      const found = find?.(value)
      if (!(found instanceof Promise)) return void learn(found)
      await found.then(learn)
    } catch {
      learn()
    }
    if (this.known?.value === value) this.draw()
  }

  #on = (event: Event) => {
    const { type } = event
    const input = (this.input = event.target as HTMLInputElement)
    if (type === 'input') {
      this.typed = input.value
      this.dirty = true
      if (!this.typed) this.options.onChoose((this.known = undefined))
    }
    if (this.part) return this.part.handle(event)
    if (type === 'blur') this.#leave()
    // Events that came before the list did are answered once it is there.
    else void this.wake((part) => input.matches(':focus') && part.handle(event))
  }

  #leave() {
    const text = this.input.value.trim()
    if (this.dirty && text) {
      this.options.onChoose({ text })
      void this.wake((part) => this.dirty || part.recognize(text))
    }
    this.dirty = false
  }

  override template() {
    const { attributes, value, t } = this.options
    const { part } = this
    const stored = typeof value === 'object' ? value.text : value && this.known?.label
    const text = this.typed ?? stored ?? ''
    return html`<div class="combo">
      <input
        class="control"
        part="field-control"
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded=${!!part?.open}
        aria-controls=${part?.open ? part.id : nothing}
        aria-activedescendant=${part?.activeId ?? nothing}
        dir=${text ? 'auto' : nothing}
        spellcheck="false"
        @focus=${this.#on}
        @click=${this.#on}
        @input=${this.#on}
        @keydown=${this.#on}
        @blur=${this.#on}
        ${control(attributes, { value: text, read: (typed) => typed, write: String })}
      />${icon(chevronDown)}${part?.template()}${this.attended()}
      ${this.failed ? html`<p class="wrong" role="alert">${t('partFailed')}</p>` : nothing}
    </div>`
  }
}

/** An editable combobox with a list (ARIA 1.2), drawn into the root of whoever uses it. */
export const combobox = directive(ComboboxDirective)
