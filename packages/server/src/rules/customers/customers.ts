import { parse } from 'tldts'
import { nameSpellings } from './company-name.ts'
import { sharedDomains, sharedNames } from './customer-words.ts'

/**
 * The number of the rule by which customers get their keys. Raise it with every change of what
 * `customerKeys` answers: servers then work out the stored keys anew as they start.
 */
export const keyRule = 3

/** The facts that tell one end customer from another. */
export interface Customer {
  companyName: string
  website?: string | undefined
  country?: string | undefined
}

/**
 * The keys that the conflict rule compares: the registrable domain where there is one, and always the name
 * without its legal form in each of its spellings, with the country and alone. `sameCustomer` says when which of them counts.
 */
export function customerKeys(customer: Customer, email?: string): string[] {
  const { companyName, website, country } = customer
  const domain = companyDomain(website) ?? companyDomain(email?.split('@').at(-1))
  const { here, anywhere } = nameSpellings(companyName, country)
  return [
    ...(domain === undefined ? [] : [`domain:${domain}`]),
    ...(country === undefined ? [] : here.map((name) => `name:${name}|${country}`)),
    ...anywhere.map((name) => `name:${name}|`),
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

/**
 * The registrable domain of an address, whichever way its host is written: in capitals, with a final
 * dot, in its own script or in ASCII (UTS 46, as the URL standard applies it).
 */
function companyDomain(address: string | undefined): string | undefined {
  const host = hostOf(address)
  if (host === undefined) return undefined
  const { domain, domainWithoutSuffix } = parse(host, { allowPrivateDomains: true })
  if (domain === null || sharedDomains.has(domain)) return undefined
  return sharedNames.has(domainWithoutSuffix ?? '') ? undefined : domain
}

// A scheme as people write it, also twice; the port of a bare host is none.
const schemes = /^(?:(?:https?|ftp|mailto)(?::|(?=\/\/))[\\/]*)+/i

function hostOf(address = ''): string | undefined {
  const bare = address.replaceAll(/^[\s<("']+|[\s>)"',;]+$/g, '').replace(schemes, '')
  const url = `https://${bare}`
  return URL.canParse(url) ? new URL(url).hostname.replace(/[.,;]+$/, '') : undefined
}
