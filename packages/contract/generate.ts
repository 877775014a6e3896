import { writeFile } from 'node:fs/promises'
import { openApiFile, routeListFile } from './src/generated.ts'

// Writes what is generated from the route table; `src/generated.test.ts` holds it to the table.
await writeFile(new URL('./openapi.json', import.meta.url), openApiFile())
await writeFile(new URL('./src/route-list.ts', import.meta.url), routeListFile())
