import {
  formBeginnings,
  formEnds,
  leadingForms,
  legalForms,
  legalTitles,
  localFormBeginnings,
  localForms,
  localLeadingForms,
  localTitleForms,
} from './legal-forms.ts'
import { rawWords, wordsOf } from './name-words.ts'
import { plainSpelling, spellingsOf, type Spelling } from './spellings.ts'

/** The most words that a legal form is written in: "S. A. P. I. de C. V." has seven. */
const longestForm = 10

/** The legal forms as one spelling writes them, each in one word, so that blanks and dots do not matter. */
class Forms {
  readonly endings: ReadonlySet<string>
  readonly ends: ReadonlySet<string>
  readonly beginnings: ReadonlySet<string>
  readonly localBeginnings: ReadonlyMap<string, ReadonlySet<string>>
  readonly titles: ReadonlySet<string>
  readonly leading: ReadonlySet<string>
  readonly localEndings: ReadonlyMap<string, ReadonlySet<string>>
  readonly localTitles: ReadonlyMap<string, ReadonlySet<string>>
  readonly localLeading: ReadonlyMap<string, ReadonlySet<string>>
  /** Japanese, Chinese, Korean and Thai forms, which stand without a space, the longest first. */
  readonly glued: readonly string[]

  constructor(spelling: Spelling) {
    // Letters that dots part are no umlaut: the form OE may stand there as O. E.
    const compact = (form: string) =>
      new Set([rawWords(form, spelling).join(''), wordsOf(form, spelling).join('')])
    const all = (forms: readonly string[]) => new Set(forms.flatMap((form) => [...compact(form)]))
    const local = (forms: typeof localForms) => {
      const found = new Map<string, Set<string>>()
      for (const { form, countries } of forms)
        for (const key of compact(form))
          found.set(key, new Set([...(found.get(key) ?? []), ...countries]))
      return found
    }
    this.endings = all(legalForms)
    this.ends = all(formEnds)
    this.beginnings = all(formBeginnings)
    this.titles = all(legalTitles)
    this.leading = all(leadingForms)
    this.localBeginnings = local(localFormBeginnings)
    this.localEndings = local(localForms)
    this.localTitles = local(localTitleForms)
    this.localLeading = local(localLeadingForms)
    this.glued = [...this.endings, ...this.titles]
      .filter(isGlued)
      .toSorted((one, other) => other.length - one.length)
  }

  /** Tells whether this is a form somewhere, at either end of a name. */
  knows(form: string): boolean {
    return [
      ...[this.endings, this.titles, this.leading],
      ...[this.localEndings, this.localTitles, this.localLeading],
    ].some((forms) => forms.has(form))
  }
}

const isGlued = (form: string) =>
  /^[\p{Script=Han}\p{Script=Hangul}]/u.test(form) || /^\p{Script=Thai}{4}/u.test(form)

const isAscii = (word: string) => /^[a-z\d]*$/.test(word)

const known = new Map<Spelling, Forms>()
function formsOf(spelling: Spelling): Forms {
  const forms = known.get(spelling) ?? new Forms(spelling)
  known.set(spelling, forms)
  return forms
}

/**
 * A company's name as it is compared: lower case, without accents, punctuation and legal form.
 * An umlaut, the same with an `e` and the bare vowel are one (Müller, Mueller, Muller), and letters
 * that stand alone are joined (A. B. C. and ABC). Initials that are a form in few countries count
 * there, and where dots or slashes part them.
 */
export function normaliseName(name: string, country?: string): string {
  return nameIn(readName(name, plainSpelling), country)
}

/** A name in every spelling in which it is compared, the plain one first: in a country, and anywhere. */
export function nameSpellings(
  name: string,
  country?: string,
): { here: string[]; anywhere: string[] } {
  const spellings = [plainSpelling, ...spellingsOf(name.normalize('NFKC').toLowerCase())]
  const read = spellings.map((one) => readName(name, one))
  const all = (names: string[]) => [...new Set(names)].filter((one) => one !== '')
  const here = all(read.map((one) => nameIn(one, country)))
  return { here, anywhere: all([...here, ...read.map((one) => nameIn(one))]) }
}

/** A name as one spelling has it. */
interface ReadName {
  forms: Forms
  words: readonly string[]
}

function readName(name: string, spelling: Spelling): ReadName {
  const forms = formsOf(spelling)
  return { forms, words: wordsOf(withoutFront(name, forms, spelling), spelling) }
}

