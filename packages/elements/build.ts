// Builds the files for a script tag: dist/cdn with the loader, prmkit.js, and a file per widget.
import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, posix, relative } from 'node:path'
import { rolldown, type OutputChunk } from 'rolldown'
import { minify } from 'terser'
import { licensesOf } from '../../.ci/licenses.ts'
import { bundleTags, loader, shorten } from './bundle.ts'
import { writeManifest } from './manifest.ts'
import packageJson from './package.json' with { type: 'json' }

const root = import.meta.dirname
const target = join(root, 'dist/cdn')

/** Each file that registers a tag, by the name of its folder. */
const entries = Object.fromEntries(
  globSync(['src/widgets/*/define.ts', 'src/primitives/*/define.ts'], { cwd: root })
    .toSorted()
    .map((file) => [basename(dirname(file)), join(root, file)]),
)

const widgets = Object.keys(entries).filter((name) => entries[name]?.includes('/widgets/'))

/** The tags whose files the loader knows by itself; those of others stand in a list beside the core. */
const inLoader = ['portal', 'deal-form', 'deal-list']

/** The notices beside the files. */
const licenses = 'licenses.txt'

/** The bundler's names for its own helpers. */
const runtime = 'rolldown-runtime'

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')

/** The name of a file, which changes with its bytes; the loader makes it in the same way. */
const hashed = (name: string, hash: string, ending = 'js') =>
  `${name}-${hash.slice(0, 8).replace(/\+/g, '-').replace(/\//g, '_')}.${ending}`

/** Characters of code from which a file is not minified twice: the sample backend of demos. */
const huge = 200_000

/**
 * Minified once more, which spares another hundredth, and in ASCII: in a page that is not UTF-8,
 * Chromium reads preloaded files in its encoding.
 */
