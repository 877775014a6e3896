import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const folder = join(import.meta.dirname, '../content/assets')
/** The words at the foot of each page. */
export const foot = 'Quellmark, a made-up vendor.'
/** The colour of what belongs to no family. */
export const gray = [70, 80, 92]

/** Writes a file of the library. */
export function write(path: string, content: string | Buffer): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** Facts as the YAML beside a file. */
export const yaml = (facts: Readonly<Record<string, unknown>>) =>
  Object.entries(facts)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('')
