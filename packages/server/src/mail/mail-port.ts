/** A message to one person. */
export interface Mail {
  /** The id of the message, the same in every attempt, so that a mail server knows a repeated one (RFC 5322, 3.6.4). */
  id: string
  /** The address of its reader. */
  to: string
  language: string
  subject: string
  text: string
  /** The name of its template. */
  template: string
}

/** Hands messages over to a mail server. */
export interface MailPort {
  /** Rejects where the message was not taken; with `permanent` on the error, another attempt is no use. */
  send(mail: Mail): Promise<void>
}

/** Writes into the log that a message would have been sent, and to nobody: for servers without mail. */
export function logMail(log: { info(fields: object, words: string): void }): MailPort {
  return {
    async send({ id, template, language }) {
      log.info({ id, template, language }, 'mail is not set up; a message was not sent')
    },
  }
}
