import { html, nothing, type TemplateResult } from 'lit'
import { words } from '../desk/words.ts'

/** Every item of every page of a list. */
export async function allOf<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of list) items.push(item)
  return items
}

/** A sentence in place of what is not there, or not there yet. */
export const hint = (text: string = words.loading): TemplateResult =>
  html`<p class="hint" role="status">${text}</p>`

/** The thing that was just done, for everybody; it takes the focus where its button has gone. */
export const doneView = (done: string | undefined): TemplateResult =>
  html`<p role="status" class="done" tabindex="-1" ?hidden=${!done}>${done}</p>`

/** The field for a reason in words, which the partner reads. */
export const reasonField = (id: string, label: string, hint = ''): TemplateResult =>
  html`<p class="field">
    <label for=${id}>${label}</label>
    <textarea id=${id} name="text" rows="2" maxlength="2000" dir="auto" required></textarea>
    ${hint ? html`<small class="soft">${hint}</small>` : nothing}
  </p>`

/** A column: its heading, and the class of its cells. */
type Head = string | readonly [heading: string, look: string]

/** A table that scrolls by itself where it is narrow. */
export const scrollTable = (
  name: string,
  heads: readonly Head[],
  rows: readonly TemplateResult[],
): TemplateResult =>
  html`<div class="lines" tabindex="0" role="region" aria-label=${name}>
    <table>
      <thead>
        <tr>
          ${heads.map((head) => {
            const [heading, look] = typeof head === 'string' ? [head, ''] : head
            return html`<th scope="col" class=${look}>${heading}</th>`
          })}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
