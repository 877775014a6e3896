// Writes dist/custom-elements.json: what every element takes, tells and looks like.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
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
  attributes?: { name: string; fieldName?: string }[] | undefined
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

const analyzer = createRequire(import.meta.url).resolve('@custom-elements-manifest/analyzer/cli.js')

/** Describes every element from its sources. */
function describe(root: string): Manifest {
  const globs = ['src/{base,primitives,widgets}/**/*.ts', '!**/*.{test,stories,styles}.ts']
  const options = ['--litelement', '--quiet', '--outdir', 'dist', '--globs', ...globs]
  const run = `import { cli } from ${JSON.stringify(analyzer)}; await cli({ argv: ${JSON.stringify(['analyze', ...options])} })`
  execFileSync(process.execPath, ['--input-type=module', '--eval', run], { cwd: root })
  const manifest: Manifest = JSON.parse(
    readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'),
  )
  const paths = manifest.modules.map(({ path }) => path)
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

/** Writes the manifest and tells which file of the CDN build holds each tag. */
export function writeManifest(
  root: string,
  entries: Record<string, string>,
): { tags: Record<string, string> } {
  const manifest = describe(root)
  const text = JSON.stringify(manifest, null, 2).replace(/"src\/(.*?)\.ts"/g, '"dist/$1.js"')
  writeFileSync(join(root, 'dist/custom-elements.json'), `${text}\n`)
  const files = new Map(Object.entries(entries).map(([name, file]) => [relative(root, file), name]))
  const tags = manifest.modules.flatMap(({ path, exports }) =>
    exports
      .filter(({ kind }) => kind === 'custom-element-definition')
      .map(({ name }) => [name, `${files.get(path)}.js`]),
  )
  return { tags: Object.fromEntries(tags) }
}
