import assert from 'node:assert/strict'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, test } from 'node:test'
import { budgets } from './size/budgets.ts'
import { publishedPackages, sh } from './packages.ts'
import { listFiles, read, root } from './sources.ts'

const pages = listFiles().filter((file) => file.endsWith('.md'))
const { scripts, packageManager } = JSON.parse(read('package.json'))

type Snippet = { page: string; language: string; code: string }

const snippets = pages.flatMap((page) => snippetsOf(page, read(page)))
const inLanguage = (...languages: string[]) =>
  snippets.filter(({ language }) => languages.includes(language))

function snippetsOf(page: string, text: string): Snippet[] {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', code = '']) => ({
    page,
    language,
    code,
  }))
}

test('the repository and every package have a README', () => {
  const folders = ['.', ...publishedPackages().map(({ folder }) => folder)]

  for (const folder of folders)
    assert.ok(existsSync(join(root, folder.replace(root, ''), 'README.md')), folder)
})

test('every link inside the repository leads somewhere', () => {
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, target = '']) => join(dirname(page), target))
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${page} → ${target}`),
  )

  assert.deepEqual(broken, [])
})

test('every command in a snippet exists', () => {
  const unknown = inLanguage('sh', 'bash', 'shell').flatMap(({ page, code }) =>
    [...code.matchAll(/\b(?:pnpm(?:@[\d.]+)?|npm) (?:run )?([\w:]+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !['install', 'i', 'add', 'exec', 'create'].includes(name))
      .filter((name) => !(name in scripts))
      .map((name) => `${page}: ${name}`),
  )

  assert.deepEqual(unknown, [])
})

test('pnpm is named with the version that is used', () => {
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/pnpm@[\d.]+/g)].map(([name]) => name),
  )

  assert.deepEqual([...new Set(named)], [packageManager])
})

test('every TypeScript snippet compiles against the packages', () => {
  const folder = join(root, 'node_modules/.docs')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  // A page is read from top to bottom: what one snippet declares, the next ones know.
  const byPage = Object.entries(Object.groupBy(inLanguage('ts', 'js'), ({ page }) => page))
  const files = byPage.map(([page, list = []]) => {
    const name = `${page.replaceAll(/\W+/g, '-')}.ts`
    writeFileSync(join(folder, name), `${list.map(({ code }) => code).join('\n')}\nexport {}\n`)
    return name
  })
  const compilerOptions = {
    noUnusedLocals: false,
    noUnusedParameters: false,
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: ['node', 'mocha'],
    typeRoots: [join(root, 'node_modules/@types')],
  }
  const config = { extends: join(root, 'tsconfig.json'), compilerOptions, files }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))

  assert.ok(files.length > 0)
  sh(join(root, 'node_modules/.bin/tsc'), ['-p', folder, '--pretty', 'false'], root)
})

describe('the README', () => {
  const readme = existsSync(join(root, 'README.md')) ? read('README.md') : ''

  test('shows the two lines that the HTML example consists of', () => {
    const shown = inLanguage('html').find(({ page }) => page === 'README.md')?.code ?? ''
    const example = read('examples/html/index.html')
    const lines = shown.trim().split('\n')

    assert.equal(lines.length, 2)
    for (const line of lines) {
      const own = line.replace(/src="https?:\/\/[^"]*\//, 'src="').replace(/base-url="[^"]*"/, '')
      const found = example.split('\n').map((each) =>
        each
          .trim()
          .replace(/src="[^"]*\//, 'src="')
          .replace(/base-url="[^"]*"/, ''),
      )
      assert.ok(found.includes(own.trim()), `examples/html/index.html has no line "${line}"`)
    }
  })

  test('gives the budgets that are enforced', () => {
    for (const { what, limit } of Object.values(budgets)) {
      const row = readme.split('\n').find((line) => line.replaceAll('`', '').includes(what))
      assert.match(row ?? `no row for "${what}"`, new RegExp(`\\b${limit} kB`))
    }
  })

  test('names the two commands and every package', () => {
    for (const command of ['npm start', 'npm test']) assert.ok(readme.includes(command), command)
    for (const { manifest } of publishedPackages()) {
      assert.ok(readme.includes(manifest.name), manifest.name)
    }
  })
})

test('snippets are found in a page', () => {
  const page = 'text\n\n```ts\nconst a = 1\n```\n\n```sh\nnpm test\n```\n'

  assert.deepEqual(
    snippetsOf('x.md', page).map(({ language, code }) => [language, code]),
    [
      ['ts', 'const a = 1\n'],
      ['sh', 'npm test\n'],
    ],
  )
})
