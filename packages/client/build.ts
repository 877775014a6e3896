// Writes the modules of the package: few, and with the parts of ky that the client uses.
import { globSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { leanKy } from '../../.ci/lean-ky.ts'
import { licensesOf } from '../../.ci/licenses.ts'

const root = import.meta.dirname

const bundle = await rolldown({
  input: {
    index: join(root, 'src/index.ts'),
    'create-client': join(root, 'src/create-client.ts'),
  },
  // The schemas of answers are found by the page's bundler, since few pages have any of them.
  external: /^@prmkit\/contract\/(?!rules$|route-list$)/,
  plugins: [leanKy],
  platform: 'neutral',
})
// Types are compiled file by file.
for (const file of globSync('dist/**/*.js', { cwd: root })) await rm(join(root, file))
const { output } = await bundle.write({
  dir: join(root, 'dist'),
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  comments: { legal: true, annotation: true },
})
const modules = output.flatMap((one) => (one.type === 'chunk' ? one.moduleIds : []))
await writeFile(join(root, 'dist/licenses.txt'), licensesOf(modules))
