// Bundles an integrator's page with the tools they would use.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { build as esbuild, type Plugin as EsbuildPlugin } from 'esbuild'
import { build as vite, type Plugin as VitePlugin } from 'vite'
import { publishedPackages } from '../packages.ts'

// The example depends on every package a page could import.
const workshop = join(import.meta.dirname, '../../examples/vendor-site/node_modules/.size')

/** The files that npm would install, by import path; in this repository packages stand on their sources. */
const installed = publishedPackages().flatMap(({ folder, manifest }) =>
  Object.entries(manifest.publishConfig.exports).map(([path, target]) => {
    const file = typeof target === 'string' ? target : target.default
    return { path: manifest.name + path.slice(1), file: join(folder, file) }
  }),
)

/** Finds the published file of an import path: its own entry, else a pattern filled in. */
function publishedFile(id: string): string | undefined {
  const own = installed.find(({ path }) => path === id)
  if (own) return own.file
  for (const { path, file } of installed) {
    const [before = '', after] = path.split('*')
    if (after !== undefined && id.startsWith(before))
      return file.replace('*', id.slice(before.length))
  }
  return undefined
}

const ours = /^@prmkit\//

const vitePlugin: VitePlugin = {
  name: 'published',
  enforce: 'pre',
  resolveId: {
    filter: { id: ours },
    handler(id, importer) {
      const file = publishedFile(id)
      return file && this.resolve(file, importer)
    },
  },
}

const esbuildPlugin: EsbuildPlugin = {
  name: 'published',
  setup(build) {
    build.onResolve({ filter: ours }, ({ path, kind, resolveDir }) => {
      const file = publishedFile(path)
      return file ? build.resolve(file, { kind, resolveDir }) : undefined
    })
  },
}

export const bundlers = ['vite', 'esbuild'] as const
export type Bundler = (typeof bundlers)[number]

/** Bundles the code into a folder whose `main.js` a page loads; chunks lie beside it. */
export async function bundle(bundler: Bundler, name: string, code: string): Promise<string> {
  const entry = join(workshop, `${name}-${bundler}.js`)
  const folder = join(workshop, `${name}-${bundler}`)
  mkdirSync(workshop, { recursive: true })
  rmSync(folder, { recursive: true, force: true })
  writeFileSync(entry, code)
  if (bundler === 'esbuild') {
    await esbuild({
      entryPoints: { main: entry },
      outdir: folder,
      bundle: true,
      splitting: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      logLevel: 'error',
      plugins: [esbuildPlugin],
    })
    return folder
  }
  await vite({
    configFile: false,
    root: workshop,
    base: './',
    logLevel: 'error',
    plugins: [vitePlugin],
    build: {
      outDir: folder,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { main: entry },
        output: { entryFileNames: '[name].js' },
        // A page exports nothing, so Vite may keep in it what its later files share with it.
        preserveEntrySignatures: name === 'client' ? 'strict' : false,
      },
    },
  })
  return folder
}

/** These files of a bundle and all that they import, at once or later, as far as it is wanted. */
export function filesFrom(
  folder: string,
  files: string[],
  wanted: (file: string) => boolean = () => true,
  seen: string[] = [],
): string[] {
  for (const file of files) {
    if (seen.includes(file) || !wanted(file)) continue
    seen.push(file)
    const text = readFileSync(join(folder, file), 'utf8')
    const imports = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g)
    const next = [...imports].map(([, path = '']) => posix.join(posix.dirname(file), path))
    filesFrom(folder, next, wanted, seen)
  }
  return seen
}
