import { createTransport } from 'nodemailer'
import type { MailPort } from './mail-port.ts'

/** How a mail server is reached. */
export interface SmtpOptions {
  /** `smtp://` or `smtps://` with host, port, and user and password where the server asks for them. */
  url: string
  /** The address that messages come from, with or without a name. */
  from: string
}

/** A message that the server refuses for good (RFC 5321, 4.2.1). */
class RefusedError extends Error {
  override name = 'RefusedError'
  readonly permanent = true
}

/** Sends messages by SMTP, one connection at a time. */
export function smtpMail({ url, from }: SmtpOptions): MailPort {
  const transport = createTransport(url, {
    from,
    ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 },
  })
  return {
    async send({ id, to, subject, text, language }) {
      try {
        await transport.sendMail({
          ...{ to, subject, text, messageId: `<${id}@prmkit>` },
          // No machine answers a message of a machine (RFC 3834, 5).
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
        })
      } catch (error) {
        const { responseCode = 0 } = error as { responseCode?: number }
        // The server’s own words may hold the address, so that none of them is kept.
        const told = responseCode ? `The mail server answered ${responseCode}.` : reasonOf(error)
        throw responseCode >= 500 ? new RefusedError(told) : new Error(told)
      }
    },
  }
}

function reasonOf(error: unknown): string {
  const { code } = error as { code?: string }
  return `The mail server was not reached${code ? ` (${code})` : ''}.`
}
