/** Tells whether an accept list takes a file of this name and type. */
export const accepts = (
  accept: readonly string[] | undefined,
  { name, type }: { name: string; type: string },
): boolean =>
  !accept?.length ||
  accept.some((one) => {
    const rule = one.trim().toLowerCase()
    if (rule.startsWith('.')) return name.toLowerCase().endsWith(rule)
    return rule.endsWith('/*') ? type.startsWith(rule.slice(0, -1)) : type === rule
  })

/** An accept list in words for people: `PDF` for `.pdf` and `application/pdf`. */
export const typesOf = (locale: string, accept: readonly string[] = []): string => {
  const names = accept.map((one) =>
    one.trim().replace(/^(?:\.|\w+\/)(\w+)$/, (_, name: string) => name.toUpperCase()),
  )
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(new Set(names))
}
