import { html, nothing, type TemplateResult } from 'lit'
import type { FullAsset } from '@prmkit/contract'
import { formatInstant } from '../base/values/format.ts'
import { recordLink } from '../primitives/record-link/record-link.ts'
import type { AssetScene } from './asset-scene.ts'

/** True where partners can no longer look at an asset or take it. */
export const isOver = ({ status, expiresAt }: FullAsset, now: number): boolean =>
  (status !== 'published' && status !== 'draft') || (!!expiresAt && Date.parse(expiresAt) <= now)

/** The reasons why an asset is no longer up to date, and the way to the one in its place. */
export function assetNotes(scene: AssetScene, asset: FullAsset): TemplateResult | typeof nothing {
  const { t, locale } = scene
  const { status, statusReason, expiresAt, replacedBy, mine, version } = asset
  const date = expiresAt ? formatInstant(locale, expiresAt, { dateStyle: 'medium' }) : ''
  if (status === 'published' && !isOver(asset, Date.now())) {
    const known = mine.downloadedVersion
    return known !== undefined && known < version
      ? html`<p class="note warning">${t('newerVersion', { known, version })}</p>`
      : nothing
  }
  if (status === 'draft') return html`<p class="note warning">${t('draft')}</p>`
  return html`<p class="note warning">
    ${status === 'expired' || status === 'published' ? t('expired', { date }) : t(status === 'replaced' ? 'replaced' : 'retired')}
    ${statusReason?.text}
    ${
      replacedBy
        ? recordLink({
            ...{ id: replacedBy.id, href: scene.recordHref, look: 'text' },
            label: html`<bdi lang=${replacedBy.language}>${replacedBy.title}</bdi>`,
            open: (id) => scene.open(id),
          })
        : nothing
    }
  </p>`
}
