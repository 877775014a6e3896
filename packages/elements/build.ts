// Builds what a script tag loads: dist/cdn with a file per widget, prmkit.js and integrity.json.
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

/** What is needed together, as one file each: every further file costs a request and a hash. */
const groups = [
  {
    name: 'core',
    test: /node_modules\/(@lit\/reactive-element|lit-element|lit-html\/(lit-html|is-server)|lit\/index)|elements\/src\/(base\/(?!pseudo|follow|safe|save-|random|parse)|drafts\/draft-mark|styles\/|events|locales\/common\/(en|catalog)|primitives\/(frame|icon\/icon|problem|skeleton)|primitives\/button\/button.styles|widgets\/portal\/(partner-portal|portal|token))/,
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
    test: /client\/src\/(?!drift|live|event-stream|sse|upload|put-bytes)|contract\/src\/route-list/,
  },
  // What writes and deletes; none of it is needed before the first key.
  { name: 'drafts', test: /elements\/src\/(base\/random|drafts\/(draft-shelves|forget|send))/ },
  { name: 'schemas', test: /contract\/src\/schemas\/|node_modules\/zod\// },
  { name: 'de', test: /locales\/(common|field|field-later)\/de\.ts/ },
  { name: 'ar', test: /locales\/(common|field|field-later)\/ar\.ts/ },
]

/** What is fetched beside the widgets: for each of them, and for lists. */
const early = ['client', 'live']

/** What the bundler calls its own helpers. */
const runtime = 'rolldown-runtime'

const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

/** Builds the files of every entry, by name. */
async function chunks() {
  const bundle = await rolldown({
    input: entries,
    plugins: [templates, policy],
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
    comments: { legal: false },
    codeSplitting: {
      groups,
      includeDependenciesRecursively: false,
    },
  })
  return output.flatMap((chunk) => {
    if (chunk.type !== 'chunk') return []
    if (chunk.name === runtime) return []
    const lazy = /\bimport\((["'`])(\.\/[\w.-]+\.js)\1\)/g
    const whole = withNamespace(chunk.code)
    const code = lazy.test(whole)
      ? `import{load as prmkitLoad}from"${loader}";${whole.replace(lazy, 'prmkitLoad("$2")')}`
      : whole
    const imports = chunk.imports.filter((name) => !/prmkit\.js$|^rolldown-runtime-/.test(name))
    return [{ name: chunk.fileName, code, imports }]
  })
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

async function autoloader(integrity: string) {
  const bundle = await rolldown({
    input: join(root, 'src/cdn.ts'),
    transform: { define: { MANIFEST_INTEGRITY: JSON.stringify(integrity) } },
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
const hashes = new Map(
  files.map(({ name, code, imports }) => [name, { integrity: hash(code), imports }]),
)
const widgets = Object.keys(entries).filter((name) => entries[name]?.includes('/widgets/'))
const first = withImports([...widgets.map((name) => `${name}.js`), ...early.map(fileOf)])
// Looks at the others only to find circles.
withImports([...hashes.keys()])
const listed = (needed: boolean) =>
  Object.fromEntries([...hashes].filter(([name]) => first.has(name) === needed))
const later = JSON.stringify(listed(false))
const integrity = JSON.stringify({ tags, files: listed(true), later: hash(later) })
await writeFile(join(target, 'later.json'), later)
for (const { name, code } of files) await writeFile(join(target, name), code)
await writeFile(join(target, 'integrity.json'), integrity)
await writeFile(join(target, 'prmkit.js'), await autoloader(hash(integrity)))

/** These files and all that they import before they run. */
function withImports(names: string[], above: string[] = []): Set<string> {
  const all = new Set(names)
  for (const name of names) {
    // The loader runs a file after its imports, so it would wait for ever.
    if (above.includes(name)) throw new Error(`Circle of files: ${above.join(' → ')} → ${name}`)
    for (const each of withImports(hashes.get(name)?.imports ?? [], [...above, name])) all.add(each)
  }
  return all
}

function fileOf(chunk: string): string {
  const name = [...hashes.keys()].find((name) => name.startsWith(`${chunk}-`))
  if (!name) throw new Error(`The build has no ${chunk}-*.js: see early in build.ts.`)
  return name
}
