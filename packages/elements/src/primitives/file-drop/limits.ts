/** What files a field takes. */
export interface FileLimits {
  /** Media types and name endings, as in the HTML `accept` attribute. */
  readonly accept?: readonly string[] | undefined
  readonly maxFiles?: number | undefined
  /** Bytes that one file may have. */
  readonly maxSize?: number | undefined
}

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

/** A size in the largest unit that leaves a readable number. */
export function formatSize(locale: string, bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte']
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step],
    unitDisplay: step ? 'short' : 'long',
    maximumFractionDigits: 1,
  } as Intl.NumberFormatOptions).format(bytes / 1000 ** step)
}
