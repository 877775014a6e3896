import type { AssetInput } from '@prmkit/contract'
import type { AssetRecord } from '../../store/assets.ts'
import { titleOf } from '../articles/names.ts'
import { audienceFacts } from '../tree/audience-facts.ts'
import { endOf, listOf, objectOf, valueOf } from '../tree/facts.ts'
import type { AssetImport, FoundAsset } from './find-assets.ts'
import type { Tell } from './read-asset.ts'
import { beginning } from '../../rules/shared/beginning.ts'

/** The facts of an asset: what a request would say, and what only an import says. */
export interface AssetFacts {
  input: AssetInput
  more: { status?: AssetRecord['status']; publishedAt?: string }
  /** Dates and changes of versions, by number. */
  dates: Map<number, { at?: string; changes?: string }>
}

type Values = Readonly<Record<string, unknown>>

/** Reads the facts of an asset from the YAML beside it; undefined where it has to be left out. */
export async function factsOfAsset(
  { languages, dates, references, now }: AssetImport,
  found: FoundAsset,
  tell: Tell,
): Promise<AssetFacts | undefined> {
  const main = languages[0] ?? 'en'
  const file = found.files[0]?.path ?? found.key
  const values: Values = { ...found.facts.get(main), ...found.facts.get('') }
  let isWrong = false
  const wrong = (text: string) => {
    isWrong = true
    tell(text, file)
  }
  const note = (text: string) => tell(text, file)
  const facts = await audienceFacts({ dates, references }, values, wrong, note)
  const terms = termsOf(values['terms'], main, wrong)
  if (isWrong) return undefined
  const published = dateOf(valueOf(values, 'published'), dates)
  const validUntil = facts.validUntil ?? dateOf(valueOf(values, 'expires'), dates)
  return {
    input: {
      texts: textsOf(found, languages),
      ...{ tags: facts.tags.slice(0, 50), stages: listOf(values['stages']) },
      ...{ productIds: facts.productIds, audience: facts.audience },
      ...(validUntil !== undefined && { expiresAt: validUntil }),
      ...{ featured: facts.promoted, locked: values['locked'] === true, position: facts.position },
      ...(terms && { terms }),
    },
    more: {
      ...(facts.isDraft && { status: 'draft' as const }),
      ...(published !== undefined && published < now && { publishedAt: published }),
    },
    dates: versionsOf(values['versions'], dates),
  }
}

function textsOf(found: FoundAsset, languages: readonly string[]): AssetInput['texts'] {
  const main = languages[0] ?? 'en'
  const own = new Set(found.files.map(({ language = main }) => language))
  if (own.size === 0) own.add(main)
  const forAll = found.facts.get('') ?? {}
  const inside = objectOf(forAll['texts'])
  // A link has the words of every language that its YAML names.
  if (found.url !== undefined)
    for (const language of [...Object.keys(inside), ...found.facts.keys()])
      if (languages.includes(language)) own.add(language)
  return Object.fromEntries(
    [...own].map((language) => {
      const values = {
        ...(language === main || own.size === 1 ? forAll : {}),
        ...objectOf(inside[language]),
        ...found.facts.get(language),
      }
      const title = valueOf(values, 'title') ?? valueOf(forAll, 'title') ?? titleOf(found.stem)
      const description = valueOf(values, 'description', 'summary')
      return [
        language,
        {
          title: beginning(title.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim(), 300) || 'File',
          ...(description !== undefined && { description: beginning(description, 2000) }),
          ...(found.url !== undefined && { url: valueOf(values, 'url') ?? found.url }),
        },
      ]
    }),
  )
}

function termsOf(value: unknown, main: string, wrong: (text: string) => void): AssetInput['terms'] {
  if (value === undefined || value === null) return undefined
  const values = objectOf(value)
  const version = valueOf(values, 'version')
  const text = typeof values['text'] === 'string' ? { [main]: values['text'] } : {}
  const texts = { ...text, ...objectOf(values['texts']) } as Record<string, string>
  if (version === undefined || Object.values(texts).every((one) => typeof one !== 'string')) {
    wrong('terms: Write a version, and the terms as text or, by language, as texts.')
    return undefined
  }
  return { version: beginning(version, 64), texts }
}

function versionsOf(value: unknown, dates: AssetImport['dates']): AssetFacts['dates'] {
  return new Map(
    Object.entries(objectOf(value)).map(([number, said]) => {
      const at = dateOf(valueOf(objectOf(said), 'date'), dates)
      const changes = valueOf(objectOf(said), 'changes')
      return [
        Number(number),
        {
          ...(at !== undefined && { at }),
          ...(changes !== undefined && { changes: beginning(changes, 1000) }),
        },
      ]
    }),
  )
}

function dateOf(text: string | undefined, dates: AssetImport['dates']): string | undefined {
  return text === undefined ? undefined : (dates.instant(text) ?? endOf(text, dates))
}
