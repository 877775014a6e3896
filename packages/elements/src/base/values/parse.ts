const isZero = /[0\u0660\u06f0\u0966\u09e6\uff10]/

/** The western digit of any decimal digit, found by stepping down to its script's zero. */
export function westernDigit(digit: string): string {
  const code = digit.charCodeAt(0)
  for (let value = 0; value < 10; value++) {
    if (isZero.test(String.fromCharCode(code - value))) return String(value)
  }
  return digit
}

/**
 * Reads a number as a person of this locale types it: any digits, either separator, spaces and a
 * currency sign. Returns a plain decimal string, or undefined for what is no number.
 */
export function parseNumber(locale: string, typed: string): string | undefined {
  const text = typed
    .replace(/\p{Nd}/gu, westernDigit)
    .replace(/[\s\p{Sc}\p{Cf}'’]/gu, '')
    .replace(/٫/g, '.')
    .replace(/[٬،]/g, ',')
    .replace(/^[-−–]/, '-')
  if (!/^-?[\d.,]*\d$/.test(text)) return
  const decimal = decimalIn(text, locale)
  const at = decimal ? text.lastIndexOf(decimal) : text.length
  const whole = text.slice(0, at)
  const fraction = text.slice(at + 1)
  if (/[.,]/.test(fraction) || (decimal && whole.includes(decimal))) return
  if (!/^-?(\d*|\d{1,3}([.,]\d{2,3})*[.,]\d{3})$/.test(whole)) return
  const plain = whole.replace(/[.,]/g, '').replace(/^(-?)0*(?=\d)/, '$1')
  return (/\d/.test(plain) ? plain : `${plain}0`) + (fraction && `.${fraction}`)
}

/** Which separator stands before the fraction, if any. */
function decimalIn(text: string, locale: string): string | undefined {
  const points = text.match(/[.,]/g)
  const last = points?.at(-1)
  if (!points || !last) return
  if (points.includes(last === '.' ? ',' : '.')) return last
  if (points.length > 1) return
  const own = /[.٫]/.test(new Intl.NumberFormat(locale).format(0.5)) ? '.' : ','
  // The locale's group separator, unless what follows is no group of three.
  return last === own || !/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? last : undefined
}
