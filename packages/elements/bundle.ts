// Bundles the tags of the package into files that share what they have in common.
import { join } from 'node:path'
import { rolldown, type OutputChunk, type CodeSplittingOptions, type Plugin } from 'rolldown'
import { leanKy } from '../../.ci/lean-ky.ts'
import { groupsFor, type Early } from './groups.ts'
import { minifyTemplates, shortenProperties } from './minify.ts'

/** The address of the loader beside every file. */
export const loader = './prmkit.js'

/** Shortens what a minifier of JavaScript leaves as it is written. */
export const shorten: Plugin = {
  name: 'shorten',
  transform: {
    filter: { id: /elements\/src\/.*\.ts$/ },
    handler: (code) => minifyTemplates(shortenProperties(code), 'ts'),
  },
}

/** Takes from the loader what it has already. */
const fromLoader: Plugin = {
  name: 'from-loader',
  transform: {
    filter: { id: /elements\/src\/(base\/heights|widgets\/portal\/token)\.ts$/ },
    handler(code) {
      const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name)
      return `export { ${names.join(', ')} } from '${loader}'`
    },
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

/** The page's sanitiser takes the loader's policy, too. */
const sanitizerPolicy: Plugin = {
  name: 'sanitizer-policy',
  transform: {
    filter: { id: /rich-text\/policy\.ts$/ },
    handler: () => `export{policy}from"${loader}"`,
  },
}

/** A script tag brings the demo along; who installs the package imports it by its own path. */
const withDemo: Plugin = {
  name: 'with-demo',
  resolveId: (id, importer) =>
    id === './demo.ts' && importer?.endsWith('partner-portal.ts')
      ? join(import.meta.dirname, 'src/demo.ts')
      : undefined,
}

/** The paths of the first modules, by the names of the tags. */
type Entries = Readonly<Record<string, string>>

/** The files of a script tag hold everything; those of the package leave the dependencies to npm. */
type Purpose = 'cdn' | 'npm'

/**
 * Bundles every entry; `widgets` names those that a page begins with, `whole` the one of the package
 * that imports them all.
 */
export async function bundleTags(
  entries: Entries,
  widgets: readonly string[],
  purpose: Purpose,
  whole: Entries = {},
): Promise<OutputChunk[]> {
  const apart = await bundle(entries, purpose, true, false)
  const needed = groupsFor(apart, earlyFiles(apart, entries, widgets))
  const groups = [{ name: needed, debugName: 'needed together' }]
  const splitting = { groups, includeDependenciesRecursively: false }
  return bundle({ ...entries, ...whole }, purpose, splitting, true)
}

async function bundle(
  entries: Entries,
  purpose: Purpose,
  codeSplitting: boolean | CodeSplittingOptions,
  chunkOptimization: boolean,
) {
  const isCdn = purpose === 'cdn'
  const build = await rolldown({
    input: entries,
    plugins: isCdn ? [shorten, fromLoader, policy, sanitizerPolicy, withDemo, leanKy] : [shorten],
    ...(!isCdn && { external: /^(?![./])(?!\w:)(?!@prmkit\/contract\/)/ }),
    platform: 'browser',
    experimental: { chunkOptimization },
    preserveEntrySignatures: 'allow-extension',
  })
  const { output } = await build.generate({
    format: 'esm',
    minify: isCdn,
    entryFileNames: '[name].js',
    // A package is named by its folder: every one of them begins in an index.ts.
    chunkFileNames: ({ name, facadeModuleId }) =>
      `${/packages\/(\w+)\/src\/index\.ts$/.exec(facadeModuleId ?? '')?.[1] ?? name}-[hash:12].js`,
    comments: { legal: false, annotation: false },
    codeSplitting,
  })
  return output.filter((one) => one.type === 'chunk')
}

function earlyFiles(
  chunks: readonly OutputChunk[],
  entries: Entries,
  widgets: readonly string[],
): Early {
  const client = chunks.find(({ facadeModuleId: id }) =>
    id?.endsWith('/packages/client/src/create-client.ts'),
  )?.facadeModuleId
  const { portal, 'deal-form': form } = entries
  if (!portal || !form) throw new Error('The build lacks the portal or the form.')
  const names = new Map(Object.entries(entries).map(([name, id]) => [id, name]))
  const others = [...names].filter(([, name]) => widgets.includes(name) && name !== 'portal')
  if (client) names.set(client, 'client')
  return { names, portal, form, client: client ?? undefined, widgets: others.map(([id]) => id) }
}
