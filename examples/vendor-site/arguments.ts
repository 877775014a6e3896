import { parseArgs } from 'node:util'

export const usage = `Usage: node start.ts [options]

The sample vendor’s site, and the partner backend beside it.

  --port N         where the site listens, the backend on the next one; any that is free for 0 and
                   in place of one that is taken (default: the environment’s PORT, else 4100)
  --data-dir DIR   where the database and the secrets are kept (default: .data beside start.ts)
  --public-url URL the site’s address as browsers see it, behind a proxy that ends TLS (default: the
                   environment’s PUBLIC_URL, else http://localhost and the port)
  --help           this text
`

/** Somebody called the program in a way that it does not understand. */
export class UsageError extends Error {
  override name = 'UsageError'
}

export interface Settings {
  help: boolean
  port: number
  dataDir: string | undefined
  /** Origin under which browsers reach the site, without a path. */
  publicUrl: string | undefined
}

/** Reads the command line, then the environment; throws with the next step where they make no sense. */
export function readArguments(words: string[], env: Record<string, string | undefined>): Settings {
  const { port: given, 'data-dir': dataDir, 'public-url': address, help = false } = parse(words)
  const port = given ?? (env['PORT'] || '4100')
  // The backend takes the port after it.
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_534)
    throw new UsageError(
      `“${port}” is no port. Give ${given === undefined ? 'PORT' : '--port'} a number from 0 to 65534.`,
    )
  return { help, port: Number(port), dataDir, publicUrl: originOf(address ?? env['PUBLIC_URL']) }
}

function originOf(address: string | undefined): string | undefined {
  if (!address) return undefined
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new UsageError(
      `“${address}” is no address of a site. Give --public-url one such as https://www.example.com.`,
    )
  return url.origin
}

function parse(args: string[]) {
  try {
    const options = {
      port: { type: 'string' },
      'data-dir': { type: 'string' },
      'public-url': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    } as const
    return parseArgs({ args, options }).values
  } catch (error) {
    const why = error instanceof Error ? error.message.split('. ')[0] : String(error)
    throw new UsageError(`${why}. Possible: --port N, --data-dir DIR, --public-url URL and --help.`)
  }
}
