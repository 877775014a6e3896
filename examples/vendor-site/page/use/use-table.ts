import { html, nothing, type TemplateResult } from 'lit'
import type { AssetUse } from '@prmkit/contract'
import { dayAt, figure, words } from '../desk/words.ts'

const states: Partial<Record<string, string>> = words.useStatus

/** The columns of the report with their values, as the spreadsheet has them. */
export const useCells: readonly {
  heading: string
  value: (use: AssetUse) => string | number
}[] = [
  { heading: words.useAsset, value: ({ asset }) => asset.title },
  { heading: words.useViews, value: ({ views }) => views },
  { heading: words.useDownloads, value: ({ downloads }) => downloads },
  { heading: words.useShares, value: ({ shares }) => shares },
  { heading: words.useShareViews, value: ({ shareViews }) => shareViews },
  { heading: words.usePartners, value: ({ partners }) => partners },
  { heading: words.useLast, value: ({ lastAt }) => lastAt?.slice(0, 10) ?? '' },
]

/** The assets with their use, or by name alone where nobody used them; it scrolls where it is narrow. */
export function useTable(rows: readonly AssetUse[], isUsed: boolean): TemplateResult {
  const counts = isUsed ? useCells.slice(1, -1) : []
  return html`<div class="lines" tabindex="0" role="region" aria-label=${words.use}>
    <table>
      <thead>
        <tr>
          <th scope="col">${words.useAsset}</th>
          ${counts.map(({ heading }) => html`<th scope="col" class="number">${heading}</th>`)}
          ${isUsed ? html`<th scope="col" class="number wide">${words.useLast}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (use) =>
            html`<tr>
              <th scope="row">
                <bdi lang=${use.asset.language}>${use.asset.title}</bdi>
                ${
                  states[use.status]
                    ? html`<prm-badge tone="warning">${states[use.status]}</prm-badge>`
                    : nothing
                }
              </th>
              ${counts.map(
                ({ value }) => html`<td class="number">${figure(Number(value(use)))}</td>`,
              )}
              ${
                isUsed
                  ? html`<td class="number wide">${use.lastAt ? dayAt(use.lastAt, 'UTC') : ''}</td>`
                  : nothing
              }
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}
