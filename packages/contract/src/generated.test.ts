import assert from 'node:assert/strict'
import { glob, readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { guideParts, printGuide } from './guide.ts'
import { routeList, usualRoutes } from './route-list.ts'
import { routes } from './routes.ts'
import { schemaModulesFile, schemaPaths, schemasFile } from './schema-lists.ts'
import { answerFiles, answerListFile, openApiFile, routeListFile } from './generated.ts'

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')

const found: string[] = []
for await (const path of glob('**/*.ts', { cwd: new URL('schemas', import.meta.url) }))
  found.push(path)
const schemas = schemaPaths(found)

test('the lists of schemas name every file', async () => {
  assert.equal(await read('./schemas.ts'), schemasFile(schemas))
  assert.equal(await read('./schema-modules.ts'), schemaModulesFile(schemas))
})

test('openapi.json says the same as the route table', async () => {
  const sources = await Promise.all(schemas.map((path) => read(`./schemas/${path}.ts`)))

  assert.equal(await read('../openapi.json'), openApiFile(sources))
})

/** Places of the document that a sentence must describe and none does. */
function undescribed(node: unknown, place: string, isDescribed: boolean): string[] {
  if (typeof node !== 'object' || node === null) return []
  const { description } = node as { description?: unknown }
  const lacks = isDescribed && !(typeof description === 'string' && description.endsWith('.'))
  const parts = Object.entries(node).flatMap(([name, inner]) => {
    const fields = ['properties', 'schemas', 'get', 'post', 'patch', 'delete'].includes(name)
    if (name === 'properties' || name === 'schemas')
      return Object.entries(inner as object).flatMap(([field, one]) =>
        undescribed(one, `${place}/${field}`, true),
      )
    const isParameter = place.endsWith('/parameters')
    return undescribed(inner, `${place}/${name}`, fields || isParameter)
  })
  return lacks ? [place, ...parts] : parts
}

test('a sentence describes every operation, parameter, schema and field', async () => {
  const document: unknown = JSON.parse(await read('../openapi.json'))

  assert.deepEqual(undescribed(document, '', false), [])
  assert.deepEqual(undescribed({ schemas: { Deal: { properties: { id: {} } } } }, '', false), [
    '/Deal',
    '/Deal/id',
  ])
})

test('route-list.ts says the same as the route table', async () => {
  assert.equal(await read('./route-list.ts'), routeListFile())
})

test('only records with an id of their own are compared with the id that was asked for', () => {
  const usual: Record<string, string> = usualRoutes
  const compared = Object.entries(routes).flatMap(([resource, operations]) =>
    routeList[resource as keyof typeof routeList]
      .split(';')
      .map((entry) => entry.split(' ')[0] ?? '')
      .filter((name, place) => {
        const entry = routeList[resource as keyof typeof routeList].split(';')[place] ?? ''
        return (entry === name ? (usual[name] ?? '') : entry).endsWith(' same')
      })
      .map((name) => {
        const { response } = (operations as Record<string, { response?: { shape?: object } }>)[
          name
        ]!
        return [resource, name, Object.hasOwn(response?.shape ?? {}, 'id')]
      }),
  )

  assert.ok(compared.length > 20)
  assert.deepEqual(
    compared.filter(([, , hasId]) => !hasId),
    [],
  )
})

test('the answers of each resource say the same as the route table', async () => {
  const files = answerFiles()

  assert.equal(await read('./answer-list.ts'), answerListFile())
  for (const [name, text] of files) assert.equal(await read(`./answers/${name}`), text)
  assert.deepEqual((await readdir(new URL('answers', import.meta.url))).toSorted(), [
    ...[...files.keys()].toSorted(),
  ])
})

test('the guide prints the tables of the contract', async () => {
  const guide = await read('../README.md')

  assert.equal(guide, printGuide(guide))
  for (const print of Object.values(guideParts)) assert.ok(guide.includes(print()))
})