function nameIn({ forms, words }: ReadName, country = ''): string {
  const rest = withoutEnding(words, forms, country)
  const own = withoutTitles(rest ?? words, forms, country)
  // Where a form ends the name, the letters of another one in front are a part of the name.
  const plain = rest ? own : withoutLeading(own, forms, country)
  return plain.join(' ').replaceAll(/(?<=(^| )\p{L}) (?=\p{L}( |$))/gu, '')
}

/** A name without a form that a slash or the quotes around the rest show as one: `A/S X`, `UAB „X“`. */
function withoutFront(name: string, forms: Forms, spelling: Spelling): string {
  const [slashed, one = '', other = ''] =
    /^\s*(\p{L})[/:](\p{L}{1,3})\.?\s+(?=\S)/u.exec(name) ?? []
  if (slashed !== undefined) {
    const form = `${one}${other}`.toLowerCase()
    if (form === 'ms' || forms.knows(form)) return name.slice(slashed.length)
  }
  const [, front = '', own = '', rest = ''] =
    /^([^"«»„“”‹›]{2,80})["«„“”‹](.{1,200}?)["»“”›](.*)$/u.exec(name) ?? []
  const words = wordsOf(front, spelling)
  return words.length > 0 && forms.knows(words.join('')) ? `${own} ${rest}` : name
}

/** The words before the legal forms at the end; undefined where there is none. */
function withoutEnding(
  words: readonly string[],
  forms: Forms,
  country: string,
): readonly string[] | undefined {
  const last = words.at(-1) ?? ''
  const form = isAscii(last) ? undefined : forms.glued.find((one) => last.endsWith(one))
  if (form !== undefined && words.join('') !== form) {
    const rest = [...words.slice(0, -1), last.slice(0, -form.length)].filter(Boolean)
    return withoutEnding(rest, forms, country) ?? rest
  }
  for (let count = Math.min(longestForm, words.length - 1); count > 0; count--) {
    const tail = words.slice(-count)
    const rest = words.slice(0, -count)
    const ending = tail.join('')
    const before = () => {
      const own = withoutBeginning(rest, forms, country)
      return withoutEnding(own, forms, country) ?? own
    }
    if (forms.endings.has(ending) || isLocal(forms.localEndings, ending, country)) return before()
    if (forms.localEndings.has(ending) && isParted(tail, rest.at(-1))) return before()
    const own = forms.ends.has(ending) ? withoutEnding(rest, forms, country) : undefined
    if (own) return own
  }
  return undefined
}

/** The words before those that belong to the form after them. */
function withoutBeginning(
  words: readonly string[],
  forms: Forms,
  country: string,
): readonly string[] {
  const count = [2, 1].find((one) => {
    const tail = words.slice(-one).join('')
    return (
      one < words.length &&
      (forms.beginnings.has(tail) || isLocal(forms.localBeginnings, tail, country))
    )
  })
  return count === undefined ? words : withoutBeginning(words.slice(0, -count), forms, country)
}

/** Tells whether dots part all letters of words, and end where another word begins. */
function isParted(words: readonly string[], next = ''): boolean {
  return words.length > 1 && next.length !== 1 && words.every((word) => word.length === 1)
}

function isLocal(
  forms: ReadonlyMap<string, ReadonlySet<string>>,
  form: string,
  country: string,
): boolean {
  return forms.get(form)?.has(country) === true
}

/** The words after the legal forms and articles that are never a part of the name. */
function withoutTitles(words: readonly string[], forms: Forms, country: string): readonly string[] {
  const [first = ''] = words
  const form = isAscii(first) ? undefined : forms.glued.find((one) => first.startsWith(one))
  if (form !== undefined && words.join('') !== form)
    return withoutTitles(
      [first.slice(form.length), ...words.slice(1)].filter(Boolean),
      forms,
      country,
    )
  for (let count = Math.min(longestForm, words.length - 1); count > 0; count--) {
    const front = words.slice(0, count).join('')
    if (forms.titles.has(front) || isLocal(forms.localTitles, front, country))
      return withoutTitles(words.slice(count), forms, country)
  }
  return words
}

/** The words after the initials of a form that stands in front. */
function withoutLeading(
  words: readonly string[],
  forms: Forms,
  country: string,
): readonly string[] {
  for (let count = Math.min(longestForm, words.length - 1); count > 0; count--) {
    const front = words.slice(0, count)
    const form = front.join('')
    if (count > 1 && !isParted(front, words[count])) continue
    if (forms.leading.has(form) || isLocal(forms.localLeading, form, country))
      return words.slice(count)
  }
  return words
}
