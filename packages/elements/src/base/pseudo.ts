import type { Message, Messages } from './messages.ts'

const accents: Record<string, string> = {
  a: 'å',
  c: 'ç',
  e: 'é',
  i: 'î',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'û',
  y: 'ý',
  A: 'Å',
  C: 'Ç',
  E: 'É',
  I: 'Î',
  N: 'Ñ',
  O: 'Ö',
  S: 'Š',
  U: 'Û',
}

const disguise = (text: string) => {
  const accented = text.replace(/\{\w+\}|[a-zA-Z]/g, (part) => accents[part] ?? part)
  return `[${accented}${'~'.repeat(Math.ceil(text.length / 3))}]`
}

const each = (message: Message): Message =>
  typeof message === 'string'
    ? disguise(message)
    : Object.fromEntries(Object.entries(message).map(([rule, text]) => [rule, disguise(text)]))

/** English made longer and accented: shows text that is cut off, or was never translated. */
export const pseudo = (messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, each(message)]))
