let segmenter: Intl.Segmenter | undefined

/** The beginning of a text, at most so long; it cuts no sign in two that readers see as one. */
export function beginning(text: string, longest: number): string {
  if (text.length <= longest) return text
  segmenter ??= new Intl.Segmenter()
  // Few signs are longer than that, and those are cut between characters.
  const from = Math.max(0, longest - 64)
  const around = segmenter.segment(text.slice(from, longest + 64))
  const start = around.containing(longest - from)?.index
  if (start) return text.slice(0, from + start)
  return text.slice(0, longest - (/[\ud800-\udbff]$/.test(text.slice(0, longest)) ? 1 : 0))
}
