import { html, nothing, type TemplateResult } from 'lit'
import type { Asset, Discovery, Me, Share } from '@prmkit/contract'
import { styles as dialogs } from '../../assets/asset-shares.styles.ts'
import { copyShare, shareAction, shareContext } from '../../assets/share-action.ts'
import type { Translate } from '../../base/localize.ts'
import type { Client } from '../../base/portal.ts'
import { draftScope } from '../../drafts/draft-scope.ts'
import { keepField, type FieldDraft } from '../../drafts/keep-field.ts'
import { catalog as shares, type AssetSharesMessages } from '../../locales/asset-shares/catalog.ts'
import { catalog as asset } from '../../locales/asset/catalog.ts'
import { join } from '../../locales/join.ts'
import { whenGone } from '../../primitives/field/when-gone.ts'
import { toast } from '../../primitives/toast/toast.ts'
import { toastStyles } from '../../primitives/toast/toast.styles.ts'
import { ActionDialogs } from '../../record/action-dialogs.ts'
import type { RecordItem, RecordScene } from '../../record/record-scene.ts'

export const catalog = join(asset, shares)
export const styles = [...dialogs, toastStyles].flat()

/** The library with the texts of this file. */
interface Library {
  readonly t: Translate<AssetSharesMessages>
  readonly locale: string
  readonly client: Client | undefined
  readonly discovery: Discovery | undefined
  readonly me: Me | undefined
  readonly renderRoot: ParentNode
  readonly isConnected: boolean
  readonly updateComplete: Promise<unknown>
  requestUpdate(): void
}

/** One link to all chosen assets: the dialog that asks for its facts, and its address afterwards. */
export class ShareChosen {
  readonly #library: Library
  readonly #dialogs: ActionDialogs<RecordItem>
  #draft: FieldDraft<never> | undefined
  #chosen: RecordItem = { id: '', revision: 0 }
  #share: Share | undefined

  constructor(library: Library) {
    this.#library = library
    const redraw = async () => {
      library.requestUpdate()
      await library.updateComplete
      return library.renderRoot
    }
    const scene: Partial<RecordScene> = {
      t: library.t as never,
      locale: library.locale,
      redraw,
      announce: (text) => this.#announce(text),
      keep: (name, options) => this.#keep(name, options),
      refresh: async () => {},
      took() {},
      focusHeading: () => library.renderRoot.querySelector<HTMLElement>('.bar .control')?.focus(),
    }
    this.#dialogs = new ActionDialogs(scene as RecordScene)
  }

  /** Asks for the facts of a link to these assets. */
  open(assets: readonly Asset[]): void {
    const { t, locale, client, discovery } = this.#library
    if (!client || !discovery) return
    const scene = { t, locale, client, discovery }
    this.#share = undefined
    this.#chosen = { id: assets.map(({ id }) => id).join(' '), revision: 0 }
    const action = shareAction(scene, assets, async (made) => {
      this.#share = made
      return this.#chosen
    })
    this.#dialogs.open(action, this.#chosen, shareContext(scene))
  }

  /** Drops what was entered, as after log-out. */
  forget(): void {
    this.#share = undefined
    this.#dialogs.forget()
    void this.#draft?.close(false)
  }

  /** The dialog while it is open, and the address of the link that was made. */
  render(): TemplateResult | typeof nothing {
    const { t } = this.#library
    const share = this.#share
    if (this.#library.isConnected) this.#draft?.listen(true)
    return html`${whenGone(() => this.#draft?.listen(false))}${
      share
        ? html`<div class="outcome">
            <input class="control" readonly aria-label=${share.label} .value=${share.url} />
            <button class="button" type="button" @click=${() => this.#copy(share)}>
              ${t('copyShare')}
            </button>
          </div>`
        : nothing
    }${this.#dialogs.render(this.#chosen)}`
  }

  async #copy(share: Share) {
    if (await copyShare(share)) return this.#announce(this.#library.t('copied'))
    this.#library.renderRoot.querySelector<HTMLInputElement>('.outcome input')?.select()
  }

  #announce(text: string) {
    const root = this.#library.renderRoot.querySelector('.bar')
    if (root) toast(root, { text, closeLabel: this.#library.t('close') })
  }

  #keep: RecordScene['keep'] = (name, options) => {
    const { client, me } = this.#library
    const scope = draftScope(
      { baseUrl: client?.baseUrl ?? '' },
      ...([me, 'assets', this.#chosen.id, name] as const),
    )
    // One dialog is open at a time.
    void this.#draft?.close()
    const draft = keepField({ ...options, scope, storage: me ? 'device' : 'memory' })
    this.#draft = draft as FieldDraft<never>
    return draft
  }
}
