// Writes dist/custom-elements.json: what every element takes, tells and looks like.
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'

interface Member {
  name: string
  kind: string
  privacy?: string
  static?: boolean
  description?: string
}

interface Declaration {
  kind: string
  name: string
  tagName?: string
  customElement?: boolean
  summary?: string
  members?: Member[] | undefined
  attributes?: { name: string; fieldName?: string; description?: string }[] | undefined
  slots?: { name: string; description?: string }[]
  events?: { name: string; description?: string }[]
  cssParts?: { name: string; description?: string }[]
}

interface Module {
  path: string
  declarations: Declaration[]
  exports: { kind: string; name: string; declaration: { name: string; module: string } }[]
}

/** The manifest, as tools read it. */
export interface Manifest {
  modules: Module[]
}

/** The tag that a `define.ts` registers, and its class. */
const definition = /define\('([\w-]+)', (\w+)\)/

const analyzer = createRequire(import.meta.url).resolve('@custom-elements-manifest/analyzer')

/** The analyzer has no types and a TypeScript of its own, so it runs on its own. */
const analyze = `
  import { readFileSync } from 'node:fs'
  import { create, ts } from ${JSON.stringify(analyzer)}
  import { litPlugin } from ${JSON.stringify(join(analyzer, '../src/features/framework-plugins/lit/lit.js'))}
  const modules = process.argv.slice(1).map((path) =>
    ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ESNext, true))
  console.log(JSON.stringify(create({ modules, plugins: litPlugin(), context: { dev: false } })))`

/** Describes every element from its sources. */
export function describe(root: string): Manifest {
  const paths = globSync('src/{base,primitives,widgets}/**/*.ts', { cwd: root })
    .filter((path) => !/\.(test|stories|styles)\.ts$/.test(path))
    .toSorted()
  const told = execFileSync(
    process.execPath,
    ['--input-type=module', '--eval', analyze, '--', ...paths],
    { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 },
  )
  const manifest: Manifest = JSON.parse(told)
  const sources = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
  const states = [...sources.values()].flatMap((text) =>
    [...text.matchAll(/(\w+): \{ state: true/g)].map((match) => match[1]),
  )
  const declarations = manifest.modules.flatMap((module) => module.declarations)
  for (const declaration of declarations) {
    declaration.members = declaration.members?.filter(
      ({ name, privacy = 'public', static: own }) =>
        !own && privacy === 'public' && !name.startsWith('#'),
    )
    declaration.attributes = declaration.attributes?.filter(
      ({ fieldName }) => !states.includes(fieldName),
    )
  }
  for (const [path, text] of sources) {
    // Other files register what is not for host pages.
    if (!path.endsWith('/define.ts')) continue
    const [, tagName, name] = definition.exec(text) ?? []
    const element = declarations.find((declaration) => declaration.name === name)
    const module = manifest.modules.find((module) => module.path === path)
    if (!tagName || !name || !element || !module) continue
    Object.assign(element, { tagName, customElement: true })
    const owner = manifest.modules.find(({ declarations }) => declarations.includes(element))
    const declaration = { name, module: owner?.path ?? path }
    module.exports.push({ kind: 'custom-element-definition', name: tagName, declaration })
  }
  manifest.modules = manifest.modules.filter(({ path }) => !path.startsWith('src/base/'))
  return manifest
}

/** Writes the manifest and tells which tags there are, each named as its file of the CDN build. */
export function writeManifest(root: string, entries: Record<string, string>): { tags: string[] } {
  const manifest = describe(root)
  const text = JSON.stringify(manifest, null, 2).replace(/"src\/(.*?)\.ts"/g, '"dist/$1.js"')
  writeFileSync(join(root, 'dist/custom-elements.json'), `${text}\n`)
  const files = new Map(Object.entries(entries).map(([name, file]) => [relative(root, file), name]))
  const tags = manifest.modules.flatMap(({ path, exports }) =>
    exports
      .filter(({ kind }) => kind === 'custom-element-definition')
      .map(({ name }) => {
        if (name !== `prm-${files.get(path)}`)
          throw new Error(`<${name}> is in ${path}: a script tag looks for it by its name.`)
        return name
      }),
  )
  return { tags }
}
