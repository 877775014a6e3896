import type { PackageInput } from '../content/training/packages/read-package.ts'
import type { LookInput } from '../looking/look.ts'
import { renderText, type RenderInput } from '../rendering/render-text.ts'
import { sanitise } from '../rendering/sanitise.ts'
import { drawKind, type TemplateInput } from '../templates/template-work.ts'
import type { Perform } from './performer.ts'

// Does one piece of work after the other for its parent, which ends this process when one takes too long.

const kinds: Readonly<Record<string, Perform>> = {
  'render-text': (input: RenderInput) => renderText(input, sanitise),
  'look-at-file': async (input: LookInput, progress) => {
    const { lookAtFile } = await import('../looking/look-at-file.ts')
    // Loading the renderers is not the file's fault.
    progress()
    return lookAtFile(input, progress)
  },
  'read-package': async (input: PackageInput, progress) => {
    const { readPackage } = await import('../content/training/packages/read-package.ts')
    progress()
    return readPackage(input, progress)
  },
  [drawKind]: async (input: TemplateInput, progress) => {
    const { drawTemplate } = await import('../templates/draw-template.ts')
    progress()
    return drawTemplate(input)
  },
}

process.on('message', async ({ kind, input }: { kind: string; input: unknown }) => {
  try {
    const perform = kinds[kind]
    if (!perform) throw new Error(`There is no work of the kind “${kind}”.`)
    process.send?.({ result: await perform(input as never, () => process.send?.('progress')) })
  } catch (error) {
    process.send?.({ problem: error instanceof Error ? error.message : String(error) })
  }
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
