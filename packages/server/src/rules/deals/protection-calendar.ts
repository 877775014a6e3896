import type { DealRecord } from '../../store/deals.ts'
import { calendarFile, calendarText, stamp } from '../shared/calendar.ts'

const reminder = 7

/** The end of a protection as an iCalendar file (RFC 5545). */
export function protectionCalendar(
  deal: DealRecord,
  expiresAt: string,
  { vendor }: { vendor: { name: string; url?: string | undefined } },
  language: string,
  now: string,
): string {
  const words = wordsIn(language)
  const summary = `${words.ends}: ${deal.name} (${deal.number})`
  const event = [
    `UID:${deal.id}-protection@prmkit`,
    `DTSTAMP:${stamp(now)}`,
    `SEQUENCE:${deal.revision}`,
    `DTSTART:${stamp(expiresAt)}`,
    `SUMMARY:${calendarText(summary)}`,
    `DESCRIPTION:${calendarText(`${deal.customer.companyName}\n${vendor.name}`)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${calendarText(summary)}`,
    `TRIGGER:-P${reminder}D`,
    'END:VALARM',
  ]
  return calendarFile('deal protection', [event])
}

function wordsIn(language: string): { ends: string } {
  const primary = language.toLowerCase().split('-')[0]
  if (primary === 'de') return { ends: 'Schutz endet' }
  if (primary === 'ar') return { ends: 'انتهاء الحماية' }
  return { ends: 'Protection ends' }
}
