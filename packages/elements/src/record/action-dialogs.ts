import { nothing, type TemplateResult } from 'lit'
import type { FieldContext } from '../primitives/field/context.ts'
import { ActionDialog } from './action-dialog.ts'
import type { RecordAction } from './record-action.ts'
import type { RecordItem, SendingScene } from './record-scene.ts'

/** The dialogs of a record page: one at a time, and the answers of the one that was left. */
export class ActionDialogs<Item extends RecordItem> {
  readonly #scene: SendingScene<Item>
  #current: ActionDialog<Item> | undefined
  // The dialog that was closed last, with its answers.
  #left: ActionDialog<Item> | undefined

  constructor(scene: SendingScene<Item>) {
    this.#scene = scene
  }

  /** Asks for the answers that an action needs; those of a closed dialog are still there. */
  open(action: RecordAction<Item>, record: Item, context: FieldContext): void {
    const left = this.#left?.resume(action.name, record) && this.#left
    this.#current = left || new ActionDialog(this.#scene, action, record, context, this.#close)
    void this.#scene.redraw()
  }

  /** Forgets the answers of the dialog that was left, as before another language. */
  forgetLeft(): void {
    this.#left = undefined
  }

  /** Forgets all answers, as before another record. */
  forget(): void {
    this.#current = this.#left = undefined
  }

  render(record: Item): TemplateResult | typeof nothing {
    return this.#current?.render(record) ?? nothing
  }

  /** Takes the dialog away; where its button is gone, the focus goes to the heading. */
  #close = () => {
    this.#left = this.#current
    this.#current = undefined
    void this.#scene.redraw().then((root) => {
      if (!(root as ShadowRoot).activeElement) this.#scene.focusHeading()
    })
  }
}
