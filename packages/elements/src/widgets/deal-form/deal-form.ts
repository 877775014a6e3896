import type { TemplateResult } from 'lit'
import type { Deal } from '@prmkit/contract'
import { listen } from '../../base/listen.ts'
import { preload } from '../../base/preload.ts'
import { PortalElement, type WidgetState } from '../../base/portal-element.ts'
import type { Client } from '../../base/portal.ts'
import { DealSubmitEvent, DealSubmittedEvent, DraftSavedEvent } from '../../events.ts'
import { catalog, type DealFormMessages } from '../../locales/deal-form/catalog.ts'
import { frame } from '../../primitives/frame/frame.ts'
import type { FieldContext } from '../../primitives/field/context.ts'
import { styles } from './deal-form.styles.ts'
import { contextOf } from '../../forms/field-lists.ts'
import { fetchSetup, needsLater } from './fetch-setup.ts'
import { fetchLater, prepare, withHelp, type Later, type LaterOwner } from './prepare.ts'
import { keepFirstKeys } from '../../drafts/first-keys.ts'
import { Registration, scopeOf } from './registration.ts'
import type { Owner, Target } from './setup.ts'
import { formView } from './steps/form-view.ts'

/**
 * @summary Registers a deal: checks the customer, takes the vendor's form, sends it exactly once.
 *
 * @slot loading - Shown while the form is fetched.
 * @slot empty - Shown where there is no form for this partner.
 * @slot error - Shown where the form could not be fetched.
 * @slot offline - Shown above the form while there is no connection.
 * @slot degraded - Shown above the form while something is missing.
 * @event {DealSubmitEvent} prm-deal-submit - A registration is about to be sent; cancelable.
 * @event {DealSubmittedEvent} prm-deal-submitted - The backend took it.
 * @event {DraftSavedEvent} prm-draft-saved - What was typed is kept.
 * @event {NavigateEvent} prm-navigate - The partner wants to see the registration; cancelable.
 * @event {LoadErrorEvent} prm-load-error - The form could not be fetched.
 * @csspart frame - The card.
 * @csspart title - The form's title.
 * @csspart steps - The list of steps.
 * @csspart section - One section of the form.
 * @csspart summary - What is wrong, above the form.
 * @csspart availability - The answer of the availability check.
 * @csspart restored - Tells of a draft that is back.
 * @csspart pending - Tells of a registration that may have been sent.
 * @csspart returned - Tells why a registration was returned.
 * @csspart choice - Asks which of two versions counts.
 * @csspart trouble - Tells why it was not sent.
 * @csspart review - Everything that will be sent.
 * @csspart sent - What came of it.
 * @csspart submit - The primary button.
 */
export class PrmDealForm extends PortalElement<DealFormMessages> implements LaterOwner {
  static override catalog = catalog
  static override styles = styles
  static override properties = {
    ...PortalElement.properties,
    dealId: { attribute: 'deal-id' },
    draftStorage: { attribute: 'draft-storage' },
    dealHref: { attribute: 'deal-href' },
    withoutCheck: { type: Boolean, attribute: 'without-check' },
    values: { attribute: false },
  }

  /** Opens this registration: a draft, or one that was returned. */
  declare dealId: string | undefined
  /** Where drafts are kept: `device` unless set, `tab`, or `server`. */
  declare draftStorage: string | undefined
  /** The address of a registration on this site, with `{id}`; for links to it. */
  declare dealHref: string | undefined
  /** Begins with the form, without the availability check. */
  declare withoutCheck: boolean
  /** Values to begin with, hidden fields among them, in the shape of a request body. */
  declare values: unknown

  /** The registration in progress. */
  registration: Registration | undefined
  /** The code after the first key, once it is loaded. */
  later: Later | undefined
  /** The texts, lists and upload of the fields. */
  context: FieldContext | undefined
  /** The last text for screen readers. */
  said = ''
  #target: Target | undefined
  #saving: ReturnType<typeof setTimeout> | undefined

  protected override movesFocus = true

  constructor() {
    super()
    this.withoutCheck = false
  }

  /** Says a text to screen readers. */
  announce(text: string): void {
    this.said = text
    this.requestUpdate()
  }

  /** Loads the code after the first key and opens the draft; nothing where that failed. */
  prepare(): Promise<Later | undefined> {
    return prepare(this)
  }

