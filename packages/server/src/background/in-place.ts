import { renderText, type RenderInput } from '../rendering/render-text.ts'
import { WorkError, type Perform, type Performer } from './performer.ts'

const kinds: Readonly<Record<string, Perform>> = {
  'render-text': (input: RenderInput) => renderText(input),
}

/** Does work at once in this process: for pages and tests, over texts that are one’s own. */
export function inPlace(): Performer {
  return {
    inPlace: true,
    async perform(kind, input) {
      const perform = kinds[kind]
      if (!perform) throw new WorkError(`There is no work of the kind “${kind}”.`)
      return perform(input as never, () => {})
    },
    async close() {},
  }
}
