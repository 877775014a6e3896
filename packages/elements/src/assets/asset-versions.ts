import { html, nothing, type TemplateResult } from 'lit'
import type { FullAsset } from '@prmkit/contract'
import { formatInstant, formatSize } from '../base/values/format.ts'
import { hasOpenTerms, type AssetScene } from './asset-scene.ts'

/** The versions with their changes, and the way to the file of each earlier one. */
export function assetVersions(
  scene: AssetScene,
  asset: FullAsset,
): TemplateResult | typeof nothing {
  const { t, locale, me } = scene
  const { versions, version: newest, allowedActions } = asset
  if (versions.length < 2) return nothing
  const mayTake = allowedActions.includes('download') && !hasOpenTerms(asset, me)
  return html`<section aria-labelledby="versions">
    <h3 id="versions">${t('versions')}</h3>
    <ul class="versions">
      ${versions.map(
        ({ version, at, changes, size }) =>
          html`<li>
            <p>
              <strong>${t('versionNumber', { version })}</strong>
              <span class="small muted"
                >${formatInstant(locale, at, { dateStyle: 'medium' })}${
                  size ? html` · ${formatSize(locale, size)}` : nothing
                }</span
              >
            </p>
            ${changes ? html`<p class="prose"><bdi>${changes}</bdi></p>` : nothing}
            ${
              mayTake && version !== newest
                ? html`<button class="text" type="button" @click=${() => scene.download(version)}>
                    ${t('downloadVersion', { version })}
                  </button>`
                : nothing
            }
          </li>`,
      )}
    </ul>
  </section>`
}
