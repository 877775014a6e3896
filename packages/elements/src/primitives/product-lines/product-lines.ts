import { html, nothing } from 'lit'
import { AsyncDirective, directive } from 'lit/async-directive.js'
import { repeat } from 'lit/directives/repeat.js'
import { formatMoney } from '../../base/format.ts'
import { combobox } from '../combobox/combobox.ts'
import type { Choice, ShownError, Unmatched } from '../field/context.ts'
import { errorText } from '../field/error-text.ts'
import { fieldId } from '../field/field-id.ts'
import { errorLine, type Drawn } from '../field/frame.ts'
import { searchWait } from '../field/list.ts'
import { numberText, readInput } from '../field/number.ts'
import { icon } from '../icon/icon.ts'
import { plus, trash2 } from '../icon/icons.ts'
import { currenciesFor, moneyInput } from '../money/money.ts'
import { isBlank, lineAmount, lineTotals, type Line } from './lines.ts'

const blank: Line = { quantity: 1 }

class ProductLinesDirective extends AsyncDirective {
  #drawn!: Drawn
  #value: unknown
  #lines: readonly Line[] = [blank]
  /** A lasting key for each line, so that removing one leaves the others untouched. */
  #keys: number[] = [0]
  #next = 1
  #said = ''
  #matching = new Set<string>()
  #ended = new AbortController()

  render(drawn: Drawn) {
    const { value } = drawn.state
    this.#drawn = drawn
    if (value !== this.#value) {
      this.#value = value
      const lines = Array.isArray(value) ? (value as Line[]) : []
      this.#take(lines.length ? lines : [blank])
    }
    return this.#template()
  }

  protected override disconnected(): void {
    this.#ended.abort()
    this.#ended = new AbortController()
  }

  #draw() {
    this.setValue(this.#template())
  }

