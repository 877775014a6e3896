import type { Audience } from '@prmkit/contract'
import type { Dates } from '../csv/dates.ts'
import { quoted } from '../problems.ts'
import type { References } from '../references.ts'
import { factsOf, type Facts } from './facts.ts'

/** The facts of content whose partners and products have become ids. */
export interface AudienceFacts extends Omit<Facts, 'audience' | 'products'> {
  audience: Audience
  productIds: string[]
}

/** Reads the facts of a piece of content and looks the partners and products up that it names. */
export async function audienceFacts(
  { dates, references }: { dates: Dates; references: References },
  front: Readonly<Record<string, unknown>>,
  wrong: (text: string) => void,
  note: (text: string) => void,
): Promise<AudienceFacts> {
  const { audience, products, ...facts } = factsOf({ front }, dates, wrong, note)
  await references.load('partners', facts.audiencePartners)
  await references.load('products', products)
  const partnerIds = facts.audiencePartners.flatMap((key) => {
    const id = references.id('partners', key)
    if (id === undefined) wrong(`audience.partners: ${quoted(key)} is no key of a partner.`)
    return id ?? []
  })
  const productIds = products.flatMap((key) => {
    const id = references.id('products', key)
    if (id === undefined) note(`products: ${quoted(key)} is no key of a product.`)
    return id ?? []
  })
  return {
    ...{ ...facts, productIds },
    audience: partnerIds.length > 0 ? { ...audience, partnerIds } : audience,
  }
}
