import assert from 'node:assert/strict'
import { basename, dirname } from 'node:path'
import { test } from 'node:test'
import { isGenerated, isTest, listFiles, read } from './sources.ts'

const files = listFiles()
const code = files.filter((file) => /\.(ts|mjs|css)$/.test(file))
const sources = code.filter((file) => !isTest(file) && !isGenerated(file))
const tests = code.filter((file) => /\.test\.ts$|^packages\/[^/]+\/test\//.test(file))
const elements = sources.filter((file) => file.startsWith('packages/elements/src/'))

/** Every line of the files that matches, as `file:line: text`. */
function lines(among: string[], pattern: RegExp): string[] {
  return among.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 100)}`] : [],
      ),
  )
}

/** Comments may speak of what the code must not do. */
const codeLine = (pattern: RegExp) => new RegExp(`^(?!\\s*(//|\\*|/\\*)).*(${pattern.source})`)

const length = (file: string) => read(file).trimEnd().split('\n').length

test('no file is longer than 250 lines', () => {
  const long = sources.filter((file) => length(file) > 250)

  assert.deepEqual(
    long.map((file) => `${file}: ${length(file)}`),
    [],
  )
})

test('no folder has more than 25 source files', () => {
  const folders = Map.groupBy(sources, (file) => dirname(file))
  const full = [...folders].filter(([, files]) => files.length > 25)

  assert.deepEqual(
    full.map(([folder, files]) => `${folder}: ${files.length}`),
    [],
  )
})

test('half of the files are shorter than 80 lines', () => {
  const lengths = sources.map(length).toSorted((a, b) => a - b)

  assert.ok((lengths[Math.floor(lengths.length / 2)] ?? 0) < 80)
})

test('files are named in kebab-case', () => {
  const odd = code.filter((file) => !/^\.?[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(basename(file)))

  assert.deepEqual(odd, [])
})

test('no sentence of a comment begins with a riddle: What, Who or Such', () => {
  const riddle = /^\s*(\/\*\*|\*|\/\/|--) (.*[.:;] )?(What|Who|Such)(ever)? /
  const queries = files.filter((file) => file.endsWith('.sql'))

  assert.deepEqual(lines([...code, ...queries], riddle), [])
})

test('in elements, only widgets and their texts know deals', () => {
  const generic = elements.filter((file) =>
    /\/src\/(list|record|forms|drafts|primitives|base)\//.test(file),
  )

  assert.deepEqual(lines(generic, codeLine(/deal/i)), [])
})

test('the top level holds nothing but what is named', () => {
  const named = 'packages examples test package.json pnpm-workspace.yaml tsconfig.json'.split(' ')
  named.push('README.md', 'LICENSE', 'pnpm-lock.yaml')
  const found = new Set(files.map((file) => file.split('/')[0] ?? ''))
  const odd = [...found].filter((name) => !named.includes(name) && !name.startsWith('.'))

  assert.deepEqual(odd, [])
})

test('content blockers find no word they dislike in a file name', () => {
  const disliked = /affiliate|referral|sponsor|banner|advert|analytics|(^|[-_/])ads?([-_./]|$)/i

  assert.deepEqual(
    files.filter((file) => disliked.test(file)),
    [],
  )
})

test('elements set no styles and no markup that a strict page would block', () => {
  const blocked = /styleMap|\sstyle=|<style|\.(inner|outer)HTML|insertAdjacentHTML|unsafeHTML/

  assert.deepEqual(lines(elements, codeLine(blocked)), [])
})

test('elements make ids as pages without TLS can, too', () => {
  assert.deepEqual(lines(elements, codeLine(/randomUUID/)), [])
})

test('elements measure nothing in rem', () => {
  assert.deepEqual(lines(elements, codeLine(/\d(\.\d+)?rem\b/)), [])
})

test('elements lay out by logical properties', () => {
  const styles = elements.filter((file) => /\.styles\.ts$|\/styles\/|\.css$/.test(file))
  const physical = [
    /(^|[\s;{])(margin|padding|border|inset|scroll-(margin|padding))-(left|right|top|bottom)\b/,
    /(^|[\s;{])(left|right|top|bottom)\s*:/,
    /(text-align|float|clear)\s*:\s*(left|right)/,
  ]

  for (const pattern of physical) assert.deepEqual(lines(styles, codeLine(pattern)), [])
})

test('only command lines read the environment', () => {
  const packaged = sources.filter((file) => /^packages\/[^/]+\/src\//.test(file))
  const reading = lines(packaged, codeLine(/process\.env/))

  assert.deepEqual(
    reading.filter(
      (line) => !/^packages\/(server\/src\/main|conformance\/src\/cli)\.ts/.test(line),
    ),
    [],
  )
})

test('SQL stands in postgres/ alone', () => {
  const outside = sources.filter(
    (file) => file.startsWith('packages/') && !file.includes('/postgres/'),
  )
  const sql = /[`'"]\s*(select\s.+\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from)\s/i

  assert.deepEqual(lines(outside, codeLine(sql)), [])
})

test('listeners are removed by hand, since zone.js ignores their option signal', () => {
  const bySignal = /addEventListener\(.*,\s*(\w+, )?\{[^}]*\bsignal\b/
  const shipped = sources.filter((file) => /^packages\/(client|elements)\/src\//.test(file))

  assert.deepEqual(lines(shipped, codeLine(bySignal)), [])
})

test('tests neither sleep, retry, skip nor focus', () => {
  const sleeping =
    /aTimeout\(|waitForTimeout\(|await (setTimeout|pause|sleep)\(|setTimeout\(resolve/
  const marked = /\b(it|test|describe|suite)\.(only|skip|todo)\(|\.retries\(/

  assert.deepEqual(lines(tests, codeLine(sleeping)), [])
  assert.deepEqual(lines(tests, codeLine(marked)), [])
})

test('tests make claims in the present tense', () => {
  const claims = [...tests, ...sources.filter((file) => file.includes('/conformance/'))]

  assert.deepEqual(
    lines(claims, /\b(it|test|check)\(\s*(['"`][^'"`]+['"`],\s*)?['"`][^'"`]*\bshould\b/),
    [],
  )
})

test('nothing names a path or a host of one machine', () => {
  const written = files.filter((file) => /\.(ts|mjs|md|json|ya?ml|html|css|csv)$/.test(file))
  const paths = /[/](work|Users|home|root)[/]\w|registry[.]npmjs|deb[.]debian/

  assert.deepEqual(lines(written, paths), [])
})

test('a rule finds what breaks it and overlooks comments', () => {
  const pattern = codeLine(/\d(\.\d+)?rem\b/)

  assert.match('  font-size: 1.5rem;', pattern)
  assert.doesNotMatch('  // 1rem leaks in from the host', pattern)
})
