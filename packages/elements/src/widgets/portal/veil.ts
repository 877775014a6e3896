// Stands on nothing of the first view but types: a bundler would cut that view where this file begins.
import type { Translate } from '../../base/localize.ts'
import type { UnseenWidget } from '../../base/portal.ts'
import { catalog } from '../../locales/unseen/catalog.ts'
import type { messages } from '../../locales/unseen/en.ts'
import { veilStyles } from './veil.styles.ts'

/** The reason why content is hidden. */
export type Reason = 'checking' | 'refused' | 'offline' | 'unreachable'

const texts = {
  checking: 'unseenChecking',
  refused: 'unseenRefused',
  offline: 'unseenOffline',
  unreachable: 'unseenUnreachable',
} as const

/** Stands over the hidden content of a widget and says why it is hidden. */
export class Veil {
  readonly #widget: UnseenWidget
  readonly #retry: () => void
  readonly #element = document.createElement('div')
  /** The elements that were made inert. */
  readonly #covered: HTMLElement[] = []
  readonly #dialog: HTMLDialogElement | undefined
  /** The element that had the focus. */
  readonly #focused: HTMLElement | undefined
  #reason: Reason | undefined

  constructor(widget: UnseenWidget, retry: () => void) {
    const root = widget.shadowRoot!
    this.#widget = widget
    this.#retry = retry
    this.#focused = (root.activeElement as HTMLElement | null) ?? undefined
    // A modal dialog stands above all else, and takes no part in the inertness around it.
    this.#dialog = root.querySelector<HTMLDialogElement>('dialog:modal') ?? undefined
    for (const one of [...root.children, ...(this.#dialog?.children ?? [])])
      if (one instanceof HTMLElement && !one.inert) this.#covered.push(one)
    for (const one of this.#covered) one.inert = true
    this.#dialog?.addEventListener('cancel', refuse, true)
    this.#element.className = 'root veil'
  }

  /** Says why the content is hidden; a widget inside another leaves that to the outer one. */
  async say(reason: Reason): Promise<void> {
    const widget = this.#widget
    this.#reason = reason
    if (!this.#dialog && isInside(widget)) return
    await widget.addTexts(catalog)
    if (this.#reason !== reason) return
    const t = widget.t as unknown as Translate<typeof messages>
    const root = widget.shadowRoot!
    if (!root.adoptedStyleSheets.includes(veilStyles)) root.adoptedStyleSheets.push(veilStyles)
    const element = this.#element
    Object.assign(element, { lang: widget.language, dir: widget.direction })
    const note = make('div', 'note warning')
    note.role = 'status'
    note.append(make('p', '', t(texts[reason])))
    if (reason !== 'checking') {
      const button = make('button', 'button', t('unseenRetry'))
      button.type = 'button'
      button.addEventListener('click', this.#retry)
      note.append(button)
    }
    element.replaceChildren(note)
    ;(this.#dialog ?? root).append(element)
  }

  /** Gives the content back as it was, with the focus. */
  async lift(): Promise<void> {
    const widget = this.#widget
    this.#reason = undefined
    const hadFocus = this.#element.contains(widget.shadowRoot!.activeElement)
    this.#element.remove()
    for (const one of this.#covered) one.inert = false
    this.#dialog?.removeEventListener('cancel', refuse, true)
    await widget.updateComplete
    if (widget.error) void widget.reload(true)
    if (hadFocus || document.activeElement === document.body)
      this.#focused?.focus({ preventScroll: true })
  }
}

function make<Tag extends 'div' | 'p' | 'button'>(tag: Tag, className: string, text = '') {
  const element: HTMLElementTagNameMap[Tag] = document.createElement(tag)
  return Object.assign(element, { className, textContent: text })
}

const refuse = (event: Event) => {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** Whether a widget stands inside another of the same portal. */
function isInside(widget: UnseenWidget): boolean {
  for (let root = widget.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    if ((root.host as UnseenWidget).portal === widget.portal) return true
  return false
}
