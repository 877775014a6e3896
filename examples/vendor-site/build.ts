import { cp } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Bundles the site's own scripts and styles into a folder, as its developers would. */
export async function buildSite(assets: string): Promise<void> {
  await build({
    configFile: false,
    root: at('.'),
    logLevel: 'warn',
    build: {
      outDir: assets,
      // A second start on this folder is refused, and must not take the files from the first.
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: {
        input: {
          partners: at('page/partners.ts'),
          desk: at('page/desk.ts'),
          'desk-articles': at('page/desk-articles.ts'),
          'desk-assets': at('page/desk-assets.ts'),
          'desk-boards': at('page/desk-boards.ts'),
          'desk-training': at('page/desk-training.ts'),
          'sign-out': at('page/sign-out.ts'),
          site: at('page/site.css'),
        },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: '[name][extname]',
        },
      },
    },
  })
  await cp(at('page/icon.svg'), `${assets}/icon.svg`)
}
