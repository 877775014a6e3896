import { readFile } from 'node:fs/promises'
import { LineCounter, parseDocument, type Document } from 'yaml'
import type { FileLog, Place } from '../problems.ts'

export type Path = readonly (string | number)[]

/** A YAML file: its value, and the places of its parts. */
export interface YamlFile {
  value: unknown
  /** The line of the part that a path names, or of the nearest part above it. */
  line(path: Path): number
}

/** Reads a YAML file; syntax errors are told with line and column, and then there is no value. */
export async function readYaml(path: string, log: FileLog): Promise<YamlFile | undefined> {
  const bytes = await readFile(path)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    log.problem('The file is not UTF-8. Save it as UTF-8.')
    return undefined
  }
  return parseYaml(text, (problem, place) => log.problem(problem, place))
}

/** Reads YAML that begins on a line of its file; tells what is wrong with it, and then has no value. */
export function parseYaml(
  text: string,
  problem: (text: string, place: Place) => void,
  firstLine = 1,
): YamlFile | undefined {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  for (const { message, pos } of document.errors) {
    const { line, col } = counter.linePos(pos[0])
    problem(message, { line: line + firstLine - 1, column: String(col) })
  }
  if (document.errors.length > 0) return undefined
  try {
    const lineIn = lineOf(document, counter)
    return {
      value: document.toJS({ maxAliasCount: 100 }),
      line: (path) => lineIn(path) + firstLine - 1,
    }
  } catch (error) {
    problem(error instanceof Error ? error.message : String(error), {})
    return undefined
  }
}

function lineOf(document: Document, counter: LineCounter): (path: Path) => number {
  return (path) => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      const at = (node as { range?: [number, number, number] } | undefined)?.range?.[0]
      if (at !== undefined) return counter.linePos(at).line
    }
    return 1
  }
}
