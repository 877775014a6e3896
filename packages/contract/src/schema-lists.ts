const nameOf = (path: string) => path.replace(/^.*\//, '')
const camel = (path: string) =>
  nameOf(path).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The paths in `schemas/` of the files with schemas, without their ending, by the names of the files. */
export const schemaPaths = (files: readonly string[]): string[] =>
  files
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => file.replace('.ts', ''))
    .toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))

const heading = '// Generated from the files in schemas/; see generate.ts.'

/** The text of `schemas.ts`, which exports every schema, from their paths. */
export function schemasFile(paths: readonly string[]): string {
  return `${heading}
${paths.map((path) => `export * from './schemas/${path}.ts'\n`).join('')}`
}

/** The text of `schema-modules.ts`, by which generated files find the module of a schema. */
export function schemaModulesFile(paths: readonly string[]): string {
  const entry = (path: string) => (camel(path) === path ? path : `'${path}': ${camel(path)}`)
  return `${heading}
${paths.map((path) => `import * as ${camel(path)} from './schemas/${path}.ts'\n`).join('')}
/** The modules of schemas, by the path of the file in \`schemas/\`. */
export const schemaModules = {
${paths.map((path) => `  ${entry(path)},\n`).join('')}}
`
}
