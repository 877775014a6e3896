/** How numbers are written in a vendor's files: always `1234.50`, and one stated other form. */
export interface NumberForm {
  /** The sign before the decimals, as stated; without it only `1234.50` is understood. */
  decimal?: '.' | ','
  group?: string
}

const groups: Record<string, string> = {
  '.': '.',
  ',': ',',
  "'": "'’",
  '’': "'’",
  ' ': ' \u00a0\u202f',
}

/** Reads the example by which a vendor states its form, such as `1.234,50`; `undefined` if it is none. */
export function numberForm(example: string): NumberForm | undefined {
  const found = /^1([.,'’ \u00a0\u202f]?)234([.,])50$/.exec(example)
  const [, group, decimal] = found ?? []
  if ((decimal !== '.' && decimal !== ',') || group === decimal) return undefined
  return { decimal, ...(group && { group: groups[group.replace(/\s/, ' ')] ?? group }) }
}

/** A decimal as the contract writes it, or `undefined` for what is none or could mean two numbers. */
export function parseDecimal(text: string, form: NumberForm): string | undefined {
  if (form.decimal === undefined) return plain(text)
  const stated = inForm(text, form)
  if (stated !== undefined) return stated
  // One or two digits after a point cannot be a group, so that such a number has one meaning everywhere.
  return /^-?\d+\.\d{1,2}$/.test(text) ? plain(text) : undefined
}

function plain(text: string): string | undefined {
  const [, sign, whole, decimals] = /^(-?)0*(\d+)(\.\d+)?$/.exec(text) ?? []
  return whole === undefined ? undefined : `${sign}${whole}${decimals ?? ''}`
}

function inForm(text: string, { decimal, group }: NumberForm): string | undefined {
  const at = text.lastIndexOf(decimal!)
  const whole = at === -1 ? text : text.slice(0, at)
  const decimals = at === -1 ? '' : text.slice(at + 1)
  if (at !== -1 && !/^\d+$/.test(decimals)) return undefined
  const digits = group === undefined ? whole : ungroup(whole, group)
  return digits === undefined ? undefined : plain(at === -1 ? digits : `${digits}.${decimals}`)
}

function ungroup(whole: string, group: string): string | undefined {
  const parts = whole.split(new RegExp(`[${group}]`))
  if (parts.length === 1) return whole
  const grouped =
    /^-?\d{1,3}$/.test(parts[0]!) && parts.slice(1).every((part) => /^\d{3}$/.test(part))
  return grouped ? parts.join('') : undefined
}
