import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

/** The kinds of zod that answers need. Each further one is loaded by every page that checks answers. */
const kinds = new Set([
  'array',
  'boolean',
  'enum',
  'int',
  'maxLength',
  'number',
  'object',
  'optional',
  'record',
  'regex',
  'strictObject',
  'string',
  'union',
  'unknown',
])

/** The sources that these ones import at run time, themselves included. */
function sourcesFrom(files: URL[], seen = new Map<string, string>()): Map<string, string> {
  for (const file of files) {
    if (seen.has(file.href)) continue
    const source = readFileSync(file, 'utf8')
    seen.set(file.href, source)
    const imports = source.matchAll(/^import (?!type)[^']*'(\.[^']+)'/gm)
    sourcesFrom(
      [...imports].map(([, path = '']) => new URL(path, file)),
      seen,
    )
  }
  return seen
}

test('answers load few kinds of zod, and no schema that only requests need', () => {
  const folder = new URL('answers/', import.meta.url)
  const sources = sourcesFrom(readdirSync(folder).map((name) => new URL(name, folder)))
  const used = [...sources].flatMap(([file, source]) =>
    [...source.matchAll(/\bz\s*\.([a-z]\w*)/g)].map(([, kind = '']) => ({ file, kind })),
  )
  const further = used.filter(({ kind }) => kind !== 'infer' && !kinds.has(kind))

  assert.ok(used.length > 100)
  assert.deepEqual(
    further.map(({ file, kind }) => `${file.split('/').at(-1)} needs z.${kind}`),
    [],
  )
})
