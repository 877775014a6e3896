import { html, nothing, type TemplateResult } from 'lit'
import type { SearchEntry } from '@prmkit/contract'
import { dayAt, figure, words } from '../desk/words.ts'

/** The words that readers searched for. */
export type SearchReport = readonly SearchEntry[]

/** The words that readers searched for; those that found nothing come first. */
export function searchReport(entries: SearchReport | undefined): TemplateResult {
  if (!entries) return html`<p class="hint" role="status">${words.loading}</p>`
  if (!entries.length) return html`<p class="hint" role="status">${words.noSearches}</p>`
  return html`<h2>${words.searches}</h2>
    <div class="lines">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.searchText}</th>
            <th scope="col" class="number">${words.searchCount}</th>
            <th scope="col" class="number">${words.searchFound}</th>
            <th scope="col" class="number wide">${words.searchClicked}</th>
            <th scope="col" class="number wide">${words.searchLast}</th>
          </tr>
        </thead>
        <tbody>
          ${entries.map(row)}
        </tbody>
      </table>
    </div>`
}

const row = ({ text, language, count, found, clicked, lastAt }: SearchEntry) =>
  html`<tr class=${found ? '' : 'lacking'}>
    <th scope="row">
      <bdi>${text}</bdi> <small>${language}</small>
      ${found ? nothing : html`<prm-badge tone="warning">${words.searchNothing}</prm-badge>`}
    </th>
    <td class="number">${figure(count)}</td>
    <td class="number">${figure(found)}</td>
    <td class="number wide">${figure(clicked)}</td>
    <td class="number wide">${dayAt(lastAt)}</td>
  </tr>`
