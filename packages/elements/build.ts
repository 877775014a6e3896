// Builds the files for a script tag: dist/cdn with the loader, prmkit.js, and a file per widget.
import { createHash } from 'node:crypto'
import { existsSync, globSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown, type Plugin } from 'rolldown'
import { writeManifest } from './manifest.ts'
import { minifyTemplates } from './minify.ts'
import packageJson from './package.json' with { type: 'json' }

const root = import.meta.dirname
const target = join(root, 'dist/cdn')
const loader = './prmkit.js'

/** Each entry of the package that registers tags. */
const entries = Object.fromEntries(
  Object.entries(packageJson.exports)
    .filter(([, file]) => file.endsWith('/define.ts') && existsSync(join(root, file)))
    .map(([path, file]) => [path.slice(2), join(root, file)]),
)

const templates: Plugin = {
  name: 'minify-templates',
  transform: {
    filter: { id: /elements\/src\/.*\.ts$/ },
    handler: (code) => minifyTemplates(code, 'ts'),
  },
}

/** Lit takes the loader's policy instead of making one: a page then allows the name prmkit only. */
const policy: Plugin = {
  name: 'one-policy',
  resolveId: (id) => (id === loader ? { id, external: true } : undefined),
  transform: {
    filter: { id: /lit-html\/(node\/)?lit-html\.js$/ },
    handler(code) {
      const own = /(\w+)\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\)/
      if (!own.test(code)) throw new Error('Lit makes its policy in another way now: see build.ts.')
      return `import{policy as prmkitPolicy}from"${loader}";${code.replace(own, 'prmkitPolicy')}`
    },
  },
}

/** Leaves out how ky counts the bytes of a body: no call of the client asks for it. */
const noProgress: Plugin = {
  name: 'no-progress',
  transform: {
    filter: { id: /ky\/distribution\/utils\/body\.js$/ },
    handler: () => 'export const streamRequest = undefined, streamResponse = undefined',
  },
}

