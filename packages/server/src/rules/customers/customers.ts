import { getDomain } from 'tldts'
import { leadingForms, legalForms, legalTitles, sharedDomains } from './customer-words.ts'

/**
 * The number of the rule by which customers get their keys. Raise it with every change of what
 * `customerKeys` answers: servers then work out the stored keys anew as they start.
 */
export const keyRule = 2

/** The facts that tell one end customer from another. */
export interface Customer {
  companyName: string
  website?: string | undefined
  country?: string | undefined
}

/**
 * The keys that the conflict rule compares: the registrable domain where there is one, and always the name
 * without its legal form, with the country and alone. `sameCustomer` says when which of them counts.
 */
export function customerKeys(customer: Customer, email?: string): string[] {
  const { companyName, website, country } = customer
  const domain = companyDomain(website) ?? companyDomain(email?.split('@').at(-1))
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

/**
 * The registrable domain of an address, whichever way its host is written: in capitals, with a final
 * dot, in its own script or in ASCII (UTS 46, as the URL standard applies it).
 */
function companyDomain(address: string | undefined): string | undefined {
  const host = hostOf(address)
  if (host === undefined) return undefined
  const domain = getDomain(host, { allowPrivateDomains: true })
  return domain && !sharedDomains.has(domain) ? domain : undefined
}

function hostOf(address = ''): string | undefined {
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(address.trim()) ? address : `https://${address.trim()}`
  return URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : undefined
}

// Letters that Unicode does not take apart into a base letter and an accent.
const letters: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h' },
  ...{ ı: 'i', ŧ: 't', ŋ: 'n', ĸ: 'k', ə: 'e', ƒ: 'f' },
}

/** Words that join others; the sign for them is punctuation. */
const joining = new Set(['and', 'und', 'et'])

/** The most words that a legal form is written in: "G. m. b. H. & Co. K. G." is two of them. */
const longestForm = 8

/**
 * A company's name as it is compared: lower case, without accents, punctuation and legal form.
 * An umlaut, the same with an `e` and the bare vowel are one (Müller, Mueller, Muller), and letters
 * that stand alone are joined (A. B. C. and ABC).
 */
export function normaliseName(name: string): string {
  const words = wordsOf(name)
  const known = withoutEnding(words) ?? words
  const own = withoutTitles(known)
  // Where a form ends the name, the letters of another one in front are a part of the name.
  if (known === words && own.length > 1 && leading.has(own[0] ?? '')) own.shift()
  return own.join(' ').replaceAll(/(?<=(^| )\p{L}) (?=\p{L}( |$))/gu, '')
}

/** The words of a name; an umlaut, the same with an `e` and the bare vowel read alike. */
function wordsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\((株|有)\)/g, (_, sign) => (sign === '株' ? '株式会社' : '有限会社'))
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}.'’`]/gu, '')
    .replaceAll(/[ßæœøłđðþħıŧŋĸəƒ]/g, (letter) => letters[letter] ?? letter)
    .replaceAll(/(?<![aeiouq])([aou])e/g, '$1')
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !joining.has(word))
}

/** Every form as `wordsOf` reads it, in one word, so that blanks and dots do not matter. */
const compact = (forms: readonly string[]) => new Set(forms.map((form) => wordsOf(form).join('')))
// Japanese, Chinese and Korean forms stand without a space.
const isGlued = (form: string) => /^[\p{Script=Han}\p{Script=Hangul}]/u.test(form)
const endings = compact(legalForms)
const titles = compact(legalTitles)
const leading = compact(leadingForms)
const glued = [...endings].filter(isGlued).toSorted((one, other) => other.length - one.length)

/** The words before the legal forms at the end; undefined where there is none. */
function withoutEnding(words: readonly string[]): readonly string[] | undefined {
  const last = words.at(-1) ?? ''
  const form = glued.find((one) => last.endsWith(one))
  if (form !== undefined && words.join('') !== form) {
    const rest = [...words.slice(0, -1), last.slice(0, -form.length)].filter(Boolean)
    return withoutEnding(rest) ?? rest
  }
  for (let count = Math.min(longestForm, words.length - 1); count > 0; count--) {
    if (!endings.has(words.slice(-count).join(''))) continue
    const rest = words.slice(0, -count)
    return withoutEnding(rest) ?? rest
  }
  return undefined
}

/** The words after the legal forms and articles that are never a part of the name. */
function withoutTitles(words: readonly string[]): string[] {
  const [first = ''] = words
  const form = glued.find((one) => first.startsWith(one))
  if (form !== undefined && words.join('') !== form)
    return withoutTitles([first.slice(form.length), ...words.slice(1)].filter(Boolean))
  for (let count = Math.min(longestForm, words.length - 1); count > 0; count--)
    if (titles.has(words.slice(0, count).join(''))) return withoutTitles(words.slice(count))
  return [...words]
}
