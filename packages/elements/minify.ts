// Shortens the text of Lit's templates, which minifiers leave as it is written.
import { globSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { transformSync, type Plugin } from 'esbuild'
import { parseAst } from 'rolldown/parseAst'

interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

/** Every run of white space becomes one space: what is seen stays the same. */
const html = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ (?=\/?>)/g, '')
    .replace(/(?<=<\/?) /g, '')

/** A style sheet without what only people read; with expressions inside, white space alone. */
const css = (text: string, whole: boolean): string =>
  whole
    ? transformSync(text, { loader: 'css', minify: true, target: 'esnext' })
        .code.trim()
        // Minifiers leave custom properties alone; here their value is never a selector.
        .replace(/--[\w-]+: [^;}]+/g, (rule) =>
          rule.replace(/(?<=[(:,]) | (?=\))/g, '').replace(/#(\w)\1(\w)\2(\w)\3\b/g, '#$1$2$3'),
        )
    : text.replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1')

function* templates(node: unknown): Generator<Node> {
  if (Array.isArray(node)) {
    for (const item of node) yield* templates(item)
  } else if (node && typeof node === 'object') {
    if ((node as Node).type === 'TaggedTemplateExpression') yield node as Node
    for (const child of Object.values(node)) yield* templates(child)
  }
}

/** Shortens every `html`, `svg` and `css` template of a module. */
export function minifyTemplates(code: string, lang: 'ts' | 'js'): string {
  // The compiler puts a space before the text of a template.
  if (!/\b(css|html|svg) ?`/.test(code)) return code
  const edits: { start: number; end: number; text: string }[] = []
  for (const { tag, quasi } of templates(parseAst(code, { lang }))) {
    const { name } = tag as { name?: string }
    const { quasis } = quasi as { quasis: (Node & { value: { raw: string; cooked: string } })[] }
    if (name !== 'css' && name !== 'html' && name !== 'svg') continue
    for (const { value, ...part } of quasis) {
      const text = name === 'css' ? escape(css(value.cooked, quasis.length === 1)) : html(value.raw)
      // The parser counts the back-tick or brace before a part in TypeScript, not in JavaScript.
      const start = part.start + (lang === 'ts' ? 1 : 0)
      edits.push({ start, end: start + value.raw.length, text })
    }
  }
  const backwards = edits.toSorted((a, b) => b.start - a.start)
  return backwards.reduce(
    (result, { start, end, text }) => result.slice(0, start) + text + result.slice(end),
    code,
  )
}

/** The private custom properties of all sources, the most frequent first, with a short name each. */
function shortNames(): Map<string, string> {
  const counts = new Map<string, number>()
  for (const file of globSync('src/**/*.ts', {
    cwd: import.meta.dirname,
    exclude: ['**/*.test.ts'],
  }))
    for (const [name] of readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(privateName))
      counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts].toSorted(([a, more], [b, fewer]) => fewer - more || (a < b ? -1 : 1))
  return new Map(names.map(([name], index) => [name, `--_${index.toString(36)}`]))
}

const privateName = /--_[a-z][\w-]*/g
let names: Map<string, string> | undefined

/** Writes the custom properties that only our own styles read with short names. */
export function shortenProperties(code: string): string {
  names ??= shortNames()
  return code.replace(privateName, (name) => names?.get(name) ?? name)
}

const escape = (text: string): string => text.replace(/[\\`]|\$(?=\{)/g, '\\$&')

/** The same as a plugin of esbuild. */
export const minifyPlugin: Plugin = {
  name: 'minify-templates',
  setup(build) {
    build.onLoad({ filter: /\/elements\/src\/.*\.ts$/ }, async ({ path }) => ({
      contents: minifyTemplates(await readFile(path, 'utf8'), 'ts'),
      loader: 'ts',
    }))
  },
}
