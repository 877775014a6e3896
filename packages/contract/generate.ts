import { readFile, writeFile } from 'node:fs/promises'
import { answerListFile, openApiFile, routeListFile } from './src/generated.ts'
import { printGuide } from './src/guide.ts'

// Writes what is made from the route table and the rules; `src/generated.test.ts` holds it to them.
const at = (path: string) => new URL(path, import.meta.url)
await writeFile(at('openapi.json'), openApiFile())
await writeFile(at('src/route-list.ts'), routeListFile())
await writeFile(at('src/answer-list.ts'), answerListFile())
await writeFile(at('README.md'), printGuide(await readFile(at('README.md'), 'utf8')))
