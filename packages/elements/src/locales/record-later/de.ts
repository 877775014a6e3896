import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  messages: 'Nachrichten',
  partnerOnly: 'liest nur Ihr Unternehmen',
  noMessages: 'Noch keine Nachrichten. {vendor} liest die Nachrichten, die Sie hier schreiben.',
  noPartnerMessages:
    'Noch keine Nachrichten. Nur Ihr Unternehmen liest die Nachrichten, die Sie hier schreiben.',
  write: 'Ihre Nachricht',
  room: { one: 'Noch {n} Zeichen', other: 'Noch {n} Zeichen' },
  tooLong: 'Eine Nachricht hat höchstens {n} Zeichen. Kürzen Sie sie um {over}.',
  send: 'Senden',
  messageSent: 'Ihre Nachricht wurde gesendet.',
  stale:
    'Inzwischen wurde etwas geändert. Ihre Eingaben sind noch da. Prüfen Sie sie und senden Sie erneut.',
  notKnown: 'Noch ist nicht bekannt, ob das angekommen ist',
  messageOpen:
    'Noch ist nicht bekannt, ob Ihre Nachricht angekommen ist. Senden Sie sie noch einmal: Sie zählt nur einmal.',
  messageOlder:
    'Ihre Nachricht ist in der früheren Fassung angekommen. Ihre Änderung steht noch hier; sie wäre eine neue Nachricht.',
  actionOpen:
    'Noch ist nicht bekannt, ob dies angekommen ist. Senden Sie es noch einmal: Es zählt nur einmal.',
  actionOlder:
    'Eine frühere Fassung ist angekommen und gilt. Was Sie danach geändert haben, wurde nicht gesendet.',
}
