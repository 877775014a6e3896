import { html, nothing, type TemplateResult } from 'lit'
import type { Discovery, Me } from '@prmkit/contract'
import { followChanges } from '../base/follow-changes.ts'
import type { Messages } from '../base/messages.ts'
import { PortalElement, type Loaded } from '../base/portal-element.ts'
import type { Client } from '../base/portal.ts'
import type { RecordOwner } from '../base/record-owner.ts'
import { draftScope } from '../drafts/draft-scope.ts'
import { keepField, type FieldDraft, type KeepFieldOptions } from '../drafts/keep-field.ts'
import { frame } from '../primitives/frame/frame.ts'
import { icon } from '../primitives/icon/icon.ts'
import { arrowLeft } from '../primitives/icon/later-icons.ts'
import { reason } from '../primitives/problem/problem.ts'
import { toast, type ToastOptions } from '../primitives/toast/toast.ts'
import type { About, RecordItem, RecordOperations, RecordScene } from './record-scene.ts'

/** Everything that a record page needs to know of its resource. */
export interface RecordDefinition<Item, Operations extends RecordOperations<Item>> {
  /** The name of the resource in events, such as `cases`. */
  readonly resource: string
  /** The operations of the resource. */
  operations(client: Client): Operations
}

/** One record in full; the list of its resource opens it. */
export abstract class RecordElement<
  Item extends RecordItem,
  Operations extends RecordOperations<Item>,
  M extends Messages = Messages,
