/** The most characters of an address: clients refuse answers whose headers are much larger. */
const longest = 2000

/**
 * A path of this site with its query, or nothing where an address leads anywhere else. Compared after
 * parsing (WHATWG URL), because browsers drop tabs and line ends and read `\` as `/` before they
 * follow an address.
 */
export function ownPath(address: unknown, siteUrl: string): string | undefined {
  const { origin } = new URL(siteUrl)
  if (typeof address !== 'string' || !address.startsWith('/')) return undefined
  if (!URL.canParse(address, origin)) return undefined
  const url = new URL(address, origin)
  // A path of slashes would be another host again in the Location header.
  if (url.origin !== origin || url.pathname.startsWith('//')) return undefined
  const path = url.pathname + url.search + url.hash
  return path.length > longest ? undefined : path
}
