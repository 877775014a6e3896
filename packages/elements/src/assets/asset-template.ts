import { html, nothing, type TemplateResult } from 'lit'
import type { Download, Field, FullAsset, TemplateZone } from '@prmkit/contract'
import { isPrmError } from '@prmkit/client'
import type { Translate } from '../base/localize.ts'
import { todayIn } from '../forms/field-lists.ts'
import type { Values } from '../forms/form-values.ts'
import type { AssetTemplateMessages } from '../locales/asset-template/catalog.ts'
import type { FieldContext, StoredFile } from '../primitives/field/context.ts'
import { icon } from '../primitives/icon/icon.ts'
import { download } from '../primitives/icon/list-icons.ts'
import { ActionDialogs } from '../record/action-dialogs.ts'
import type { RecordAction } from '../record/record-action.ts'
import { hasOpenTerms, type AssetScene } from './asset-scene.ts'
import { imageAddress } from './image-address.ts'

export { catalog } from '../locales/asset-template/catalog.ts'
export { styles } from './asset-template.styles.ts'

/** The page of an asset with the texts of this file. */
interface TemplateScene extends Omit<AssetScene, 't'> {
  readonly t: Translate<AssetTemplateMessages>
}

/** The words and logos that were sent, by the names of zones. */
interface Filling {
  language: string
  texts: Record<string, string>
  logos: Record<string, string>
}

/** An image that was made, and what it was made of. */
interface Made extends Download {
  readonly filling: Filling
}

/** The endings and types of images that can be a logo. */
const images = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']
/** The backend opens no larger logo. */
const largestLogo = 10_000_000

/** The keys of the texts for faults of a logo. */
const logoFaults: Partial<Record<string, 'logoFaint' | 'logoType' | 'logoLarge'>> = {
  'too-small': 'logoFaint',
  'invalid-type': 'logoType',
  'too-big': 'logoLarge',
}

/** The partner’s own version of a template: its words and logo, the image, and the way to take it. */
export class AssetTemplate {
  readonly #scene: TemplateScene
  readonly #dialogs: ActionDialogs<FullAsset>
  readonly #files = new Map<string, StoredFile>()
  #made: Made | undefined

  constructor(scene: TemplateScene) {
    this.#scene = scene
    this.#dialogs = new ActionDialogs<FullAsset>(scene as never)
  }

  /** The dialog, while it is open. */
  dialog(asset: FullAsset): TemplateResult | typeof nothing {
    return this.#dialogs.render(asset)
  }

  /** The image that was made, or the way to make one. */
  render(asset: FullAsset): TemplateResult | typeof nothing {
    const { t, me, preview } = this.#scene
    const { zones } = preview ?? {}
    const isOpen = hasOpenTerms(asset, me) || !asset.allowedActions.includes('download')
    if (!zones || isOpen) return nothing
    // Another language is another template.
    const made = this.#made?.filling.language === asset.language ? this.#made : undefined
    const address = imageAddress(made?.url)
    return html`<section class="own" aria-labelledby="own">
      <h3 id="own">${t('ownVersion')}</h3>
      ${
        made && address
          ? html`<img src=${address} alt=${this.#words(asset, made)} />`
          : html`<p class="muted">${t('ownVersionHint')}</p>`
      }
      <div class="take">
        <button class="button" type="button" @click=${() => this.#open(asset, zones)}>
          ${t(made ? 'changeTemplate' : 'fillTemplate')}
        </button>
        ${
          made && address
            ? html`<a
                class="button primary"
                href=${address}
                download
                @click=${(event: Event) => this.#take(event, made)}
                >${icon(download)}${t('downloadImage')}</a
              >`
            : nothing
        }
      </div>
    </section>`
  }

  /** The image in words: its title, and what was written into it. */
  #words({ title }: FullAsset, { filling }: Made): string {
    const words = Object.values(filling.texts).filter((text) => text !== '')
    return [title, ...words].join('. ')
  }

  /** Makes an image anew whose address no longer works. */
  #take(event: Event, { expiresAt, filling }: Made) {
    if (Date.parse(expiresAt) > Date.now()) return
    event.preventDefault()
    void this.#scene.attempt(async () => {
      await this.#make(filling)
      this.#scene.announce(this.#scene.t('imageExpired'))
      await this.#scene.redraw()
    })
  }

  #open(asset: FullAsset, zones: readonly TemplateZone[]) {
    const { client, discovery, t, locale } = this.#scene
    if (!client || !discovery) return
    const upload: FieldContext['upload'] = (file, { signal, onProgress }) =>
      client.upload(file, {
        signal,
        onProgress: ({ sent, total }) => onProgress(total ? sent / total : 0),
      })
    const today = todayIn(discovery.timeZone)
    const context = { t: t as never, locale, today, upload, files: this.#files }
    this.#dialogs.open(this.#action(asset, zones), asset, context)
  }

  #action(asset: FullAsset, zones: readonly TemplateZone[]): RecordAction<FullAsset> {
    const { language } = asset
    const { t } = this.#scene
    const filling = this.#made?.filling
    return {
      name: `render ${language}`,
      label: t('fillTemplate'),
      done: t('templateReady'),
      fields: zones.map(fieldOf),
      values: valuesOf(zones, filling?.language === language ? filling : undefined),
      request: ({ sent }) => fillingOf(zones, language, sent),
      send: async (filled) => {
        await this.#make(filled as Filling).catch((error: unknown) => this.#explain(error))
        return this.#scene.record ?? asset
      },
    }
  }

  async #make(filling: Filling) {
    const { operations, record } = this.#scene
    if (!operations || !record) return
    const made = await operations.render({ params: { id: record.id }, body: filling })
    this.#made = { ...made, filling }
  }

  /** Says the faults of a logo in the reader’s language. */
  #explain(error: unknown): never {
    if (isPrmError(error)) {
      const { t } = this.#scene
      const errors = error.errors.map(({ pointer, code, detail }) => {
        const key = pointer.startsWith('/logos/') ? logoFaults[code] : undefined
        return { pointer, code, detail: key ? t(key) : detail }
      })
      Object.assign(error, { errors })
    }
    throw error
  }
}

function fieldOf({ name, kind, label, maxLength }: TemplateZone): Field {
  if (kind === 'text') return { pointer: `/texts/${name}`, label, type: 'text', maxLength }
  const limits = { accept: images, maxFiles: 1, maxSize: largestLogo }
  return { pointer: `/logos/${name}`, label, type: 'file', ...limits }
}

/** The answers of before, or the words of the template. */
function valuesOf(zones: readonly TemplateZone[], filling: Filling | undefined): Values {
  const texts: Record<string, string> = {}
  const logos: Record<string, readonly string[]> = {}
  for (const { name, kind, text = '' } of zones) {
    const logo = filling?.logos[name]
    if (kind === 'text') texts[name] = filling?.texts[name] ?? text
    else if (logo !== undefined) logos[name] = [logo]
  }
  return { texts, logos }
}

/** A field that was emptied empties its zone. */
function fillingOf(zones: readonly TemplateZone[], language: string, sent: Values): Filling {
  const given = sent as { texts?: Record<string, string>; logos?: Record<string, string[]> }
  const filling: Filling = { language, texts: {}, logos: {} }
  for (const { name, kind } of zones) {
    const [logo] = given.logos?.[name] ?? []
    if (kind === 'text') filling.texts[name] = given.texts?.[name] ?? ''
    else if (logo !== undefined) filling.logos[name] = logo
  }
  return filling
}