async function smallest(source: string): Promise<string> {
  const { code = '' } = await minify(source, {
    module: true,
    ecma: 2020,
    compress: source.length < huge && { passes: 3 },
  })
  return code.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A file of the build: its code, and the names of those it imports before it runs. */
interface File {
  readonly code: string
  readonly imports: readonly string[]
}

/** Builds the files of every entry, by name. */
async function chunks() {
  const all = await bundleTags(entries, widgets, 'cdn')
  const chunks = all.filter(({ name }) => name !== runtime)
  const names = new Map<string, string>()
  // An entry has the name of its tag; the others that have one name are counted.
  for (const { fileName, name, isEntry } of chunks.toSorted((a, b) => +b.isEntry - +a.isEntry)) {
    // The loader knows files by these names, so that those of several tags have short ones.
    const base = isEntry
      ? name
      : fileName.replace(/-[\w-]{12}\.js$/, '').replace(/.*-first$/, 'part')
    const same = [...names.values()].filter((one) => one.replace(/\.\d+$/, '') === base).length
    names.set(fileName, same ? `${base}.${same}` : base)
  }
  await writeLicenses(target, chunks)
  const files = chunks.map(async (chunk): Promise<[string, File]> => {
    const lazy = /\bimport\((["'`])\.\/([\w.-]+\.js)\1\)/g
    const whole = withNamespace(chunk.code)
    const code = whole.replace(lazy, (_, _quote, file) => `prmkitLoad("${names.get(file)}")`)
    return [
      names.get(chunk.fileName)!,
      {
        code: await smallest(
          code === whole ? code : `import{load as prmkitLoad}from"${loader}";${code}`,
        ),
        imports: chunk.imports.filter((file) => names.has(file)),
      },
    ]
  })
  return named(new Map(await Promise.all(files)), names)
}

/** Writes the notices of what a folder's files hold of others; the icons' outlines are in our sources. */
async function writeLicenses(folder: string, chunks: readonly OutputChunk[]) {
  const icons = join(root, 'node_modules/lucide-static/package.json')
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds)
  await writeFile(join(folder, licenses), licensesOf([...modules, icons]))
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
    plugins: [shorten],
    transform: { define: { MANIFEST: JSON.stringify(manifest) } },
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  return output[0].code
}

/**
 * Writes the modules of the package: few, so that a page's bundler cannot cut the first view into
 * small files wherever a late one needs something of it.
 */
async function writeModules() {
  const others = { index: join(root, 'src/index.ts'), demo: join(root, 'src/demo.ts') }
  const modules = await bundleTags(entries, widgets, 'npm', others)
  for (const file of globSync('dist/**/*.js', { cwd: root })) await rm(join(root, file))
  // Types are compiled file by file; the loader is of no use outside its folder.
  await rm(join(root, 'dist/cdn.d.ts'), { force: true })
  for (const { fileName, name, isEntry, code } of modules) {
    const entry = isEntry ? { ...entries, ...others }[name] : undefined
    const path = entry ? relative(join(root, 'src'), entry).replace(/\.ts$/, '.js') : fileName
    const here = posix.dirname(path)
    const placed = code.replace(
      /(\bfrom\s*|\bimport\s*\(?\s*)(["'])\.\/([\w.-]+\.js)\2/g,
      (_, before, quote, file) => {
        const to = posix.relative(here, pathOf(file))
        return `${before}${quote}${to.startsWith('.') ? to : `./${to}`}${quote}`
      },
    )
    await mkdir(join(root, 'dist', here), { recursive: true })
    await writeFile(join(root, 'dist', path), placed)
  }

  await writeLicenses(join(root, 'dist'), modules)

  function pathOf(file: string): string {
    const chunk = modules.find(({ fileName }) => fileName === file)
    const entry = chunk?.isEntry ? { ...entries, ...others }[chunk.name] : undefined
    return entry ? relative(join(root, 'src'), entry).replace(/\.ts$/, '.js') : file
  }
}

await writeModules()
await rm(target, { recursive: true, force: true })
await mkdir(target, { recursive: true })
const files = await chunks()
const { tags } = writeManifest(root, entries)
const first = withImports(inLoader)
const soon = withImports([...Object.keys(entries), ...textsOf(withImports(Object.keys(entries)))])
const soonOnly = [...soon].filter((name) => !first.has(name))
const rest = [...files.keys()].filter((name) => !first.has(name) && !soon.has(name))
const afterSoon = await writeList({ files: listed(rest) })
const later = await writeList({ files: listed(soonOnly), later: afterSoon })
for (const [name, { code, hash }] of files) await writeFile(join(target, hashed(name, hash)), code)
await writeFile(
  join(target, 'prmkit.js'),
  `/*! prmkit ${packageJson.version}, MIT; parts of others: ${licenses} */` +
    (await smallest(
      await autoloader({ tags: tags.map((tag) => tag.slice(4)), files: listed([...first]), later }),
    )),
)

/** The hashes of files, and what they import. */
function listed(names: readonly string[]) {
  return Object.fromEntries(
    names.map((name) => {
      const { hash, imports } = files.get(name)!
      return [name, [hash, ...withoutNested(imports)]]
    }),
  )
}

/** Writes a list beside the files, and tells its hash. */
async function writeList(list: object): Promise<string> {
  const text = JSON.stringify(list)
  const hash = sha256(text)
  await writeFile(join(target, hashed('later', hash, 'json')), text)
  return hash
}

/** The texts in other languages that the code of these files fetches. */
function textsOf(names: ReadonlySet<string>): string[] {
  const languages = globSync('*.ts', { cwd: join(root, 'src/locales/common') })
    .map((file) => file.replace('.ts', ''))
    .filter((name) => files.has(name))
  return [...names].flatMap((name) =>
    [...files.get(name)!.code.matchAll(/\("(([\w-]+)(?:\.\d+)?)"\)/g)].flatMap(
      ([, file = '', language = '']) => (languages.includes(language) ? file : []),
    ),
  )
}

/** These files without those that others of them import. */
function withoutNested(names: readonly string[]): string[] {
  return names.filter((name) =>
    names.every((other) => other === name || !withImports([other]).has(name)),
  )
}

/** These files and all that they import before they run. */
function withImports(names: readonly string[]): Set<string> {
  const all = new Set(names)
  for (const name of names) {
    const file = files.get(name)
    if (!file) throw new Error(`The build has no file ${name}.`)
    for (const each of withImports(file.imports)) all.add(each)
  }
  return all
}
