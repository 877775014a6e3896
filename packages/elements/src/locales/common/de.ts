import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  retry: 'Erneut versuchen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  loading: 'Wird geladen …',
  empty: 'Hier ist noch nichts.',
  notOffered: 'Das gehört nicht zum Portal Ihres Herstellers.',
  signedOut: 'Sie sind abgemeldet. Laden Sie diese Seite neu, um sich anzumelden.',
  offline: 'Sie sind offline. Die Anzeige ist möglicherweise veraltet.',
  degraded: 'Einiges konnte nicht geladen werden.',
  errorTitle: 'Das konnte nicht geladen werden',
  errorUnknown: 'Bei uns ist etwas schiefgegangen.',
  errorNetwork:
    'Der Server ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
  errorSession: 'Ihre Sitzung ist beendet. Melden Sie sich erneut an, um fortzufahren.',
  errorForbidden: 'Sie dürfen das nicht sehen. Bitten Sie Ihre Partner-Administration um Zugang.',
  errorNotFound: 'Das gibt es nicht, oder Sie dürfen es nicht sehen.',
  errorRateLimited: 'Zu viele Anfragen. Warten Sie einen Moment und versuchen Sie es erneut.',
  requestId: 'Referenz: {id}',
}
