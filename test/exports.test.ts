import assert from 'node:assert/strict'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { filesOf, importPaths, installTarballs, packed, publishedPackages, sh } from './packages.ts'

const packages = publishedPackages()
const root = join(import.meta.dirname, '..')
const modules = (paths: string[]) => paths.filter((path) => !/\.(json|css)$/.test(path))

describe('in the sources', () => {
  test('every published path names a file that is there', () => {
    const gone = packages.flatMap(({ folder, manifest }) =>
      Object.values(manifest.exports)
        .flatMap(filesOf)
        .filter((file) => file.startsWith('./src') && globSync(file, { cwd: folder }).length === 0)
        .map((file) => `${manifest.name}: ${file}`),
    )

    assert.deepEqual(gone, [])
  })

  test('what is linked and what is published have the same paths', () => {
    for (const { manifest } of packages) {
      const { exports, bin = {}, publishConfig } = manifest
      assert.deepEqual(Object.keys(publishConfig.exports), Object.keys(exports), manifest.name)
      assert.deepEqual(Object.keys(publishConfig.bin ?? {}), Object.keys(bin), manifest.name)
      for (const [path, target] of Object.entries(exports)) {
        const [file = ''] = filesOf(target)
        const built = file.replace('./src/', './dist/').replace(/\.ts$/, '.js')
        assert.equal(filesOf(publishConfig.exports[path] ?? '').at(-1), built, manifest.name)
      }
    }
  })
})

