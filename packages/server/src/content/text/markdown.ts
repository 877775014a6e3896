import { readFile, stat } from 'node:fs/promises'
import { controlIn } from '../csv/controls.ts'
import type { Place } from '../problems.ts'
import { parseYaml } from './yaml.ts'

/** A Markdown file: the values of its front matter by name, and its text. */
export interface MarkdownFile {
  front: ReadonlyMap<string, { cell: string; line: number }>
  text: string
  /** The line on which the text begins. */
  textLine: number
}

const sizeLimit = 500_000

/**
 * Reads a Markdown file with front matter, the YAML between two lines of `---` at its beginning. Maps
 * become names with a dot, and lists cells with several values. Without a value it told what is wrong.
 */
export async function readMarkdown(
  path: string,
  problem: (text: string, place?: Place) => void,
): Promise<MarkdownFile | undefined> {
  const { size } = await stat(path)
  if (size > sizeLimit)
    return void problem(`The file has ${size} bytes; ${sizeLimit} are possible. Shorten it.`)
  let content: string
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch {
    return void problem('The file is not UTF-8. Save it as UTF-8.')
  }
  const written = content.replaceAll(/\r\n?/g, '\n')
  const control = controlIn(written, true)
  if (control) {
    const line = lineAt(written, control.index)
    return void problem(`${control.name} is not possible here.`, { line })
  }
  const [whole, yaml] = /^---[ \t]*\n([^]*?)(?<=\n)---[ \t]*(?:\n|$)/.exec(written) ?? []
  if (whole === undefined || yaml === undefined)
    return void problem(
      'The front matter is missing. Begin with a line “---”, then “title: …”, then another line “---”.',
      { line: 1 },
    )
  const front = readFront(yaml, problem)
  const text = written.slice(whole.length)
  return front && { front, text, textLine: lineAt(written, whole.length) }
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

function readFront(
  yaml: string,
  problem: (text: string, place: Place) => void,
): MarkdownFile['front'] | undefined {
  const file = parseYaml(yaml, problem, 2)
  if (!file) return undefined
  const front = new Map<string, { cell: string; line: number }>()
  let isSound = true
  const wrong = (path: string[]) => {
    isSound = false
    const text = 'This must be a text, a number, yes or no, or a list of these.'
    problem(text, { line: file.line(path), column: path.join('.') })
  }
  const take = (value: unknown, path: string[]) => {
    const values = Array.isArray(value) ? value : [value ?? '']
    const isList = values.length !== 1 || Array.isArray(value)
    if (values.some((one) => !isScalar(one) || (isList && String(one).includes('|')))) wrong(path)
    else front.set(path.join('.'), { cell: values.join('|'), line: file.line(path) })
  }
  if (!isMap(file.value ?? {})) {
    problem('The front matter must be a map that begins with “title: …”.', { line: 2 })
    return undefined
  }
  for (const [name, value] of Object.entries(file.value ?? {}))
    if (isMap(value)) for (const [below, one] of Object.entries(value)) take(one, [name, below])
    else take(value, [name])
  return isSound ? front : undefined
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)
