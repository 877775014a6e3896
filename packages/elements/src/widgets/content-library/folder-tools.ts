import { html, nothing, type TemplateResult } from 'lit'
import { pathTo, sectionsBelow } from '../../articles/section-tree.ts'
import { formatNumber } from '../../base/values/format.ts'
import { folder } from '../../primitives/icon/article-icons.ts'
import { icon } from '../../primitives/icon/icon.ts'
import { recordLink } from '../../primitives/record-link/record-link.ts'
import type { ContentLibraryScene } from './host.ts'

/**
 * The button that changes the look of the list, the way to the folder, the folders below it, and the
 * fold of the filters after it: its styles hide all but the first and those with a choice.
 */
export function folderTools(scene: ContentLibraryScene): TemplateResult {
  const { t, locale, folders, folderId, layout } = scene
  const path = pathTo(folders, folderId)
  const below = sectionsBelow(folders, folderId)
  const link = (id: string, label: unknown, look: string) =>
    recordLink({ id, href: scene.folderHref, label, look, open: scene.openFolder })
  const isGrid = layout === 'grid'
  return html`<button
      class="button"
      type="button"
      @click=${() => (scene.layout = isGrid ? 'list' : 'grid')}
    >
      ${t(isGrid ? 'asList' : 'asGrid')}
    </button>
    ${
      folderId
        ? html`<nav class="path small" aria-label=${t('path')}>
            <ol>
              <li>${link('', t('allFolders'), 'text')}</li>
              ${path
                .slice(0, -1)
                .map(
                  ({ id, title }) => html`<li>${link(id, html`<bdi>${title}</bdi>`, 'text')}</li>`,
                )}
              <li id="place" tabindex="-1" aria-current="page">
                <bdi>${path.at(-1)?.title ?? t('folderGone')}</bdi>
              </li>
            </ol>
          </nav>`
        : nothing
    }
    ${
      below.length
        ? html`<ul class="chips folders" aria-label=${t('folders')}>
            ${below.map(
              ({ id, title, assetCount }) =>
                html`<li>
                  ${link(
                    id,
                    html`${icon(folder)}<bdi>${title}</bdi>
                      <span class="muted">${formatNumber(locale, assetCount)}</span>`,
                    'chip',
                  )}
                </li>`,
            )}
          </ul>`
        : nothing
    }
    <details class="fold small">
      <summary>${t('moreFilters')}</summary>
    </details>`
}
