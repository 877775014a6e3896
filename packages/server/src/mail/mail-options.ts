import type { MailPort } from './mail-port.ts'
import type { MailTexts } from './mail-texts.ts'

/** How people get messages. */
export interface MailOptions {
  /** Without it, messages are only written into the log. */
  port?: MailPort
  /** The address of a record on the vendor’s site, with `{resource}` and `{id}`. */
  link: string
  /** Texts of the operator, which go before those of the server and after those of the vendor’s files. */
  texts?: MailTexts
}
