import type { DealRecord } from '../../store/deals.ts'

const reminder = 7

const encoder = new TextEncoder()

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
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//prmkit//deal protection//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${deal.id}-protection@prmkit`,
    `DTSTAMP:${stamp(now)}`,
    `SEQUENCE:${deal.revision}`,
    `DTSTART:${stamp(expiresAt)}`,
    `SUMMARY:${escape(summary)}`,
    `DESCRIPTION:${escape(`${deal.customer.companyName}\n${vendor.name}`)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escape(summary)}`,
    `TRIGGER:-P${reminder}D`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map(fold).join('')
}

function wordsIn(language: string): { ends: string } {
  const primary = language.toLowerCase().split('-')[0]
  if (primary === 'de') return { ends: 'Schutz endet' }
  if (primary === 'ar') return { ends: 'انتهاء الحماية' }
  return { ends: 'Protection ends' }
}

function stamp(instant: string): string {
  return instant.replaceAll(/[-:]|\.\d+/g, '')
}

function escape(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
}

/** A line of at most 75 octets, continued on lines that begin with a space; characters stay whole. */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded + '\r\n'
}
