/** Tells whether two texts read alike: at most the addresses of their links and pictures differ. */
export function readAlike(one: string, other: string): boolean {
  return one === other || withoutAddresses(one) === withoutAddresses(other)
}

function withoutAddresses(source: string): string {
  return source
    .replaceAll(/\]\([^\s()]*/g, '](')
    .replaceAll(/^( {0,3}\[[^\]\n]+\]:)[ \t]*\S+/gm, '$1')
    .replaceAll(/\b(href|src)\s*=\s*(?:"[^"]*"|'[^']*')/gi, '$1')
}
