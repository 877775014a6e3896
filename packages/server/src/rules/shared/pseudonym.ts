/** The traces of a person: an id, a name and an e-mail address. */
export interface Identity {
  id: string
  name: string
  email: string
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Finds a text where it stands alone, not as a part of a longer word or id. */
const alone = (text: string, flags: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}_-])${escaped(text)}(?![\\p{L}\\p{N}_-])`, flags)

/**
 * Makes the rule by which a person leaves a value: the id and the e-mail address go wherever they
 * stand, a full name of two words at least also from the midst of a text, and a name of one word where
 * it stands for itself. A record that names another person of the same name keeps that one.
 */
export function pseudonymiser(person: Identity, pseudonym: Identity): (value: unknown) => unknown {
  const email = alone(person.email, 'giu')
  const id = alone(person.id, 'gu')
  const isFull = /\S\s\S/u.test(person.name)
  const name = alone(person.name, 'gu')

  function text(value: string): string {
    const renamed = isFull ? value.replace(name, pseudonym.name) : value
    return renamed.replace(email, pseudonym.email).replace(id, pseudonym.id)
  }

  function within(value: object): object {
    const entries = Object.entries(value)
    const ids = entries.flatMap(([key, one]) =>
      /^(id|userId)$/.test(key) && typeof one === 'string' ? [one] : [],
    )
    const isOther = ids.length > 0 && !entries.some(([, one]) => one === person.id)
    const rewritten = entries.map(([key, one]) => {
      const isName = key === 'name' && one === person.name
      if (isName) return [key, isOther ? one : pseudonym.name] as const
      return [text(key), rewrite(one)] as const
    })
    const isSame = rewritten.every(([key, one], place) => {
      const [before, old] = entries[place]!
      return key === before && one === old
    })
    return isSame ? value : Object.fromEntries(rewritten)
  }

  function rewrite(value: unknown): unknown {
    if (typeof value === 'string') return text(value)
    if (Array.isArray(value)) {
      const items = value.map(rewrite)
      return items.every((item, place) => item === value[place]) ? value : items
    }
    return typeof value === 'object' && value !== null ? within(value) : value
  }

  return rewrite
}
