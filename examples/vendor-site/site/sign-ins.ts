import { randomUUID } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { SignIn } from './api.ts'

/** Seconds that a sign-in lasts: a working day. */
const lifetime = 8 * 60 * 60

const cookie = 'visitor'

/** The site's own sign-ins: a signed cookie in the browser, and the ended ones on the server. */
export interface SignIns {
  /** Signs somebody in with a cookie that ends by itself. */
  begin(context: Context, email: string): Promise<void>
  /** The sign-in of a request, unless there is none, or it is over. */
  of(context: Context): Promise<SignIn | undefined>
  /** Ends a sign-in for good: a copy of its cookie is worth nothing any more. */
  end(context: Context): Promise<SignIn | undefined>
}

/** Where sign-ins are kept. */
export interface SignInOptions {
  /** With which cookies are signed. */
  secret: string
  /** The file of the ended sign-ins, which outlives a restart. */
  endedFile: string
  /** Sends the cookie over https only; set wherever the site has https. */
  secure: boolean
  /** Milliseconds since 1970. */
  now?: () => number
}

/** Reads which sign-ins have ended. */
export async function openSignIns({
  secret,
  endedFile,
  secure,
  now = Date.now,
}: SignInOptions): Promise<SignIns> {
  /** Milliseconds since 1970 until which an ended sign-in has to be remembered, by its id. */
  const ended = new Map<string, number>(
    Object.entries(JSON.parse(await readFile(endedFile, 'utf8').catch(() => '{}'))),
  )
  let written: Promise<unknown> = Promise.resolve()
  const remember = (id: string, until: number) => {
    ended.set(id, until)
    for (const [old, end] of ended) if (end < now()) ended.delete(old)
    const text = JSON.stringify(Object.fromEntries(ended))
    // Renamed when it is whole: a site killed meanwhile starts again with the list before.
    const write = async () => {
      await writeFile(`${endedFile}.new`, text, { mode: 0o600 })
      await rename(`${endedFile}.new`, endedFile)
    }
    return (written = written.then(write, write))
  }
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const
  const read = async (context: Context) => {
    const kept = await getSignedCookie(context, secret, cookie)
    const [id, until, email] = kept ? kept.split(' ') : []
    if (!id || !email || !(Number(until) > now()) || ended.has(id)) return undefined
    return { id, email, until: Number(until) }
  }
  return {
    async begin(context, email) {
      const until = now() + lifetime * 1000
      const value = `${randomUUID()} ${until} ${email}`
      await setSignedCookie(context, cookie, value, secret, { ...options, maxAge: lifetime })
    },
    of: read,
    async end(context) {
      const signIn = await read(context)
      if (signIn) await remember(signIn.id, signIn.until)
      deleteCookie(context, cookie, options)
      return signIn
    },
  }
}
