const controls = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff]/u
const controlsButBreaks = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff]/u

/** The first character of a text that no text may hold; line breaks and tabs may be allowed. */
export function controlIn(
  text: string,
  breaks: boolean,
): { name: string; index: number } | undefined {
  const index = text.search(breaks ? controlsButBreaks : controls)
  return index === -1 ? undefined : { name: nameOf(text.codePointAt(index)!), index }
}

function nameOf(codePoint: number): string {
  const code = codePoint.toString(16).toUpperCase().padStart(4, '0')
  return code === '000A' || code === '000D' ? 'A line break' : `The control character U+${code}`
}