> extends PortalElement<M> {
  static override properties = {
    ...PortalElement.properties,
    recordId: { attribute: false },
    recordHref: { attribute: false },
  }

  /** The record to show. */
  declare recordId: string | undefined
  /** The address of a record on this site, with `{id}`. */
  declare recordHref: string | undefined
  /** The resource of the record. */
  abstract readonly definition: RecordDefinition<Item, Operations>

  /** The list around the page. */
  owner: RecordOwner<Item> | undefined
  record: Item | undefined
  discovery: Discovery | undefined
  /** The reader, as far as the backend tells. */
  me: Me | undefined
  /** The instant that countdowns are counted from. */
  now = Date.now()
  readonly #drafts = new Map<string, FieldDraft<never>>()

  /** The contents of the page. */
  protected abstract page(record: Item): TemplateResult

  /** Fetches content that stays the same, such as a form, once the record is there. */
  protected loadRest?(client: Client, record: Item, signal: AbortSignal): Promise<unknown>

  /** Fetches content that grows beside the record, such as messages; runs after each change. */
  protected loadBeside?(signal?: AbortSignal): Promise<unknown>

  /** The operations of the resource, once there is a client. */
  get operations(): Operations | undefined {
    return this.client && this.definition.operations(this.client)
  }

  /** This page as its parts see it: the keys they read are in every record page's catalog. */
  protected get scene(): RecordScene<Item, Operations> {
    return this as unknown as RecordScene<Item, Operations>
  }

  /** Opens another record, or with an empty id the list. */
  open(id: string): void {
    this.owner?.open(id)
  }

  /** Leaves the record that was deleted. */
  gone(): void {
    this.owner?.gone()
  }

  /** Shows the record as the backend answered it, then the content beside it. */
  took(record: Item): void {
    // Less than a whole record proves that something was done; the rest is asked for.
    if (!Number.isInteger(record.revision)) return void this.refresh()
    this.#put(record)
    this.loadBeside?.().catch((error: unknown) => this.degrade(error))
  }

  #put(record: Item) {
    // An answer that was overtaken says nothing new.
    if (record.id !== this.recordId || record.revision < (this.record?.revision ?? 0)) return
    this.record = record
    this.requestUpdate()
    this.owner?.changed(record)
  }

  /** Fetches the record anew; the current content stays through failures, which are shown. */
  async refresh(): Promise<void> {
    const { operations, recordId: id } = this
    if (!operations || !id) return
    try {
      this.#put(await operations.get({ params: { id } }))
      await this.loadBeside?.()
      if (id === this.recordId && this.isComplete) this.show('ready')
    } catch (error) {
      if (id === this.recordId) this.degrade(error)
    }
  }

  /** False while a part of the page could not be loaded. */
  protected get isComplete(): boolean {
    return true
  }

  /** Tells for a moment and aloud of something that was done; a way back stays almost a minute. */
  announce(text: string, action?: ToastOptions['action']): void {
    const root = this.renderRoot.querySelector('.root')
    if (root?.isConnected) toast(root, { text, action, closeLabel: this.scene.t('close') })
  }

  /** Does something; a failure is announced, and the page stays as it is. */
  async attempt(
    work: () => Promise<unknown>,
    about: About = this.scene.t('notDone'),
  ): Promise<void> {
    try {
      await work()
    } catch (error) {
      const what = typeof about === 'string' ? about : about(error)
      this.announce(`${what}: ${reason(this.t as never, error)}`)
      await this.refresh()
    }
  }

  /** Keeps what is written about the record and not sent yet, under a name of its own. */
  keep<Content>(
    name: string,
    options: Pick<KeepFieldOptions<Content>, 'onFound' | 'join'>,
  ): FieldDraft<Content> {
    const { client, me, recordId = '', definition } = this
    void this.#drafts.get(name)?.close()
    const scope = draftScope(
      { baseUrl: client?.baseUrl ?? '' },
      me,
      definition.resource,
      recordId,
      name,
    )
    // A draft without a user would be shown to the next one.
    const storage = me ? 'device' : 'memory'
    const now = () => client?.serverTime()
    const draft = keepField<Content>({ ...options, scope, storage, now })
    this.#drafts.set(name, draft)
    return draft
  }

  /** Draws the page anew; the promise gives its root once it is drawn. */
  async redraw(): Promise<ParentNode> {
    this.requestUpdate()
    await this.updateComplete
    return this.renderRoot
  }

  /** Focuses the heading. */
  readonly focusHeading = (): void =>
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus()

  /** Without the content beside it a record is shown all the same. */
  protected override async load(client: Client, signal: AbortSignal): Promise<Loaded> {
    const { recordId: id } = this
    if (!id) return undefined
    const [record, discovery, me] = await Promise.all([
      this.definition.operations(client).get({ params: { id } }, { signal }),
      client.discovery.get({}, { signal }),
      client.me.get({}, { signal }).catch(() => undefined),
    ])
    signal.throwIfAborted()
    Object.assign(this, { discovery, me, vendor: discovery.vendor.name })
    this.#put(record)
    const rest = [this.loadRest?.(client, record, signal), this.loadBeside?.(signal)]
    const ends = await Promise.allSettled(rest)
    return ends.map((one) => (one.status === 'rejected' ? one.reason : undefined)).find(Boolean)
  }

  protected override watch(client: Client, signal: AbortSignal): void {
    const { resource, operations } = this.definition
    followChanges<Item>(client, signal, {
      resource,
      isWanted: (id) => id === this.recordId,
      get: (id, signal) => operations(client).get({ params: { id } }, { signal }),
      changed: (record) => this.took(record),
      stale: () => this.refresh(),
    })
    const tick = setInterval(() => {
      this.now = Date.now()
      this.requestUpdate()
    }, 60_000)
    signal.addEventListener('abort', () => clearInterval(tick))
  }

  /** Drops the record and all that belongs to it. */
  protected override clear(): void {
    this.empty()
  }

  protected override localeChanged(): void {
    if (this.loaded) void this.reload()
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed)
    if (!changed.has('recordId') || !this.hasUpdated) return
    this.empty()
    this.loaded = false
    void this.reload()
  }

  /** Drops the record that was shown before another one. */
  protected empty(): void {
    this.record = undefined
    // Nothing of a user who logged out is kept; otherwise the last input is.
    for (const draft of this.#drafts.values()) void draft.close(!this.portal?.ended)
    this.#drafts.clear()
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.get('state') === 'loading' && this.loaded) this.focusHeading()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const draft of this.#drafts.values()) draft.listen(false)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    for (const draft of this.#drafts.values()) draft.listen(true)
    if (this.loaded) void this.updateComplete.then(this.focusHeading)
  }

  override render(): TemplateResult {
    const back = html`<button class="button quiet back" type="button" @click=${() => this.open('')}>
      ${icon(arrowLeft)}${this.scene.t('back')}
    </button>`
    return html`${back}${frame(this as never, () => (this.record ? this.page(this.record) : nothing))}`
  }
}
