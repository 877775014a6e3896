import { html, noChange, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { recordLink } from '../primitives/record-link/record-link.ts'
import type { ListScene, Row } from './list-definition.ts'
import type { ListItem } from './list-operations.ts'

const groupSize = 25

/** The loaded rows in groups that the browser lays out only near the screen. */
export function rows<Item extends ListItem>(scene: ListScene<Item>): TemplateResult {
  const { items, kept } = scene.list
  const length = Math.ceil(items.length / groupSize)
  return html`<div class="rows" part="rows" role="list" aria-label=${scene.t('title')}>
    ${Array.from({ length }, (_, place) => {
      const start = place * groupSize
      return start + groupSize <= kept
        ? noChange
        : html`<div class="group" role="none">
            ${repeat(
              items.slice(start, start + groupSize),
              ({ id }) => id,
              (item) =>
                html`<div class="row" part="row" role="listitem" id="row-${item.id}">
                  ${contents(scene, item)}
                </div>`,
            )}
          </div>`
    })}
  </div>`
}

/** The contents of a row; an item that breaks the contract leaves the others on screen. */
function contents<Item extends ListItem>(scene: ListScene<Item>, item: Item) {
  const { definition, t, recordHref: href } = scene
  let row: Row
  try {
    row = definition.row(item, scene)
  } catch {
    const name = definition.nameOf?.(item) ?? item.id
    return html`<p class="muted">${t('unreadable', { name })}</p>`
  }
  const { label, title, under, cells } = row
  const open = (id: string) => scene.open(id)
  return html`<div class="lead" title=${title ?? nothing}>
      ${recordLink({ id: item.id, href, label, look: 'cover', open })}
      ${under ? html`<p class="small muted">${under}</p>` : nothing}
    </div>
    ${cells}`
}
