import { render } from 'lit'
import { icon } from '../primitives/icon/icon.ts'
import { x } from '../primitives/icon/later-icons.ts'

/** Shows an image as large as the window, until Escape, a click or its button. */
export function showPicture(image: HTMLImageElement, closeLabel: string): void {
  const root = image.closest('.root')
  if (!root) return
  const dialog = Object.assign(document.createElement('dialog'), { className: 'picture' })
  if (image.alt) dialog.setAttribute('aria-label', image.alt)
  const whole = image.cloneNode() as HTMLImageElement
  whole.loading = 'eager'
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'button square',
  })
  button.setAttribute('aria-label', closeLabel)
  render(icon(x), button)
  dialog.append(whole, button)
  dialog.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  root.append(dialog)
  dialog.showModal()
}
