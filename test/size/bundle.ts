// Bundles an integrator's page with the tools they would use.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { build as esbuild } from 'esbuild'
import { build as vite } from 'vite'

// The example depends on every package a page could import.
const workshop = join(import.meta.dirname, '../../examples/vendor-site/node_modules/.size')

export const bundlers = ['vite', 'esbuild'] as const
export type Bundler = (typeof bundlers)[number]

/** Bundles the code into a folder whose `main.js` a page loads; chunks lie beside it. */
export async function bundle(bundler: Bundler, name: string, code: string): Promise<string> {
  const entry = join(workshop, `${name}.js`)
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
    })
    return folder
  }
  await vite({
    configFile: false,
    root: workshop,
    base: './',
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { main: entry },
        output: { entryFileNames: '[name].js' },
        preserveEntrySignatures: 'strict',
      },
    },
  })
  return folder
}

/** A file of a bundle and everything it imports before it runs. */
export function staticFiles(folder: string, file: string, seen: string[] = []): string[] {
  if (seen.includes(file)) return seen
  const found = [...seen, file]
  const text = readFileSync(join(folder, file), 'utf8')
  const imports = text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g)
  return [...imports].reduce(
    (all, [, path = '']) => staticFiles(folder, posix.join(posix.dirname(file), path), all),
    found,
  )
}
