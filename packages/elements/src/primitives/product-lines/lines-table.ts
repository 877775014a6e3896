import { html, nothing } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import { isCovered } from '@prmkit/contract/rules'
import { formatMoney } from '../../base/values/format-money.ts'
import type { Choice, Unmatched } from '../field/context.ts'
import type { Drawn } from '../field/frame.ts'
import { currenciesFor } from '../money/money.ts'
import { drawLine } from './line.ts'
import { lineTotals } from './line-amount.ts'
import { isBlank, type Line } from './lines.ts'
import { matchProducts, readRows } from './paste.ts'
import { productLinesStyles } from './product-lines.styles.ts'

export { catalog, redraw, whenGone } from '../field/late-fields.ts'

/** The styles of the lines. */
export const styles = productLinesStyles

const blank: Line = { quantity: 1 }

/** The field as its lines see it. */
export interface LinesHost {
  readonly options: Drawn
  /** Draws the field again. */
  draw(): void
}

/** The product lines of a field: adding, pasting, changing and removing them. */
export class LinesTable {
  readonly #host: LinesHost
  #stored: unknown
  #lines: readonly Line[] = []
  /** A lasting key for each line, so that removing one leaves the others untouched. */
  #keys: number[] = []
  #next = 0
  #said = ''
  /** Pasted product texts that are being looked up. */
  #matching = new Set<string>()
  #ended = new AbortController()

  constructor(host: LinesHost) {
    this.#host = host
  }

  /** Takes over a value that was set from outside. */
  adopt(value: unknown): void {
    if (value === this.#stored) return
    this.#stored = value
    this.#take(Array.isArray(value) ? (value as Line[]) : [])
  }

  /** Begins a line. */
  add(root: Element | null): void {
    this.#store([...this.#lines, blank])
    focusLine(root, this.#lines.length - 1)
  }

  /** Adds the rows of a spreadsheet and looks their products up; a blank line gives way to them. */
  async paste(text: string, root?: Element): Promise<void> {
    const { context, field } = this.#host.options
    const { t, locale, search } = context
    const currencies = currenciesFor(context, field.currencies, undefined)
    const rows = readRows(locale, text, currencies)
    const texts = rows.map(({ productId }) => (productId as Unmatched).text)
    this.#matching = new Set(texts)
    this.#keys = this.#keys.filter((_, index) => !isBlank(this.#lines[index] ?? blank))
    const filled = this.#lines.filter((line) => !isBlank(line))
    const focused = (root?.getRootNode() as ShadowRoot | undefined)?.activeElement
    this.#store([...filled, ...rows])
    if (root && focused && !focused.isConnected) focusLine(root, filled.length)
    const { signal } = this.#ended
    const find = async (wanted: string) => (await search?.('products', wanted, signal)) ?? []
    await matchProducts(texts, find, (wanted, found) => {
      if (!signal.aborted) this.#match(wanted, found, currencies)
    })
    const n = this.#lines.filter(({ productId }) => typeof productId === 'object').length
    this.#said = t('linesAdded', { n: rows.length }) + (n ? `. ${t('linesUnmatched', { n })}` : '')
    this.#host.draw()
  }

  /** The field is gone. */
  end(): void {
    this.#ended.abort()
    this.#ended = new AbortController()
  }

  rows() {
    const drawn = this.#host.options
    const { context, field, state } = drawn
    const { t, locale, search } = context
    return html`${repeat(
        this.#lines,
        (_, index) => this.#keys[index],
        (line, index) => {
          const key = this.#keys[index] as number
          const matching =
            typeof line.productId === 'object' && this.#matching.has(line.productId.text)
          const at = `${field.pointer}/${index}`
          const errors = state.errors?.filter(({ pointer }) => isCovered(pointer, [at])) ?? []
          const told = errors.map((error) => JSON.stringify(error)).join()
          // A key in one line of 500 draws that line only.
          return guard([line, index, matching, told, t, locale, search, state.readOnly], () =>
            drawLine(drawn, line, index, errors, {
              matching,
              change: (change) => this.#change(key, change),
              choose: (choice, currencies) => this.#choose(key, choice, currencies),
              remove: (event) => this.#remove(key, event),
            }),
          )
        },
      )}<span class="away" role="status">${this.#said}</span>`
  }

  totals() {
    const { t, locale } = this.#host.options.context
    const totals = lineTotals(this.#lines)
    return totals.length
      ? html`<p class="totals">
          <span class="muted">${t('lineTotal')}</span>
          ${totals.map((total) => html`<strong>${formatMoney(locale, total)}</strong>`)}
        </p>`
      : nothing
  }

  #take(lines: readonly Line[]) {
    this.#keys = lines.map((_, index) => this.#keys[index] ?? this.#next++)
    this.#lines = lines
  }

  #store(lines: readonly Line[]) {
    this.#take(lines)
    this.#stored = lines.length ? lines : undefined
    this.#host.options.state.onInput(this.#stored)
    this.#host.draw()
  }

  #change(key: number, change: Partial<Line>) {
    const at = this.#keys.indexOf(key)
    this.#store(this.#lines.map((line, index) => (index === at ? { ...line, ...change } : line)))
  }

  #choose(key: number, choice: Choice | Unmatched | undefined, currencies: readonly string[]) {
    const line = this.#lines[this.#keys.indexOf(key)]
    this.#change(
      key,
      choice && 'value' in choice
        ? chosen(line, choice, currencies)
        : { productId: choice, name: undefined, sku: undefined },
    )
  }

  #match(wanted: string, found: Choice | undefined, currencies: readonly string[]) {
    this.#matching.delete(wanted)
    this.#store(
      this.#lines.map((line) =>
        found && typeof line.productId === 'object' && line.productId.text === wanted
          ? { ...line, ...chosen(line, found, currencies) }
          : line,
      ),
    )
  }

  #remove(key: number, { currentTarget }: Event) {
    const root = (currentTarget as Element).closest('.lines')
    const at = this.#keys.indexOf(key)
    this.#keys.splice(at, 1)
    this.#said = this.#host.options.context.t('lineRemoved')
    this.#store(this.#lines.filter((_, index) => index !== at))
    focusLine(root, Math.min(at, this.#lines.length - 1))
  }
}

/** The fields that a product brings to its line; its price only where none was entered. */
function chosen(line: Line | undefined, choice: Choice, currencies: readonly string[]) {
  const { value, label, detail, prices } = choice
  const price = currencies
    .map((wanted) => prices?.find(({ currency }) => currency === wanted))
    .find(Boolean)
  return {
    productId: value,
    name: label,
    sku: detail,
    ...(price && !line?.unitPrice?.amount ? { unitPrice: price } : {}),
  }
}

function focusLine(root: Element | null, index: number) {
  const line = root?.querySelectorAll('.line')[index]
  ;(line?.querySelector('input') ?? root?.querySelector<HTMLElement>('.lines-end button'))?.focus()
}

export const createTable = (host: LinesHost): LinesTable => new LinesTable(host)
