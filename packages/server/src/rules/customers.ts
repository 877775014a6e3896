import { getDomain } from 'tldts'
import { legalForms, legalPrefixes, sharedDomains } from './customer-words.ts'

/** What tells one end customer from another. */
export interface Customer {
  companyName: string
  website?: string | undefined
  country?: string | undefined
}

/**
 * What the conflict rule compares: the registrable domain where there is one, and always the name
 * without its legal form, with the country and alone. `sameCustomer` says when which of them counts.
 */
export function customerKeys(customer: Customer, email?: string): string[] {
  const { companyName, website, country } = customer
  const domain = companyDomain(website) ?? companyDomain(email?.split('@')[1])
  const name = normaliseName(companyName)
  const countries = country === undefined ? [''] : [country, '']
  return [
    ...(domain === undefined ? [] : [`domain:${domain}`]),
    ...(name === '' ? [] : countries.map((one) => `name:${name}|${one}`)),
  ]
}

/**
 * Tells whether two sets of keys mean one customer: by domain where both have one, else by name and
 * country; by name alone where one of them has no country.
 */
export function sameCustomer(one: readonly string[], other: readonly string[]): boolean {
  const told = [isDomainKey, isCountryKey].find((kind) => one.some(kind) && other.some(kind))
  return one.some((key) => (told?.(key) ?? true) && other.includes(key))
}

const isCountryKey = (key: string) => !isDomainKey(key) && !key.endsWith('|')

function isDomainKey(key: string): boolean {
  return key.startsWith('domain:')
}

function companyDomain(address: string | undefined): string | undefined {
  if (address === undefined) return undefined
  const domain = getDomain(address, { allowPrivateDomains: true })?.toLowerCase()
  return domain && !sharedDomains.has(domain) ? domain : undefined
}

const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ø: 'o', æ: 'ae' }

/** A company's name in lower case without accents, punctuation and legal form. */
export function normaliseName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\((株|有)\)/g, (_, sign) => (sign === '株' ? '株式会社' : '有限会社'))
    .replaceAll(/[äöüßøæ]/g, (letter) => umlauts[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}.'’`]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .normalize('NFC')
  const words = plain.split(' ').filter((word) => word !== 'and' && word !== 'und' && word !== 'et')
  return stripLegalForm(words.join(' '))
}

function stripLegalForm(name: string): string {
  let rest = name
  for (;;) {
    const shorter = withoutOneForm(rest)
    if (shorter === '' || shorter === rest) return rest
    rest = shorter
  }
}

// Japanese, Chinese and Korean forms stand without a space.
const glued = (form: string) => /^[\p{Script=Han}\p{Script=Hangul}]/u.test(form)
const endings = legalForms.map((form) => (glued(form) ? form : ` ${form}`))
const beginnings = legalPrefixes.map((form) => (glued(form) ? form : `${form} `))

function withoutOneForm(name: string): string {
  for (const form of endings) if (name.endsWith(form)) return name.slice(0, -form.length).trim()
  for (const form of beginnings) if (name.startsWith(form)) return name.slice(form.length).trim()
  return name
}
