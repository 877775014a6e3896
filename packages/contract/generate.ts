import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { answerFiles, answerListFile, openApiFile, routeListFile } from './src/generated.ts'
import { printGuide } from './src/guide.ts'

// Writes the files that are made from routes, schemas and rules; `src/generated.test.ts` holds them to it.
const at = (path: string) => new URL(path, import.meta.url)
const sources: string[] = []
for await (const path of glob('src/schemas/**/*.ts', { cwd: import.meta.dirname }))
  sources.push(await readFile(at(path), 'utf8'))
await writeFile(at('openapi.json'), openApiFile(sources))
await writeFile(at('src/route-list.ts'), routeListFile())
await writeFile(at('src/answer-list.ts'), answerListFile())
await rm(at('src/answers'), { recursive: true, force: true })
await mkdir(at('src/answers'))
for (const [name, text] of answerFiles()) await writeFile(at(`src/answers/${name}`), text)
await writeFile(at('README.md'), printGuide(await readFile(at('README.md'), 'utf8')))
