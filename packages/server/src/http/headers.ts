import { ProblemError } from '../problem.ts'

/** The revisions that If-Match names. Weak tags count too, because compression makes tags weak. */
export function revisionsOf(header: string | null): number[] {
  if (header === null || header.trim() === '' || header.trim() === '*')
    throw new ProblemError(
      'revision-missing',
      'Send If-Match with the record’s revision in double quotes, for example "3".',
    )
  return header.split(',').flatMap((tag) => {
    const digits = /^\s*(?:W\/)?"(\d{1,15})"\s*$/.exec(tag)?.[1]
    return digits === undefined ? [] : [Number(digits)]
  })
}

/** Refuses a change that is based on another revision than the record has. */
export function requireRevision(revisions: readonly number[], revision: number): void {
  if (revisions.includes(revision)) return
  throw new ProblemError('revision-stale', 'Read the record again and repeat the change.', {
    headers: { etag: `"${revision}"` },
  })
}

/** The languages that Accept-Language names, the best first. */
export function languagesOf(header: string | null): string[] {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.split(';').map((word) => word.trim())
      const quality = options.find((option) => option.startsWith('q='))?.slice(2) ?? '1'
      return { tag, quality: Number(quality) }
    })
    .filter(({ tag, quality }) => /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) && quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag)
}

/**
 * The first wanted language that is there, exactly or by its first part; else the first that is offered
 * and there. `offered` gives the order, since a database may have lost that of the languages that are there.
 */
export function bestLanguage(
  wanted: readonly string[],
  labels: object,
  offered: readonly string[],
): string {
  const has = Object.keys(labels)
  const there = [...offered.filter((tag) => has.includes(tag)), ...has]
  const primary = (tag: string) => tag.toLowerCase().split('-')[0]
  for (const tag of wanted) {
    const exact = there.find((one) => one.toLowerCase() === tag.toLowerCase())
    const near = exact ?? there.find((one) => primary(one) === primary(tag))
    if (near !== undefined) return near
  }
  return there[0] ?? 'en'
}
