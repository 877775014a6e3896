import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  requiredMark: 'Pflichtfeld',
  choose: 'Bitte wählen …',
  yes: 'Ja',
  no: 'Nein',
  currency: 'Währung',
  charactersLeft: { other: 'noch {n} Zeichen' },
  charactersOver: { other: '{n} Zeichen zu viel' },
  consentLink: 'Ganzen Text lesen',
  consentVersion: 'Fassung {version}',

  partFailed:
    'Dieser Teil des Formulars konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es erneut.',

  dropFiles: 'Dateien hierher ziehen oder',
  chooseFiles: 'Dateien auswählen',
  fileLimits: 'Je bis zu {size}',
  fileRemove: '{name} entfernen',

  lineAdd: 'Produkt hinzufügen',
  linePaste: 'Sie können auch Zeilen aus einer Tabelle einfügen: Produkt, Menge, Einzelpreis.',

  errorOther: 'Prüfen Sie diese Angabe.',
}
