import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  vendor: 'Der Hersteller',
  retry: 'Erneut versuchen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  loading: 'Wird geladen …',
  empty: 'Hier ist noch nichts.',
  notOffered: '{vendor} bietet das hier nicht an.',
  signedOut: 'Sie sind abgemeldet. Laden Sie diese Seite neu, um sich anzumelden.',
  offline: 'Sie sind offline. Die Anzeige ist möglicherweise veraltet.',
  degraded: 'Einiges konnte nicht geladen werden.',
  errorTitle: 'Das konnte nicht geladen werden',
  errorUnknown: 'Bei uns ist ein Fehler aufgetreten.',
  errorNetwork:
    'Der Server ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
  errorSession: 'Ihre Sitzung ist beendet. Melden Sie sich erneut an, um fortzufahren.',
  errorForbidden: 'Sie haben keinen Zugriff. Wenden Sie sich an Ihre Partner-Administration.',
  errorNotFound: 'Das gibt es nicht, oder Sie haben keinen Zugriff darauf.',
  errorRateLimited: 'Zu viele Anfragen. Warten Sie einen Moment und versuchen Sie es erneut.',
  requestId: 'Referenz: {id}',
}
