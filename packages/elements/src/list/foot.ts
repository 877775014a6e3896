import { html, nothing, type TemplateResult } from 'lit'
import { icon } from '../primitives/icon/icon.ts'
import { download } from '../primitives/icon/list-icons.ts'
import type { ListScene } from './list-definition.ts'
import type { ListItem } from './list-operations.ts'

/** The number of items, the button for more, and the ways to take the list along. */
export function foot<Item extends ListItem>(scene: ListScene<Item>): TemplateResult {
  const { t } = scene
  const { items, total, next } = scene.list
  return html`<div class="foot">
    <p class="small muted">
      ${
        total === undefined
          ? t('count', { n: items.length })
          : items.length < total
            ? t('shown', { shown: items.length, total: t('count', { n: total }) })
            : t('count', { n: total })
      }
    </p>
    ${
      next
        ? html`<button class="button more" part="more" type="button" @click=${() => scene.more()}>
            ${t('more')}
          </button>`
        : nothing
    }
    <div class="take">
      <button class="button quiet" type="button" @click=${() => scene.exportCsv()}>
        ${icon(download)}${t('export')}
      </button>
      <button class="button quiet" type="button" @click=${() => print()}>${t('print')}</button>
    </div>
  </div>`
}
