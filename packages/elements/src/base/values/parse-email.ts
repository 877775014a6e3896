/** An address with its domain as mail servers know it (RFC 5890): `info@müller.de` is at `xn--mller-kva.de`. */
export const parseEmail = (typed: string): string =>
  typed.replace(/@([^\s@:/?#%\\]*[^\0-\x7f][^\s@:/?#%\\]*)$/, (written, domain: string) => {
    try {
      return `@${new URL(`http://${domain}`).hostname}`
    } catch {
      return written
    }
  })
