import type { Translation } from '../../base/localize.ts'
import type { messages as english } from './en.ts'

export const messages: Translation<typeof english> = {
  unseenChecking: 'Es wird geprüft, ob Sie noch angemeldet sind …',
  unseenRefused:
    'Sie sind nicht mehr angemeldet; deshalb wird dieser Inhalt nicht angezeigt. Melden Sie sich erneut an: Danach ist alles wieder so, wie Sie es verlassen haben.',
  unseenOffline:
    'Sie sind offline. Dieser Inhalt wird erst wieder angezeigt, wenn feststeht, dass Sie noch angemeldet sind.',
  unseenUnreachable:
    'Es konnte nicht geprüft werden, ob Sie noch angemeldet sind. Bis dahin wird dieser Inhalt nicht angezeigt.',
  unseenRetry: 'Erneut prüfen',
}
