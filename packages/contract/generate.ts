import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { schemaModulesFile, schemaPaths, schemasFile } from './src/schema-lists.ts'

// Writes the files that are made from routes, schemas and rules; `src/generated.test.ts` holds them to it.
const at = (path: string) => new URL(path, import.meta.url)
const found: string[] = []
for await (const path of glob('**/*.ts', { cwd: at('src/schemas') })) found.push(path)
const schemas = schemaPaths(found)
await writeFile(at('src/schemas.ts'), schemasFile(schemas))
await writeFile(at('src/schema-modules.ts'), schemaModulesFile(schemas))

// Only now, since these read the lists of schemas.
const generated = await import('./src/generated.ts')
const { printGuide } = await import('./src/guide.ts')
const sources = schemas.map((path) => readFile(at(`src/schemas/${path}.ts`), 'utf8'))
await writeFile(at('openapi.json'), generated.openApiFile(await Promise.all(sources)))
await writeFile(at('src/route-list.ts'), generated.routeListFile())
await writeFile(at('src/answer-list.ts'), generated.answerListFile())
await rm(at('src/answers'), { recursive: true, force: true })
await mkdir(at('src/answers'))
for (const [name, text] of generated.answerFiles()) await writeFile(at(`src/answers/${name}`), text)
await writeFile(at('README.md'), printGuide(await readFile(at('README.md'), 'utf8')))