  #take(lines: readonly Line[]) {
    this.#lines = lines
    this.#keys = lines.map((_, index) => this.#keys[index] ?? this.#next++)
  }

  #store(lines: readonly Line[]) {
    this.#take(lines)
    this.#value = lines.every(isBlank) ? undefined : lines
    this.#drawn.state.onInput(this.#value)
    this.#draw()
  }

  #change(key: number, change: Partial<Line>) {
    const at = this.#keys.indexOf(key)
    this.#store(this.#lines.map((line, index) => (index === at ? { ...line, ...change } : line)))
  }

  #add = ({ currentTarget }: Event) => {
    this.#store([...this.#lines, blank])
    this.#focus(currentTarget as Element, this.#lines.length - 1)
  }

  #remove(key: number, { currentTarget }: Event) {
    const root = (currentTarget as Element).closest('.lines') as Element
    const at = this.#keys.indexOf(key)
    const rest = this.#lines.filter((_, index) => index !== at)
    this.#keys.splice(at, 1)
    this.#said = this.#drawn.context.t('lineRemoved')
    this.#store(rest.length ? rest : [blank])
    this.#focus(root, Math.min(at, this.#lines.length - 1))
  }

  #focus(inside: Element, index: number) {
    const input = inside.closest('.lines')?.querySelectorAll('.line')[index]?.querySelector('input')
    input?.focus()
  }

  #choose(key: number, choice: Choice | Unmatched | undefined, currencies: readonly string[]) {
    if (!choice || 'text' in choice) {
      return this.#change(key, { productId: choice, name: undefined, sku: undefined })
    }
    const line = this.#lines[this.#keys.indexOf(key)]
    this.#change(key, this.#chosen(line, choice, currencies))
  }

  /** The fields that a product brings; a price is only taken where none was entered. */
  #chosen(
    line: Line | undefined,
    { value, label, detail, prices }: Choice,
    currencies: readonly string[],
  ) {
    const price = prices?.find(({ currency }) => currencies.includes(currency))
    return {
      productId: value,
      name: label,
      sku: detail,
      ...(price && !line?.unitPrice?.amount ? { unitPrice: price } : {}),
    }
  }

  #paste = async (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain').replace(/[\r\n]+$/, '') ?? ''
    const { context, field, state } = this.#drawn
    if (state.readOnly || !/[\t\n\r]/.test(text)) return
    event.preventDefault()
    const { matchProducts, readRows } = await import('./paste.ts')
    const currencies = currenciesFor(context, field.currencies, undefined)
    const rows = readRows(context.locale, text, currencies)
    const kept = this.#lines.filter((line) => !isBlank(line))
    if (!kept.length) this.#keys = []
    const texts = rows.map(({ productId }) => (productId as Unmatched).text)
    this.#matching = new Set(texts)
    this.#store([...kept, ...rows])
    const { signal } = this.#ended
    const search = async (wanted: string) =>
      (await context.search?.('products', wanted, signal)) ?? []
    await matchProducts(texts, search, (wanted, found) => {
      if (signal.aborted) return
      this.#matching.delete(wanted)
      this.#store(
        this.#lines.map((line) =>
          found && (line.productId as Unmatched | undefined)?.text === wanted
            ? { ...line, ...this.#chosen(line, found, currencies) }
            : line,
        ),
      )
    })
    const n = this.#lines.filter(({ productId }) => typeof productId === 'object').length
    this.#said = `${context.t('linesAdded', { n: rows.length })} ${n ? context.t('linesUnmatched', { n }) : ''}`
    this.#draw()
  }

  #template() {
    const { context, state } = this.#drawn
    const { t, locale } = context
    const totals = lineTotals(this.#lines)
    return html`<div class="lines" @paste=${this.#paste}>
      ${repeat(
        this.#lines,
        (_, index) => this.#keys[index],
        (line, index) => this.#row(line, index),
      )}
      <div class="lines-end">
        ${
          state.readOnly
            ? nothing
            : html`<button class="button" type="button" @click=${this.#add}>
                ${icon(plus)}${t('lineAdd')}
              </button>`
        }
        ${
          totals.length
            ? html`<p class="totals">
                <span class="muted">${t('lineTotal')}</span>
                ${totals.map((total) => html`<strong>${formatMoney(locale, total)}</strong>`)}
              </p>`
            : nothing
        }
      </div>
      ${state.readOnly ? nothing : html`<p class="hint after">${t('linePaste')}</p>`}
      <span class="away" role="status">${this.#said}</span>
    </div>`
  }

  #row(line: Line, index: number) {
    const { context, field, state } = this.#drawn
    const { t, locale } = context
    const key = this.#keys[index] as number
    const { productId, name, sku, quantity, unitPrice } = line
    const currencies = currenciesFor(context, field.currencies, unitPrice?.currency)
    const amount = lineAmount(line)
    const cell = (
      part: 'productId' | 'quantity' | 'unitPrice',
      label: string,
      kind: Drawn['field']['type'],
      input: (attributes: Drawn['attributes']) => unknown,
    ) => {
      const pointer = `${field.pointer}/${index}/${part}`
      const id = fieldId(pointer)
      const error = this.#error(pointer, line, part)
      const text = error && errorText(context, { ...field, type: kind, pointer }, error)
      const attributes = {
        id,
        'aria-describedby': error && `${id}-error`,
        'aria-invalid': error && 'true',
        autocomplete: 'off',
        readonly: state.readOnly,
      }
      return html`<div class=${`cell ${part}`}>
        <label for=${id}>${label}</label>${input(attributes)}${text ? errorLine(id, text) : nothing}
      </div>`
    }
    return html`<div class="line" role="group" aria-label=${t('line', { n: index + 1 })}>
      ${cell('productId', t('lineProduct'), 'lookup', (attributes) =>
        combobox({
          t,
          label: t('lineProduct'),
          attributes,
          value: productId,
          wait: searchWait,
          search: (text, signal) => context.search?.('products', text, signal) ?? [],
          find: (value) =>
            name ? { value, label: name, detail: sku } : context.find?.('products', value),
          onChoose: (choice) => this.#choose(key, choice, currencies),
        }),
      )}
      ${cell('quantity', t('lineQuantity'), 'number', (attributes) =>
        readInput(numberText(locale, quantity), attributes, (value) =>
          this.#change(key, { quantity: value as number }),
        ),
      )}
      ${cell('unitPrice', t('linePrice'), 'money', (attributes) =>
        moneyInput(context, unitPrice, currencies, attributes, (value) =>
          this.#change(key, { unitPrice: value }),
        ),
      )}
      <div class="cell amount">
        <span class="caption">${t('lineAmount')}</span>
        <output>${amount ? formatMoney(locale, amount) : '–'}</output>
      </div>
      ${
        state.readOnly
          ? nothing
          : html`<button
              class="button quiet square"
              type="button"
              aria-label=${t('lineRemove', { n: index + 1 })}
              @click=${(event: Event) => this.#remove(key, event)}
            >
              ${icon(trash2)}
            </button>`
      }
    </div>`
  }

  /** What is wrong with a cell; a product that was not found is told at once. */
  #error(pointer: string, { productId }: Line, part: string): ShownError | undefined {
    const given = this.#drawn.state.errors?.find(
      (error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`),
    )
    if (part !== 'productId' || typeof productId !== 'object') return given
    if (this.#matching.has(productId.text)) return undefined
    return { pointer, code: 'unmatched', detail: this.#drawn.context.t('lineUnmatched') }
  }
}

/** Rows of product, quantity and price; drawn into the root of whoever uses it. */
export const productLines = directive(ProductLinesDirective)
