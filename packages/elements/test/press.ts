import type { StoryContext } from '@storybook/web-components-vite'
import { eventually } from './eventually.ts'

/** Every shadow root below a node, its own first. */
function* rootsBelow(node: ParentNode): Generator<ParentNode> {
  yield node
  for (const element of node.querySelectorAll('*'))
    if (element.shadowRoot) yield* rootsBelow(element.shadowRoot)
}

/** Finds what a selector names, or after `=` the button with these words, also inside other elements. */
function found(within: ParentNode, step: string): HTMLElement | undefined {
  for (const root of rootsBelow(within)) {
    const all = [...root.querySelectorAll<HTMLElement>(step.startsWith('=') ? 'button' : step)]
    const one = all.find(
      (each) => !step.startsWith('=') || each.textContent?.trim() === step.slice(1),
    )
    if (one) return one
  }
  return undefined
}

/** Does in a story what a person would: presses one after the other. */
export const press =
  (...steps: readonly string[]) =>
  async ({ canvasElement }: Pick<StoryContext, 'canvasElement'>): Promise<void> => {
    for (const step of steps) (await eventually(() => found(canvasElement, step))).click()
  }

/** Writes into a field as a person would, and waits for one thing after the other. */
export const write =
  (field: string, text: string, ...until: readonly string[]) =>
  async ({ canvasElement }: Pick<StoryContext, 'canvasElement'>): Promise<void> => {
    const input = (await eventually(() => found(canvasElement, field))) as HTMLInputElement
    input.focus()
    input.value = text
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    for (const step of until) await eventually(() => found(canvasElement, step))
  }

/** Presses one after the other, and waits for the last. */
export const pressUntil =
  (...steps: readonly string[]) =>
  async (context: Pick<StoryContext, 'canvasElement'>): Promise<void> => {
    await press(...steps.slice(0, -1))(context)
    await eventually(() => found(context.canvasElement, steps.at(-1)!))
  }
