import type { Audience } from '@prmkit/contract'
import type { PartnerWords, Store } from '../store/store.ts'
import { quoted, suggestion } from './problems.ts'

/** The vendor's words by which audiences choose partners: those of its partners, and its tiers. */
export async function audienceWords({ read }: Pick<Store, 'read'>): Promise<PartnerWords> {
  const { tiers, regions } = await read.partners.words()
  const { tiers: programme } = await read.programme.tiers()
  return { tiers: [...new Set([...programme.map(({ id }) => id), ...tiers])], regions }
}

/** A word of an audience that no partner has, in the field where it stands. */
export interface StrangeWord {
  field: keyof PartnerWords
  index: number
  text: string
}

const listed = 12

/**
 * The words of an audience that no partner has, each with the nearest that one has. The word is told
 * and kept, because its first partner may come later. Without any partner nothing is known.
 */
export function strangeWords(audience: Audience, words: PartnerWords): StrangeWord[] {
  return (['tiers', 'regions'] as const).flatMap((field) => {
    const among = words[field]
    if (among.length === 0) return []
    const all = among.length > listed ? '' : ` Possible: ${among.join(', ')}.`
    return (audience[field] ?? []).flatMap((word, index) => {
      if (among.includes(word)) return []
      const near = suggestion(word, among) || all
      const text = `${quoted(word)} is the ${field.slice(0, -1)} of no partner, so nobody is meant by it.${near}`
      return [{ field, index, text }]
    })
  })
}
