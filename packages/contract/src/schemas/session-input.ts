import * as z from 'zod/mini'
import { Email } from './common-input.ts'
import { Id, line } from './common.ts'

/**
 * An origin as a browser writes it into its `Origin` header, or `null`: anything else would never match.
 * Lower case, ASCII (`xn--…`), no path, no closing slash, no usual port.
 */
export const Origin = z
  .string()
  .check(
    z.maxLength(300),
    z.regex(
      /^(null|(?!http:\/\/.*:80$|https:\/\/.*:443$)[a-z][a-z0-9+.-]*:\/\/([a-z0-9._-]+|\[[0-9a-f:.]+\])(:[1-9][0-9]{0,4})?)$/,
      'Write the origin as a browser sends it, https://www.example.com: in lower case, without a path or a closing slash, with a port only where it is not the usual one.',
    ),
  )

/** A session to make: one of the user’s names, and which of their partners. */
export const SessionInput = z.strictObject({
  /** The user, by one name. */
  user: z.union([
    z.strictObject({
      /** The user’s id. */
      id: Id,
    }),
    z.strictObject({
      /** An identifier of the user in another system. */
      externalId: line(200),
    }),
    z.strictObject({
      /** The user’s e-mail address. */
      email: Email,
    }),
  ]),
  /** The partner the user acts for; needed where there are several. */
  partnerId: z.optional(Id),
  /** Origins that may use the token; `null` must be named to be accepted. */
  origins: z.optional(z.array(Origin).check(z.maxLength(20))),
  /** Seconds until the token expires, 300 to 1800. */
  lifetime: z.optional(z.int().check(z.gte(300), z.lte(1800))),
  /** A vendor manager who looks at the portal as the partner does; nothing can be changed. */
  viewAs: z.optional(z.boolean()),
})

export type SessionInput = z.infer<typeof SessionInput>