describe('packed and installed with npm', () => {
  let project: ReturnType<typeof installTarballs>
  before(() => {
    project = installTarballs()
  })
  after(() => project[Symbol.dispose]())

  test('the optional backend of the demo is looked for by its own path only', () => {
    const folder = join(project.folder, 'node_modules/@prmkit/elements')
    const naming = globSync('dist/**/*.js', { cwd: folder })
      .filter((file) => !file.startsWith('dist/cdn/'))
      .filter((file) => /["'`]@prmkit\/mock["'`]/.test(readFileSync(join(folder, file), 'utf8')))

    assert.deepEqual(naming, ['dist/demo.js'])
  })

  test('every path leads to a built file, and nothing else came along', () => {
    for (const { manifest } of packages) {
      const folder = join(project.folder, 'node_modules', manifest.name)
      const { exports, bin = {} } = packed(project, manifest.name)
      const targets = [...Object.values(exports).flatMap(filesOf), ...Object.values(bin)]
      const gone = targets.filter((file) => globSync(file, { cwd: folder }).length === 0)
      // Packages that npm nests below a package are not its own.
      const own = globSync('**/*', { cwd: folder, exclude: ['node_modules'] })
      const extra = own.filter((file) =>
        /(^|\/)(src|test)\/|\.(test|stories)\.|\.env|tsconfig/.test(file),
      )

      assert.deepEqual({ gone, extra }, { gone: [], extra: [] }, manifest.name)
      for (const file of ['LICENSE', 'README.md']) {
        assert.ok(existsSync(join(folder, file)), `${manifest.name} has no ${file}`)
      }
    }
  })

  test('the notices of others whose work stands in a package come with it', () => {
    const holding = { elements: ['lucide-static'], client: ['ky'] }
    for (const [name, others] of Object.entries(holding)) {
      const file = join(project.folder, `node_modules/@prmkit/${name}/dist/licenses.txt`)
      const notices = existsSync(file) ? readFileSync(file, 'utf8') : ''
      for (const other of others)
        assert.match(notices, new RegExp(`^${other} \\d.*\\n\\n[^]*Permission`, 'm'), name)
    }
  })

  test('no path of this workspace is left in a built file', () => {
    for (const file of globSync('node_modules/@prmkit/*/dist/**/*.js', {
      cwd: project.folder,
    })) {
      const text = readFileSync(join(project.folder, file), 'utf8')
      assert.ok(!text.includes(root), `${file} names ${root}`)
      const imports = text
        .split('\n')
        .filter((line) => /^(import|export)\b|^[^`]*\bimport\(/.test(line))
      for (const line of imports) assert.doesNotMatch(line, /['"]\.{1,2}\/.*(?<!\.d)\.ts['"]/, file)
    }
  })

  test('every path can be imported in Node', () => {
    const paths = modules(packages.flatMap(importPaths))

    const printed = project.run(importAll(paths))

    assert.deepEqual(printed.trim().split('\n'), ['undefined undefined', ...paths])
  })

  test('every path of the elements can be imported in jsdom', () => {
    const elements = packages.filter(({ manifest }) => manifest.name === '@prmkit/elements')
    const paths = modules(elements.flatMap(importPaths))

    const printed = project.run(`${jsdomGlobals}\n${importAll(paths)}`, 'jsdom.mjs')

    assert.deepEqual(printed.trim().split('\n'), ['object object', ...paths])
  })

  test('declarations satisfy a project that checks its libraries', () => {
    const lines = modules(packages.flatMap(importPaths)).map((path) => `import '${path}'`)
    project.run('', 'unused.mjs')
    const failures = ['nodenext', 'bundler'].flatMap((moduleResolution) =>
      typeErrors(project.folder, lines.join('\n'), moduleResolution),
    )

    assert.deepEqual(failures, [])
  })

  test('declarations name packages only that come along', () => {
    const strange = packages.flatMap(({ manifest: { name } }) => {
      const { dependencies = {}, peerDependencies = {} } = packed(project, name)
      const known = [name, ...Object.keys(dependencies), ...Object.keys(peerDependencies)]
      const folder = join(project.folder, 'node_modules', name, 'dist')
      return globSync('**/*.d.ts', { cwd: folder }).flatMap((file) => {
        const text = readFileSync(join(folder, file), 'utf8')
        const named = text.matchAll(/(?:\bfrom |\bimport\()['"]((?:@[^/'"]+\/)?[^./'"][^/'"]*)/g)
        return [...new Set([...named].map(([, one = '']) => one))]
          .filter((one) => !known.includes(one) && !one.startsWith('node:'))
          .map((one) => `${name}/${file}: ${one}`)
      })
    })

    assert.deepEqual(strange, [])
  })

  test('JSX knows each element with every attribute, property and event', () => {
    const page = pageInJsx(join(project.folder, 'node_modules/@prmkit/elements'))

    assert.deepEqual(typeErrors(project.folder, page, 'bundler', 'integrator.tsx'), [])
    const wrong = page.replace('<prm-portal key', '<prm-portal colorScheme="blue" key')
    assert.match(typeErrors(project.folder, wrong, 'bundler', 'integrator.tsx').join(), /"blue"/)
  })

  test('every command explains itself', () => {
    for (const { manifest } of packages) {
      for (const name of Object.keys(manifest.bin ?? {})) {
        const help = sh(join(project.folder, 'node_modules/.bin', name), ['--help'], project.folder)
        assert.match(help, new RegExp(`Usage: ${name}`, 'i'))
      }
    }
  })
})

function importAll(paths: string[]): string {
  return [
    'console.log(typeof document, typeof HTMLElement === "function" ? "object" : "undefined")',
    ...paths.map((path) => `await import('${path}').then(() => console.log('${path}'))`),
    'process.exit(0)',
  ].join('\n')
}

const jsdom = pathToFileURL(join(root, 'node_modules/jsdom/lib/api.js'))
const jsdomGlobals = `
import { JSDOM } from '${jsdom}'
const { window } = new JSDOM('<!doctype html>', { url: 'https://vendor.example/' })
for (const name of Object.getOwnPropertyNames(window)) {
  if (!(name in globalThis) || ['document', 'navigator', 'Event', 'CustomEvent', 'EventTarget'].includes(name)) {
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true })
  }
}
globalThis.window = globalThis`

interface Described {
  tagName?: string
  attributes?: { name: string; fieldName: string; type?: { text: string } }[]
}

/** A page with every element of the manifest, over a JSX library that does nothing. */
function pageInJsx(elements: string): string {
  const library = join(elements, '../../jsx-library')
  mkdirSync(library, { recursive: true })
  const namespace =
    'export namespace JSX { interface IntrinsicElements {} interface ElementChildrenAttribute { children: {} } }'
  writeFileSync(join(library, 'index.d.ts'), namespace)
  writeFileSync(join(library, 'jsx-runtime.d.ts'), "export type { JSX } from './index.js'")
  writeFileSync(join(library, 'package.json'), '{ "name": "jsx-library", "types": "index.d.ts" }')
  const manifest = JSON.parse(
    readFileSync(join(elements, 'dist/custom-elements.json'), 'utf8'),
  ) as { modules: { declarations?: Described[] }[] }
  const tags = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .map(({ tagName, attributes = [] }) => {
      const names = attributes.flatMap(({ name, fieldName }) => [...new Set([name, fieldName])])
      return `<${tagName} ${names.map((name) => `${name}={undefined}`).join(' ')} />`
    })
  assert.ok(tags.length > 8)
  return `import type { PrmDealForm, PrmJsxElements } from '@prmkit/elements'
declare module 'jsx-library' {
  namespace JSX { interface IntrinsicElements extends PrmJsxElements {} }
}
export const elements = [${tags.join(', ')}]
export const page = (form: { current: PrmDealForm | null }) => (
  <prm-portal key="a" base-url="https://x.example" fetchToken={async () => 'token'}
    appearance={{ variables: { 'color-accent': 'red' } }} messages={{}} icons={{}} fetch={fetch}>
    <prm-deal-form ref={form} values={{ name: 'x' }} className="wide"
      onprm-navigate={(event) => event.id.trim()} onprm-deal-submitted={({ deal }) => deal.number.trim()} />
    <prm-combobox choices={[]} value="x" />
    <prm-timeline items={[]} />
  </prm-portal>
)`
}

/** The complaints about our own files; those of other libraries are theirs. */
function typeErrors(
  folder: string,
  text: string,
  moduleResolution: string,
  file = 'integrator.ts',
): string[] {
  const script = `
import { writeFileSync } from 'node:fs'
writeFileSync('${file}', ${JSON.stringify(text)})
writeFileSync('tsconfig.json', JSON.stringify({
  compilerOptions: {
    jsx: 'react-jsx', jsxImportSource: 'jsx-library',
    strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true,
    noEmit: true, skipLibCheck: false, target: 'es2023', lib: ['es2023', 'dom', 'dom.iterable'],
    module: '${moduleResolution === 'bundler' ? 'esnext' : moduleResolution}',
    moduleResolution: '${moduleResolution}', types: ['node'], typeRoots: ['${root}/node_modules/@types'],
  },
  files: ['${file}'],
}))`
  sh(process.execPath, ['--input-type=module', '-e', script], folder)
  try {
    sh(join(root, 'node_modules/.bin/tsc'), ['-p', folder, '--pretty', 'false'], folder)
    return []
  } catch (error) {
    const lines = String(error).split('\n')
    return lines.filter((line) => /^(node_modules\/@prmkit|integrator)/.test(line))
  }
}
