// The list of elements is the folders with a define.ts; each stands in all that names elements.

/** The texts of files by their path from the root. */
export type Tree = ReadonlyMap<string, string>

const elements = 'packages/elements'
const readme = `${elements}/README.md`
const definition = /^packages\/elements\/src\/(widgets|primitives)\/([^/]+)\/define\.ts$/

interface Place {
  readonly file: string
  /** The text that names the element there. */
  readonly text: string
  /** The name of that text in a complaint. */
  readonly called?: string
}

/** One sentence for each place that does not name an element, or names one that is gone. */
export function missingNames(tree: Tree): string[] {
  const found = [...tree.keys()].flatMap((file) => {
    const [, kind, name] = definition.exec(file) ?? []
    return kind && name ? [{ kind, name, tag: `prm-${name}` }] : []
  })
  const missing = found.flatMap(({ kind, name, tag }) =>
    placesOf(kind, name)
      .filter(({ file, text }) => !textBelow(tree, file).includes(text))
      .map(({ file, text, called = text }) => `<${tag}>: ${file} has no ${called}`),
  )
  const rows = textBelow(tree, readme).matchAll(/^\| `(prm-[\w-]+)`/gm)
  const gone = [...rows].filter(([, row]) => !found.some(({ tag }) => tag === row))
  return [...missing, ...gone.map(([, tag]) => `${readme} has a row for <${tag}>, which is gone`)]
}

function placesOf(kind: string, name: string): Place[] {
  const tag = `prm-${name}`
  const folder = `${kind}/${name}`
  const source = `${elements}/src/${folder}`
  const everywhere = [
    { file: `${source}/define.ts`, text: `define('${tag}'` },
    ...['When to use', 'Anatomy', 'Do', 'Do not'].map((heading) => ({
      file: `${source}/usage.md`,
      text: `## ${heading}\n`,
      called: `section "${heading}"`,
    })),
    { file: `${source}/`, text: `component: '${tag}'`, called: `story with component: '${tag}'` },
    { file: `${elements}/src/index.ts`, text: `from './${folder}/define.ts'` },
    { file: `${elements}/src/jsx.ts`, text: `'${tag}': Element<` },
  ]
  if (kind === 'primitives')
    return [
      ...everywhere,
      { file: readme, text: `\`${tag}\`` },
      { file: `${elements}/package.json`, text: `"./${name}": "./src/${folder}/define.ts"` },
    ]
  const row = { file: readme, text: `\n| \`${tag}\``, called: `row for \`${tag}\`` }
  return [...everywhere, row]
}

/** The text of a file, or of all files of a folder. */
const textBelow = (tree: Tree, path: string) =>
  [...tree].flatMap(([file, text]) => (file.startsWith(path) ? text : [])).join('\n')
