import { html, nothing, render } from 'lit'
import { icon } from '../icon/icon.ts'
import { x } from '../icon/later-icons.ts'

/** The text and the action of a toast. */
export interface ToastOptions {
  /** A short sentence about what was done. */
  readonly text: string
  /** The name of its close button. */
  readonly closeLabel: string
  /** One thing to do about it, such as undo. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
  /**
   * Milliseconds on screen; stops while it is pointed at or focused. Six seconds unless told, and
   * almost the minute for which a backend undoes something where there is an action.
   */
  readonly duration?: number
}

const regions = new WeakMap<Element, HTMLElement>()

/** The live region of a widget, in the top layer; it must exist before it speaks. */
function regionIn(root: Element): HTMLElement {
  let region = regions.get(root)
  if (!region?.isConnected) {
    region = document.createElement('div')
    region.className = 'toasts'
    region.setAttribute('role', 'status')
    region.popover = 'manual'
    root.append(region)
    regions.set(root, region)
  }
  // Shown again, it stands above a dialog that opened since.
  region.hidePopover?.()
  region.showPopover?.()
  return region
}

/** Says what was done, for a moment and aloud; `root` is the widget's outermost element inside. */
export function toast(
  root: Element,
  { text, closeLabel, action, duration = action ? 55_000 : 6000 }: ToastOptions,
): void {
  const region = regionIn(root)
  const note = document.createElement('div')
  note.className = 'toast'
  let timer: ReturnType<typeof setTimeout> | undefined
  const close = () => {
    clearTimeout(timer)
    note.remove()
    if (region.isConnected && !region.childElementCount) region.hidePopover?.()
  }
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(close, duration)
  }
  note.addEventListener('pointerenter', () => clearTimeout(timer))
  note.addEventListener('pointerleave', wait)
  note.addEventListener('focusin', () => clearTimeout(timer))
  note.addEventListener('focusout', wait)
  const act = () => {
    close()
    action?.run()
  }
  render(
    html`<span dir="auto">${text}</span>
      ${
        action
          ? html`<button class="button" type="button" @click=${act}>${action.label}</button>`
          : nothing
      }
      <button class="button square" type="button" aria-label=${closeLabel} @click=${close}>
        ${icon(x)}
      </button>`,
    note,
  )
  // Its time runs from when it is seen: a tab behind others draws no frames.
  requestAnimationFrame(() => {
    region.append(note)
    wait()
    uncover(note)
  })
}

/** Scrolls what has the keyboard out from under a toast. */
function uncover(note: Element) {
  const focused = (note.getRootNode() as ShadowRoot).activeElement
  if (!focused?.matches(':focus-visible')) return
  const [over, under] = [note, focused].map((one) => one.getBoundingClientRect())
  if (under!.bottom > over!.top && under!.top < over!.bottom) {
    scrollBy(0, under!.bottom - over!.top + 8)
  }
}
