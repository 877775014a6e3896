import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { listFiles, read, root } from './sources.ts'

const languages = ['en', 'de', 'ar'] as const
type Language = (typeof languages)[number]

/** One text that a person reads, with the place it comes from. */
interface Text {
  place: string
  language: Language
  text: string
}

/** One thing of the glossary: its name and the refused variants in each language. */
interface Row {
  thing: string
  terms: Record<Language, string>
  refused: Record<Language, string[]>
}

const glossary = 'packages/elements/src/locales/glossary.md'

const rows: Row[] = read(glossary)
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => {
    const [thing = '', en = '', de = '', ar = '', ...not] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim())
    const variants = (at: number) => not[at]!.split('·').map((one) => one.trim())
    return {
      thing,
      terms: { en, de, ar },
      refused: {
        en: variants(0).filter(Boolean),
        de: variants(1).filter(Boolean),
        ar: variants(2).filter(Boolean),
      },
    }
  })

const isLanguage = (name: string): name is Language => languages.includes(name as Language)

/** Every string below a value, except the names of its properties. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
}

const load = (file: string) => import(pathToFileURL(join(root, file)).href)

/** The texts of a module for each language, such as `de.ts`. */
async function ofModule(file: string): Promise<Text[]> {
  const language = basename(file, '.ts')
  if (!isLanguage(language)) return []
  return strings(await load(file)).map((text) => ({ place: file, language, text }))
}

/** The texts of a tuple for each language, such as `['Country', 'Land', 'الدولة']`. */
async function ofTuples(file: string): Promise<Text[]> {
  const found: Text[] = []
  const walk = (value: unknown) => {
    if (!value || typeof value !== 'object') return
    const isTuple = Array.isArray(value) && value.length === 3 && strings(value).length === 3
    if (!isTuple) return Object.values(value).forEach(walk)
    for (const [at, language] of languages.entries())
      found.push({ place: file, language, text: value[at] })
  }
  walk({ ...(await load(file)) })
  return found
}

const { parse } = createRequire(join(root, 'packages/server/package.json'))('yaml')

/** The texts of a settings file: one for each language, or English alone. */
function ofYaml(file: string): Text[] {
  const found: Text[] = []
  const walk = (value: unknown, language: Language) => {
    if (typeof value === 'string') found.push({ place: file, language, text: value })
    else if (value && typeof value === 'object')
      for (const [key, part] of Object.entries(value)) walk(part, isLanguage(key) ? key : language)
  }
  walk(parse(read(file)), 'en')
  return found
}

/** A file names its language before the ending; English ones name none. */
function ofPage(file: string): Text[] {
  const named = /\.(\w\w)\.\w+$/.exec(file)?.[1] ?? 'en'
  return isLanguage(named) ? [{ place: file, language: named, text: read(file) }] : []
}

/** The lines of code with words: each in the language of the key before it, such as `de:`, else English. */
function ofSource(file: string): Text[] {
  let language: Language = 'en'
  return read(file)
    .split('\n')
    .flatMap((line, at) => {
      if (/^\s*(\/\/|\/?\*)/.test(line)) return []
      if (/^\S/.test(line)) language = 'en'
      return line.split(/\b(?=(?:en|de|ar): )/).map((text): Text => {
        const [, key = language] = /^(en|de|ar): /.exec(text) ?? []
        language = key as Language
        return { place: `${file}:${at + 1}`, language, text }
      })
    })
}

const files = listFiles()
const matching = (pattern: RegExp) => files.filter((file) => pattern.test(file))
const locales = matching(/^packages\/elements\/src\/locales\/[^/]+\/\w\w\.ts$/)
const texts: Text[] = (
  await Promise.all([
    ...locales.map(ofModule),
    ...matching(/^examples\/vendor-site\/site\/strings\/\w\w\.ts$/).map(ofModule),
    ...matching(/^packages\/mock\/src\/sample\/(form-words|programme)\.ts$/).map(ofTuples),
    ...matching(/^(examples\/vendor-site\/content|packages\/server\/src\/starter)\/.*\.yaml$/).map(
      ofYaml,
    ),
    ...matching(
      /^(examples\/vendor-site\/content|packages\/server\/src\/starter)\/announcements\/.*\.md$/,
    ).map(ofPage),
  ])
).flat()

