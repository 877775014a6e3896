import { html, nothing } from 'lit'
import { directive } from 'lit/directive.js'
import type { Drawn } from '../field/frame.ts'
import { LazyDirective } from '../field/lazy.ts'
import { icon } from '../icon/icon.ts'
import { plus } from '../icon/icons.ts'
import type { LinesHost, LinesTable } from './lines-table.ts'

const fetchTable = () => import('./lines-table.ts')

type TableFile = Awaited<ReturnType<typeof fetchTable>>

/** A button to begin with; the lines themselves are loaded with the first one. */
class ProductLinesDirective
  extends LazyDirective<Drawn, LinesTable, TableFile>
  implements LinesHost
{
  protected override readonly fetch = fetchTable

  protected override create({ createTable }: TableFile): LinesTable {
    return createTable(this)
  }

  protected override end(): void {
    this.part?.end()
  }

  protected override changed(before: Drawn | undefined): void {
    const { value } = this.options.state
    if (this.part) this.part.adopt(value)
    else if (value !== before?.state.value && value) {
      void this.wake((part) => {
        part.adopt(value)
        this.draw()
      })
    }
  }

  #paste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain').replace(/[\r\n]+$/, '') ?? ''
    if (this.options.state.readOnly || !/[\t\n\r]/.test(text)) return
    event.preventDefault()
    const root = event.currentTarget as Element
    void this.wake((part) => part.paste(text, root))
  }

  override template() {
    const { context, state } = this.options
    const { t } = context
    const add = ({ currentTarget }: Event) => {
      const root = (currentTarget as Element).closest('.lines')
      void this.wake((part) => part.add(root))
    }
    return html`<div class="lines" @paste=${this.#paste}>
      ${this.part?.rows()}${this.attended()}
      <div class="lines-end">
        ${
          state.readOnly
            ? nothing
            : html`<button class="button" type="button" @click=${add}>
                ${icon(plus)}${t('lineAdd')}
              </button>`
        }
        ${this.part?.totals()}
      </div>
      ${state.readOnly ? nothing : html`<p class="hint">${t('linePaste')}</p>`}
      ${this.failed ? html`<p class="wrong" role="alert">${t('partFailed')}</p>` : nothing}
    </div>`
  }
}

/** Rows of product, quantity and price; drawn into the root of whoever uses it. */
export const productLines = directive(ProductLinesDirective)
