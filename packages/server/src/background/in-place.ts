import { renderText, type RenderInput } from '../rendering/render-text.ts'
import { drawKind, type DrawnTemplate, type TemplateInput } from '../templates/template-work.ts'
import { fillTemplate } from '../templates/zones.ts'
import { WorkError, type Perform, type Performer } from './performer.ts'

const kinds: Readonly<Record<string, Perform>> = {
  'render-text': (input: RenderInput) => renderText(input),
  // A page has no means to draw it, and shows the filled drawing itself.
  [drawKind]: async (input: TemplateInput) => filledOnly(input),
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

function filledOnly({ svg, texts, logos }: TemplateInput): DrawnTemplate {
  const images = Object.fromEntries(
    Object.entries(logos).map(([zone, bytes]) => [zone, addressOf(bytes)]),
  )
  const bytes = new TextEncoder().encode(fillTemplate(svg, texts, images))
  return { image: { bytes, mediaType: 'image/svg+xml', width: 0, height: 0 }, faults: [] }
}

function addressOf(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte))
  return `data:image/png;base64,${btoa(letters.join(''))}`
}
