// Weighs what a page fetches after its first view.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesFrom } from './bundle.ts'
import { weigh, type Fetched } from './page.ts'

/** The languages besides English. */
const languages = readdirSync(
  join(import.meta.dirname, '../../packages/elements/src/locales/common'),
)
  .map((file) => file.replace('.ts', ''))
  .filter((name) => !['en', 'catalog'].includes(name))

/**
 * These files and all that they import, but what was counted before, for a reader of the language
 * with the most bytes: nobody fetches two. Throws where nothing is found, such as a language of files
 * that have texts.
 */
export function laterBytes({ folder, files }: Fetched, name: RegExp, hasTexts = true): number {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => name.test(file) && file.endsWith('.js'),
  )
  if (!entries.length) throw new Error(`No file ${name} to weigh in ${folder}.`)
  const more = filesFrom(folder, entries, (file) => !files.includes(`/${file}`))
  const code = more.filter((file) => !languageOf(file))
  const texts = new Set([...more, ...code.flatMap((file) => textsNamedBy(folder, file))])
  const bytesOf = (chosen: string[]) => weigh(...chosen.map((file) => join(folder, file)))
  const most = languages.map((one) =>
    bytesOf([...texts].filter((file) => languageOf(file) === one)),
  )
  if (hasTexts && most.some((bytes) => !bytes))
    throw new Error(`No texts of ${name} to weigh in ${folder}.`)
  return bytesOf(code) + Math.max(...most)
}

/** The language of a file of texts, by its name. */
function languageOf(file: string): string | undefined {
  return languages.find((one) => new RegExp(`(^|/)${one}[.-]`).test(file))
}

/** The files of texts that a file of the CDN build has the loader fetch, by their names without a hash. */
function textsNamedBy(folder: string, file: string): string[] {
  const names = [...readFileSync(join(folder, file), 'utf8').matchAll(/"([\w.]+)"\)/g)]
  return names.flatMap(([, name = '']) =>
    languageOf(`${name}-`)
      ? readdirSync(folder).filter(
          (one) => /^-[\w-]{8}\.js$/.test(one.slice(name.length)) && one.startsWith(name),
        )
      : [],
  )
}