/** Other places with words, which hold lines of code or whole pages. */
const pages: Text[] = [
  ...[
    ...matching(/^packages\/server\/src\/(mail|badges|rendering|rules\/(tiers|training))\/.*\.ts$/),
    ...matching(/^packages\/mock\/src\/sample\/.*\.ts$/),
    ...matching(/^examples\/vendor-site\/(page|site\/pages|sample-courses)\/.*\.ts$/),
    ...matching(/^examples\/help-centre\/.*\.(ts|json)$/),
  ]
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap(ofSource),
  ...[
    ...matching(/^examples\/vendor-site\/content\/.*\.(md|vtt|svg|html)$/),
    ...matching(
      /^(README|packages\/(elements|mock)\/README|packages\/elements\/src\/.*\/usage)\.md$/,
    ),
  ].flatMap(ofPage),
]

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Tells whether a text holds a variant as a word of its own; `=…=` asks for the whole text. */
function holds(text: string, variant: string): boolean {
  const whole = /^=(.*)=$/.exec(variant)?.[1]
  if (whole) return text === whole
  return new RegExp(`(?<![\\p{L}\\p{M}])${escaped(variant)}(?![\\p{L}\\p{M}])`, 'iu').test(text)
}

/** A text, or of a long one the part with a variant. */
function around(text: string, variant: string): string {
  const at = text.toLowerCase().indexOf(variant.toLowerCase())
  return text.length < 200 ? text : text.slice(Math.max(0, at - 60), at + 100)
}

test('the glossary is read, and so are the texts of every language', () => {
  assert.ok(rows.length > 40, `${rows.length} rows`)
  for (const language of languages)
    for (const [all, least] of [
      [texts, 500],
      [pages, 60],
    ] as const)
      assert.ok(all.filter((one) => one.language === language).length > least, language)
})

for (const language of languages) {
  describe(`the texts in ${language}`, () => {
    const own = texts.filter((one) => one.language === language)
    const all = [...own, ...pages.filter((one) => one.language === language)]

    test('use every term of the glossary', () => {
      const missing = rows
        .map(({ terms }) => terms[language])
        .filter((term) => !own.some(({ text }) => text.toLowerCase().includes(term.toLowerCase())))

      assert.deepEqual(missing, [])
    })

    test('have no other name for a thing of the glossary', () => {
      const found = rows.flatMap(({ terms, refused }) =>
        refused[language].flatMap((variant) =>
          all
            .filter(({ text }) => holds(text, variant))
            .map(
              ({ place, text }) =>
                `${place}: “${around(text, variant)}”; write “${terms[language]}”`,
            ),
        ),
      )

      assert.deepEqual(found, [])
    })

    test('tell apart every status and outcome of a registration', async () => {
      const { messages } = await load(`packages/elements/src/locales/deal-list/${language}.ts`)
      const names = Object.entries<string>(messages).filter(([key]) =>
        /^status|^(won|lost|cancelled|released)$/.test(key),
      )

      assert.ok(names.length > 12)
      assert.equal(
        new Set(names.map(([, name]) => name)).size,
        names.filter(([k]) => k !== 'status').length + 1,
      )
    })
  })
}

test('a sentence of English or German begins with the vendor that it names', () => {
  const within = texts.filter(
    ({ language, text }) =>
      language !== 'ar' && /[^.!?:]\s\{vendor\}|^\S.*[^.!?:\s]\{vendor\}/.test(text),
  )

  assert.deepEqual(
    within.map(({ place, text }) => `${place}: ${text}`),
    [],
  )
})

test('a text names the vendor by its name where that can be known', () => {
  const general = /(?<!^)(the vendor|der hersteller|dem hersteller|des herstellers|den hersteller)/i
  const found = texts.filter(({ place, text }) => locales.includes(place) && general.test(text))

  assert.deepEqual(
    found.map(({ place, text }) => `${place}: ${text}`),
    [],
  )
})

test('no sentence on screen begins with What, Who or Such', () => {
  const found = texts.filter(
    ({ language, text }) => language === 'en' && /(^|[.!?] )(What|Who|Such)\b/.test(text),
  )

  assert.deepEqual(
    found.map(({ place, text }) => `${place}: ${text}`),
    [],
  )
})

/** Words of several readers: yours, and an order at the beginning of a sentence, an item or a cell. */
const plural =
  /(?<!\p{L})(?!\p{L}*(?:حكم|حاكم|راكم)(?!\p{L}))[\p{L}\p{M}]{2,}كم(?![\p{L}\p{M}])|(?:^|[.!؟:؛|'] *|\d\. |- )(?!تواصلوا)[وف]?[\p{L}\p{M}]{2,}(?:وا|وها?)(?= |$)/mu

test('Arabic speaks to one reader', () => {
  const found = [...texts, ...pages].filter(
    ({ language, text }) => language === 'ar' && plural.test(text),
  )

  assert.deepEqual(
    found.map(({ place, text }) => `${place}: ${plural.exec(text)?.[0]}`),
    [],
  )
})
