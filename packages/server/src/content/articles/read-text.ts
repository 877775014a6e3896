import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { articleLength } from '@prmkit/contract'
import { parseYaml } from '../text/yaml.ts'
import type { TextName } from './names.ts'
import type { Tree } from '../tree/walk.ts'

/** A Markdown file of a tree. */
export interface TextFile extends TextName {
  path: string
  /** The values of the text’s front matter, and of the YAML file beside the text. */
  front: Readonly<Record<string, unknown>>
  text: string
  /** The line on which the text begins. */
  textLine: number
  hash: string
}

/** An article of the tree: its files, one for each language. */
export interface Found {
  key: string
  folder: string
  texts: TextFile[]
  hash: string
}

/** Tells of something in a file that cannot be used. */
export type Tell = (text: string, place: { file: string; line?: number }) => void

/** Reads a file and its YAML file; undefined, after telling why, where the file cannot be used. */
export async function readText(
  { root, files }: Tree,
  path: string,
  name: TextName,
  tell: Tell,
): Promise<TextFile | undefined> {
  const { size } = await stat(join(root, path))
  if (size > articleLength)
    return void tell(`The file has ${size} bytes; ${articleLength} are possible. Split it.`, {
      file: path,
    })
  const bytes = await readFile(join(root, path))
  const written = decode(bytes)
  if (written === undefined)
    return void tell('The file is not UTF-8. Save it as UTF-8.', { file: path })
  const problemIn =
    (file: string) =>
    (text: string, { line }: { line?: number }) =>
      tell(text, { file, ...(line !== undefined && { line }) })
  const [, yaml] = /^---\n([^]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(written) ?? []
  const start =
    yaml === undefined ? 0 : written.indexOf('\n', yaml.length + 5) + 1 || written.length
  const front = yaml === undefined ? {} : frontOf(yaml, problemIn(path), 2)
  const beside = path.replace(/\.\w+$/, '.yaml')
  const side = files.has(beside) ? decode(await readFile(join(root, beside))) : ''
  if (side === undefined)
    return void tell('The file is not UTF-8. Save it as UTF-8.', { file: beside })
  const more = side === '' ? {} : frontOf(side, problemIn(beside), 1)
  if (!front || !more) return undefined
  const hash = createHash('sha256').update(bytes).update('\0').update(side)
  return {
    ...{ ...name, path, front: { ...front, ...more }, text: written.slice(start) },
    textLine: written.slice(0, start).split('\n').length,
    hash: hash.digest('base64url'),
  }
}

function decode(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // A database keeps no NUL.
    return text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
  } catch {
    return undefined
  }
}

function frontOf(
  yaml: string,
  problem: (text: string, place: { line?: number }) => void,
  line: number,
): Record<string, unknown> | undefined {
  const file = parseYaml(yaml, problem, line)
  if (!file) return undefined
  const { value } = file
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}
