import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  title: 'Mitteilungen',
  searchHint: 'Titel',
  count: { one: '{n} Mitteilung', other: '{n} Mitteilungen' },
  show: 'Anzeigen',
  unread: 'Ungelesen',
  read: 'Gelesen',
  sortNewest: 'Neueste zuerst',
  sortOldest: 'Älteste zuerst',
  isNew: 'Neu',
  toAcknowledge: 'Bestätigung offen',
  acknowledged: 'Bestätigt',
  updated: '{name} wurde geändert',
  none: 'Keine Mitteilungen',
  noneHint: 'Neuigkeiten für Partner erscheinen hier.',
  published: 'Veröffentlicht',
  validUntil: 'Gültig bis',
  readAt: 'Gelesen',
  acknowledgedAt: 'Bestätigt',
}
