import { html, nothing, type ElementPart, type TemplateResult } from 'lit'
import { Directive, directive, type DirectiveResult } from 'lit/directive.js'
import { icon } from '../icon/icon.ts'
import { x } from '../icon/later-icons.ts'

class Modal extends Directive {
  override render(_open: boolean): unknown {
    return nothing
  }

  override update({ element }: ElementPart, [open]: [boolean]): unknown {
    const dialog = element as HTMLDialogElement
    // Only what stands in the document can be opened; jsdom knows neither method.
    queueMicrotask(() => {
      if (open && dialog.isConnected && !dialog.open) dialog.showModal?.()
      if (!open && dialog.open) dialog.close?.()
    })
    return nothing
  }
}

const modal: (open: boolean) => DirectiveResult = directive(Modal)

/** The content and the actions of a dialog. */
export interface DialogOptions {
  /** True shows it; closing gives focus back to where it was. */
  readonly open: boolean
  /** Its name and heading. */
  readonly heading: string
  /** The name of the close button. */
  readonly closeLabel: string
  /** The content; scrolls when it is long. */
  readonly content: unknown
  /** Buttons at its foot, the primary one last. */
  readonly actions?: unknown
  /** Runs on Escape and the close button before it closes; cancel the event to keep it open. */
  readonly onCancel?: ((event: Event) => void) | undefined
  /** Runs after it closed. */
  readonly onClose: (event: Event) => void
}

const ask = ({ currentTarget }: Event) => {
  const dialog = (currentTarget as Element).closest('dialog')
  if (dialog?.dispatchEvent(new Event('cancel', { cancelable: true }))) dialog.close()
}

/** A native modal dialog in the top layer; keep it in the template and switch `open`. */
export const dialog = ({
  open,
  heading,
  closeLabel,
  content,
  actions,
  onCancel,
  onClose,
}: DialogOptions): TemplateResult =>
  html`<dialog
    class="dialog"
    part="dialog"
    aria-label=${heading}
    @cancel=${(event: Event) => event.target === event.currentTarget && onCancel?.(event)}
    @close=${onClose}
    ${modal(open)}
  >
    <header>
      <h2 tabindex="-1" autofocus>${heading}</h2>
      <button class="button quiet square" type="button" aria-label=${closeLabel} @click=${ask}>
        ${icon(x)}
      </button>
    </header>
    <div tabindex="0" role="region" aria-label=${heading}>${content}</div>
    ${actions ? html`<footer>${actions}</footer>` : nothing}
  </dialog>`