  protected override async load(client: Client, signal: AbortSignal): Promise<WidgetState | void> {
    const setup = await fetchSetup(this, client, signal)
    if (!setup || signal.aborted) return 'empty'
    const { registration, later } = this
    if (registration?.setup.client === client) {
      later?.relabel(registration, setup.form, setup.discovery)
      registration.setup = { ...registration.setup, form: setup.form, discovery: setup.discovery }
    } else {
      this.#close()
      this.registration = new Registration(setup, this.#owner)
      if (needsLater(setup)) await this.prepare()
    }
    this.#contextualize(client)
    return setup.me ? undefined : 'degraded'
  }

  protected override clear(): void {
    this.#close()
  }

  protected override watch(_client: Client, signal: AbortSignal): void {
    preload(() => fetchLater(this), signal)
    if (this.autofocus) withHelp((help) => help.begin(this))
    listen('online', () => this.registration?.touched && this.#save(), signal)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.registration?.keeper?.listen?.()
    addEventListener('pagehide', this.#flush)
    document.addEventListener('visibilitychange', this.#flush)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#flush()
    this.registration?.keeper?.listen?.(false)
    removeEventListener('pagehide', this.#flush)
    removeEventListener('beforeunload', hold)
    document.removeEventListener('visibilitychange', this.#flush)
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed)
    const { registration } = this
    if (!this.hasUpdated || !registration) return
    if (changed.has('values')) {
      const { values } = this
      void this.prepare().then((later) => later?.prefill(registration, values))
    }
    if (changed.has('dealId') || changed.has('draftStorage')) {
      this.loaded = false
      this.#close()
      void this.reload()
    }
    if (changed.has('t') && this.client) this.#contextualize(this.client)
  }

  protected override updated(): void {
    const { registration, later } = this
    const atRisk = registration && (later?.isUnsaved(registration) ?? registration.touched)
    ;(atRisk ? addEventListener : removeEventListener)('beforeunload', hold)
    const found = this.#target && this.renderRoot.querySelector<HTMLElement>(`#${this.#target}`)
    if (!found) return
    this.#target = undefined
    found.focus({ preventScroll: true })
    found.scrollIntoView({ block: 'nearest' })
  }

  override render(): TemplateResult {
    return frame(
      this,
      () => formView(this),
      () => this.t('noForm'),
    )
  }

  #owner: Owner = {
    changed: () => this.requestUpdate(),
    focusOn: (target) => {
      this.#target = target
      this.requestUpdate()
    },
    save: () => this.#save(),
    kept: (storage, savedAt) => void this.emit(new DraftSavedEvent({ storage, savedAt })),
    portal: () => this.portal,
    refetch: () => this.reload(),
    forgotten: () => {
      this.#close()
      this.loaded = false
      void this.reload()
    },
    mayUse: (body) => this.emit(new DealSubmitEvent({ body })),
    sent: (deal: Deal) => void this.emit(new DealSubmittedEvent({ deal })),
  }

  /** The keeper waits a moment by itself; without one yet, so does loading it. */
  #save() {
    const { registration, later } = this
    if (registration?.keeper) return later?.save(registration)
    if (registration?.touched && registration.setup.me) {
      const { filled, step, setup } = registration
      const { revision } = filled.record ?? {}
      const content = { values: filled.values, step, revision }
      keepFirstKeys(scopeOf(registration), setup.form.version, content)
    }
    clearTimeout(this.#saving)
    this.#saving = setTimeout(async () => {
      const ready = await this.prepare()
      if (this.registration) ready?.save(this.registration)
    }, 300)
  }

  #contextualize(client: Client) {
    const { t, locale, registration } = this
    if (!registration) return
    const upload: FieldContext['upload'] = (file, { signal, onProgress }) =>
      client.upload(file, {
        signal,
        onProgress: ({ sent, total }) => onProgress(total ? sent / total : 0),
      })
    const { lists, discovery } = registration.setup
    this.context = contextOf(lists, discovery, { t: t as FieldContext['t'], locale, upload })
  }

  #flush = ({ type }: { type?: string } = {}) => {
    if (document.hidden || type !== 'visibilitychange') void this.registration?.keeper?.flush()
  }

  #close() {
    const { keeper } = this.registration ?? {}
    // Nothing of a user who logged out is kept; otherwise the last input is.
    if (this.portal?.ended) void keeper?.close()
    else void keeper?.flush().finally(() => keeper.close())
    clearTimeout(this.#saving)
    this.registration = this.context = undefined
  }
}

const hold = (event: BeforeUnloadEvent) => event.preventDefault()

declare global {
  interface HTMLElementTagNameMap {
    'prm-deal-form': PrmDealForm
  }
}
