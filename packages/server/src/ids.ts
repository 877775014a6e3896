const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'

/** A new id that nobody can guess: a word for people and 24 random letters (124 bits). */
export function newId(kind: string): string {
  let id = ''
  while (id.length < 24)
    for (const byte of crypto.getRandomValues(new Uint8Array(32)))
      // 252 is the greatest multiple of 36 in a byte: what lies above would make some letters likelier.
      if (byte < 252 && id.length < 24) id += alphabet[byte % 36]
  return `${kind}_${id}`
}
