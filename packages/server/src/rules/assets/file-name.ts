// Names that Windows keeps for devices, whatever their ending (Naming Files, Paths, and Namespaces).
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i
const longest = 120
// Linux takes 255 bytes, in which an ending and the number of a second one have room.
const mostBytes = 220
const encoder = new TextEncoder()

/**
 * A title as the name of a file that every system takes: without what Windows refuses, without signs
 * that turn the reading around or are not seen, and with the ending of the file itself.
 */
export function safeFileName(title: string, original: string): string {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(original)?.[0].toLowerCase() ?? ''
  const plain = title
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, ' ')
    .replaceAll(/[<>:"/\\|?*]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const bare = plain.toLowerCase().endsWith(ending)
    ? plain.slice(0, -ending.length || undefined)
    : plain
  const stem = shortened(bare)
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '')
  const first = stem.split('.')[0] ?? ''
  return `${stem === '' ? 'file' : reserved.test(first) ? `${stem}_` : stem}${ending}`
}

/** The beginning of a text with so many signs and bytes at most, without a sign that is cut in two. */
function shortened(text: string): string {
  let bytes = 0
  const signs = Array.from(text).slice(0, longest)
  const end = signs.findIndex((sign) => (bytes += encoder.encode(sign).byteLength) > mostBytes)
  return signs.slice(0, end < 0 ? longest : end).join('')
}

/** Makes names distinct, without regard to case, by a number behind each repeated one. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? []
    let free = name
    for (let number = 2; taken.has(free.toLowerCase()); number++)
      free = `${stem} (${number})${ending}`
    taken.add(free.toLowerCase())
    return free
  })
}
