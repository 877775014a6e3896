import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  stepCheck: 'Verfügbarkeit',
  stepForm: 'Angaben',
  stepReview: 'Prüfen',

  checkTitle: 'Ist dieser Kunde frei?',
  checkIntro: 'Das erfahren Sie, bevor Sie das ganze Formular ausfüllen.',
  checkProducts: 'Produkte',
  checkRun: 'Verfügbarkeit prüfen',
  checking: 'Wird geprüft …',
  checkSkip: 'Ohne Prüfung weiter',
  checkFree: 'Dieser Kunde ist frei',
  checkFreeHint: 'Es zählt die zuerst gesendete Registrierung. Machen Sie am besten gleich weiter.',
  checkReview: 'Das muss sich der Hersteller genauer ansehen',
  checkReviewHint: 'Sie können registrieren. Die Entscheidung dauert vielleicht etwas länger.',
  checkTaken: 'Dieser Kunde ist nicht verfügbar',
  checkTakenHint:
    'Sie können einen anderen Kunden prüfen oder trotzdem registrieren und sich hinten anstellen.',
  checkFailed: 'Die Prüfung hat nicht geklappt. Sie können ohne sie weitermachen.',
  checkContinue: 'Weiter zum Formular',
  checkAnyway: 'Trotzdem registrieren',
  conflict_own_registration: 'Ihr Unternehmen hat diesen Kunden schon registriert:',
  conflict_registered: 'Ein anderer Partner hat diesen Kunden registriert.',
  conflict_named_account: 'Das Team des Herstellers betreut diesen Kunden selbst.',
  conflict_house_account: 'Der Hersteller behält sich diesen Kunden vor.',

  back: 'Zurück',
  toReview: 'Prüfen',
  send: 'Registrierung senden',
  sendChanges: 'Änderungen senden',
  save: 'Änderungen speichern',
  sending: 'Wird gesendet …',
  sendingLong: 'Wir versuchen es weiter. Sie können das offen lassen.',
  sendingWait: 'Der Server ist ausgelastet. Neuer Versuch in {n} s.',

  summaryTitle: {
    one: '{n} Angabe braucht Ihre Aufmerksamkeit',
    other: '{n} Angaben brauchen Ihre Aufmerksamkeit',
  },
  summaryOther: 'Nicht in diesem Formular: {detail}',

  savedDevice: 'Entwurf auf diesem Gerät gesichert, {time}',
  savedTab: 'Entwurf in diesem Tab gesichert, {time}',
  savedServer: 'Entwurf gespeichert, {time}',
  savedMemory:
    'Dieser Browser speichert nichts: Ihre Eingaben bleiben nur, solange diese Seite offen ist.',
  saving: 'Wird gesichert …',
  notSaved: 'Noch nicht gesichert',
  restored: 'Ihr Entwurf von {time} ist wieder da.',
  restoredForm: 'Das Formular hat sich seitdem geändert; was noch passt, wurde übernommen.',
  startOver: 'Neu anfangen',
  discarded: 'Der Entwurf wurde gelöscht.',
  undo: 'Rückgängig',

  failedTitle: 'Noch nicht gesendet',
  failedOffline:
    'Sie sind offline. Alle Eingaben bleiben erhalten; senden Sie, sobald Sie wieder online sind.',
  failedOnline: 'Sie sind wieder online. Jetzt können Sie senden.',
  failedUnknown:
    'Es kam keine Antwort, vielleicht ist die Registrierung angekommen. Senden Sie noch einmal: Sie zählt nur einmal.',
  failedSession:
    'Ihre Sitzung ist beendet. Melden Sie sich erneut an und senden Sie dann: Alles bleibt erhalten.',
  failedBusy: 'Zu viele Anfragen. In {n} s können Sie wieder senden.',
  failedConflict: 'Jemand war schneller, oder der Kunde ist nicht frei.',
  failedReused:
    'Eine andere Fassung dieser Registrierung wurde schon gesendet, vielleicht aus einem anderen Tab. Sehen Sie Ihre Registrierungen durch, bevor Sie auch diese senden.',
  failedOther: 'Das System des Herstellers hat sie nicht angenommen.',
  failedReadOnly: 'Sie können hier alles ansehen, aber nichts registrieren.',
  pendingTitle: 'Wurde das gesendet?',
  pendingText:
    'Sie haben um {time} gesendet, aber es kam keine Antwort. Senden Sie sicherheitshalber noch einmal: Es zählt nur einmal.',

  returnedTitle: 'Bitte ergänzen Sie diese Registrierung',
  returnedFields: 'Nur die betroffenen Felder lassen sich ändern.',
  returnedUntil: 'Antworten Sie bis {date}.',
  locked: 'Diese Registrierung lässt sich jetzt nicht ändern.',
  noForm: 'Für Sie gibt es kein Registrierungsformular.',

  rivalTitle: 'Dieser Entwurf wurde an anderer Stelle geändert',
  rivalText:
    'Ein anderer Tab oder eine andere Person hat ihn inzwischen geändert. Welche Fassung gilt?',
  rivalOther: 'Die andere Fassung ist von {time}.',
  rivalMine: 'Behalten, was hier steht',
  rivalTheirs: 'Andere Fassung übernehmen',
  rivalSent: 'Diese Registrierung wurde aus einem anderen Tab gesendet',
  rivalGone: 'Dieser Entwurf wurde in einem anderen Tab gelöscht',
  rivalGoneText: 'Was Sie hier sehen, ist sonst nirgends gesichert.',
  rivalNew: 'Für eine neue Registrierung verwenden',
  rivalDrop: 'Mit leerem Formular anfangen',

  reviewTitle: 'Stimmt alles?',
  reviewIntro: 'Noch wurde nichts gesendet.',
  reviewEdit: 'Ändern',
  reviewEmpty: 'Nicht ausgefüllt: {fields}',
  reviewTotal: 'Summe',

  sentTitle: 'Ihre Registrierung wurde gesendet',
  sentChanges: 'Ihre Änderungen wurden gesendet',
  sentOlder:
    'Eine frühere Fassung war schon angekommen. Was Sie danach geändert haben, ist nicht enthalten.',
  sentConflict: 'Der Kunde ist gerade nicht frei; der Hersteller entscheidet nach Eingang.',
  sentNumber: 'Nummer',
  sentStatus: 'Status',
  sentDue: 'Entscheidung bis',
  sentNext: 'Wie es weitergeht',
  sentNextReview: '{vendor} sieht sie sich an und entscheidet.',
  sentNextDecide: 'Sie haben die Antwort bis {date}.',
  sentNextProtect: {
    one: 'Nach der Genehmigung ist der Kunde {n} Tag lang für Sie geschützt.',
    other: 'Nach der Genehmigung ist der Kunde {n} Tage lang für Sie geschützt.',
  },
  copyLink: 'Link kopieren',
  copied: 'Kopiert',
  openDeal: 'Registrierung öffnen',
  another: 'Weiteren Deal registrieren',
}
