import type { ArgTypesEnhancer, StrictInputType } from 'storybook/internal/types'
import type { Manifest } from '../packages/elements/manifest.ts'

/** Writes the head of an element’s docs page: its summary, its entry point and its guide. */
export const introduce =
  ({ modules }: Manifest, guides: Readonly<Record<string, string>>) =>
  (tag: unknown): string => {
    const element = modules
      .flatMap(({ declarations }) => declarations)
      .find(({ tagName }) => tagName === tag)
    if (!element || typeof tag !== 'string') return ''
    const name = tag.replace('prm-', '')
    const entry = `@prmkit/elements/${name}`
    const [, guide = ''] =
      Object.entries(guides).find(([path]) => path.endsWith(`/${name}/usage.md`)) ?? []
    const use = `\`import '${entry}'\` registers \`<${tag}>\`; the CDN build loads it by itself.`
    return [element.summary, use, guide].join('\n\n')
  }

/** Public for the other files of a widget, and of no use to a page. */
const internal =
  /^(registration|later|context|said|state|client|loaded|list|savedViews|seesCompany|t|language|direction)$/

/** Shown without a control: stories have no use for them. */
const inert =
  /-|^(name|type|accept|maxFiles|maxSize|placeholder|upload|search|find|fetch|fetchToken)$/

/** Gives each property the control that its type asks for, and nothing else one. */
export const fitControls: ArgTypesEnhancer = ({ argTypes, component }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const fromPortal = /^(portal|locale)$/.test(name) && component !== 'prm-portal'
      const hidden = internal.test(name) || fromPortal
      return [name, hidden ? { ...argType, table: { disable: true } } : fit(name, argType)]
    }),
  )

function fit(name: string, argType: StrictInputType): StrictInputType {
  const { control, options, table } = argType
  const category = table?.category
  if (!category) return argType
  // An attribute with a dash is a property too, which has the control.
  if (!/attributes|properties/.test(category) || inert.test(name))
    return { ...argType, control: { disable: true } }
  const { type: kind } = (control ?? {}) as { type?: string }
  const said = kind && kind !== 'object'
  const types = String(table.type?.summary)
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part && part !== 'undefined')
  if (said || options) return argType
  if (types.every((part) => /^'.*'$/.test(part))) {
    const choices = types.map((part) => part.slice(1, -1))
    return { ...argType, control: { type: 'select' }, options: [undefined, ...choices] }
  }
  const simple = { string: 'text', number: 'number' } as const
  const type = types.length === 1 && simple[types[0] as keyof typeof simple]
  return type ? { ...argType, control: { type } } : argType
}
