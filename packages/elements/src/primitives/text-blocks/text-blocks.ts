import { html, nothing } from 'lit'
import type { TextBlock, TextSpan } from '@prmkit/contract'
import { safeAddress } from '../../base/safe-address.ts'

/** Plain paragraphs, lists and links of a backend; a link that is no web address is text. */
export const textBlocks = (blocks: readonly TextBlock[]) =>
  html`<div class="blocks" dir="auto">${blocks.map(block)}</div>`

function block({ kind, lines }: TextBlock) {
  const entries = lines.map((line) => html`<li>${line.map(span)}</li>`)
  if (kind === 'list')
    return html`<ul>
      ${entries}
    </ul>`
  if (kind === 'numbered_list')
    return html`<ol>
      ${entries}
    </ol>`
  return html`<p>
    ${lines.map((line, at) => html`${at ? html`<br />` : nothing}${line.map(span)}`)}
  </p>`
}

function span({ text, href }: TextSpan) {
  const address = /^https?:\/\//i.test(href ?? '') ? safeAddress(href) : undefined
  return address === undefined
    ? text
    : html`<a href=${address} target="_blank" rel="noopener noreferrer">${text}</a>`
}