/** What is needed together, as one file each: every further file costs a request and a hash. */
const groups = [
  {
    name: 'core',
    test: /node_modules\/(@lit\/reactive-element|lit-element|lit-html\/(lit-html|is-server)|lit\/index)|elements\/src\/(base\/(?!pseudo|follow|safe|save-|random|parse)|drafts\/draft-mark|styles\/|events|locales\/common\/(en|catalog)|primitives\/(frame|icon\/icon|problem|skeleton)|primitives\/button\/button.styles|widgets\/portal\/(?!define|demo|leave))/,
  },
  {
    name: 'field',
    test: /contract\/src\/rules\/(form\.|currency|pointer)|base\/parse|locales\/(join|field\/(en|catalog))|forms\/(field-lists|form-values)|primitives\/(field\/(?!late-fields|field-element|error-text|when-gone)|combobox\/combobox\.ts|file-drop\/(file-drop\.|file-field)|phone\/phone|money\/|product-lines\/(product-lines\.ts|lines-field))|\/(lit|lit-html)\/(directive|directive-helpers)\.js/,
  },
  {
    name: 'check',
    test: /contract\/src\/rules\/form-check|locales\/field-later\/en|forms\/(field-errors|form-changes)|primitives\/(field\/error-text|product-lines\/lines\.ts)/,
  },
  {
    name: 'client',
    test: /node_modules\/ky\/|client\/src\/(?!drift|background|walk|live|event-stream|sse|upload|put-bytes)|contract\/src\/route-list/,
  },
  // What writes and deletes; none of it is needed before the first key.
  { name: 'drafts', test: /elements\/src\/(base\/random|drafts\/(draft-shelves|forget|send))/ },
  { name: 'schemas', test: /contract\/src\/schemas\/|node_modules\/zod\// },
  { name: 'de', test: /locales\/(common|field|field-later)\/de\.ts/ },
  { name: 'ar', test: /locales\/(common|field|field-later)\/ar\.ts/ },
]

/** What is fetched beside the widgets: for each of them, and for lists. */
const early = ['client', 'background']

/** What the bundler calls its own helpers. */
const runtime = 'rolldown-runtime'

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')

/** The name of a file, which changes with its bytes; the loader makes it in the same way. */
const hashed = (name: string, hash: string, ending = 'js') =>
  `${name}-${hash.slice(0, 8).replace(/\+/g, '-').replace(/\//g, '_')}.${ending}`

/** Escapes all but ASCII: in a page that is not UTF-8, Chromium reads preloaded files in its encoding. */
const ascii = (code: string) =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A file of the build: its code, and the names of those it imports before it runs. */
interface File {
  readonly code: string
  readonly imports: readonly string[]
}

/** Builds the files of every entry, by name. */
async function chunks() {
  const bundle = await rolldown({
    input: entries,
    plugins: [templates, policy, noProgress],
    platform: 'browser',
    preserveEntrySignatures: 'allow-extension',
  })
  const { output } = await bundle.generate({
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    // A package is named by its folder: every one of them begins in an index.ts.
    chunkFileNames: ({ name, facadeModuleId }) =>
      `${/packages\/(\w+)\/src\/index\.ts$/.exec(facadeModuleId ?? '')?.[1] ?? name}-[hash:8].js`,
    comments: { legal: false, annotation: false },
    codeSplitting: {
      groups,
      includeDependenciesRecursively: false,
    },
  })
  const chunks = output.filter((one) => one.type === 'chunk').filter(({ name }) => name !== runtime)
  const names = new Map<string, string>()
  // An entry has the name of its tag; the others that have one name are counted.
  for (const { fileName, name, isEntry } of chunks.toSorted((a, b) => +b.isEntry - +a.isEntry)) {
    const base = isEntry ? name : fileName.replace(/-[\w-]{8}\.js$/, '')
    const same = [...names.values()].filter((one) => one.replace(/\.\d+$/, '') === base).length
    names.set(fileName, same ? `${base}.${same}` : base)
  }
  const files = chunks.map((chunk): [string, File] => {
    const lazy = /\bimport\((["'`])\.\/([\w.-]+\.js)\1\)/g
    const whole = withNamespace(chunk.code)
    const code = whole.replace(lazy, (_, _quote, file) => `prmkitLoad("${names.get(file)}")`)
    return [
      names.get(chunk.fileName)!,
      {
        code: ascii(code === whole ? code : `import{load as prmkitLoad}from"${loader}";${code}`),
        imports: chunk.imports.filter((file) => names.has(file)),
      },
    ]
  })
  return named(new Map(files), names)
}

/** Gives each file its final bytes, after those it imports: their names are in them. */
function named(files: Map<string, File>, names: Map<string, string>) {
  const done = new Map<string, File & { hash: string }>()
  const finish = (name: string, above: string[]) => {
    // The loader runs a file after its imports, so it would wait for ever.
    if (above.includes(name)) throw new Error(`Circle of files: ${above.join(' → ')} → ${name}`)
    const { code, imports } = files.get(name)!
    let bytes = code
    for (const file of imports) {
      const other = names.get(file)!
      const { hash } = done.get(other) ?? finish(other, [...above, name])
      bytes = bytes.replaceAll(`"./${file}"`, `"./${hashed(other, hash)}"`)
    }
    const file = {
      code: bytes,
      imports: imports.map((file) => names.get(file)!),
      hash: sha256(bytes),
    }
    done.set(name, file)
    return file
  }
  for (const name of files.keys()) if (!done.has(name)) finish(name, [])
  return done
}

/** Puts the bundler's helper where it is used: as a file of its own it costs a request and a hash. */
function withNamespace(code: string): string {
  const whole = code.replace(
    /import\{t as ([\w$]+)\}from"\.\/rolldown-runtime-[\w-]+\.js";/,
    'const $1=t=>{let r={};for(let i in t)Object.defineProperty(r,i,{get:t[i],enumerable:!0});return r};',
  )
  if (whole.includes(runtime))
    throw new Error('Rolldown has another helper now: see withNamespace in build.ts.')
  return whole
}

async function autoloader(manifest: object) {
  const bundle = await rolldown({
    input: join(root, 'src/cdn.ts'),
    transform: { define: { MANIFEST: JSON.stringify(manifest) } },
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  return output[0].code
}

// Bundlers leave templates as they are, so the modules ship them short already.
for (const file of globSync('dist/**/*.js', { cwd: root, exclude: ['dist/cdn/**'] })) {
  const path = join(root, file)
  const code = await readFile(path, 'utf8')
  const short = minifyTemplates(code, 'js')
  if (short !== code) await writeFile(path, short)
}
// The autoloader is of no use outside its folder.
for (const file of ['cdn.js', 'cdn.d.ts']) await rm(join(root, 'dist', file), { force: true })
await rm(target, { recursive: true, force: true })
await mkdir(target, { recursive: true })
const files = await chunks()
const { tags } = writeManifest(root, entries)
const widgets = Object.keys(entries).filter((name) => entries[name]?.includes('/widgets/'))
const first = withImports([...widgets, ...early])
const listed = (needed: boolean) =>
  Object.fromEntries(
    [...files]
      .filter(([name]) => first.has(name) === needed)
      .map(([name, { hash, imports }]) => [name, [hash, ...imports]]),
  )
const later = JSON.stringify(listed(false))
const hash = sha256(later)
await writeFile(join(target, hashed('later', hash, 'json')), later)
for (const [name, { code, hash }] of files) await writeFile(join(target, hashed(name, hash)), code)
await writeFile(
  join(target, 'prmkit.js'),
  ascii(
    await autoloader({ tags: tags.map((tag) => tag.slice(4)), files: listed(true), later: hash }),
  ),
)

/** These files and all that they import before they run. */
function withImports(names: readonly string[]): Set<string> {
  const all = new Set(names)
  for (const name of names) {
    const file = files.get(name)
    if (!file) throw new Error(`The build has no file ${name}: see early in build.ts.`)
    for (const each of withImports(file.imports)) all.add(each)
  }
  return all
}
