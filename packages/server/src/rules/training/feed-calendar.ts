import { calendarFile, calendarText, stamp } from '../shared/calendar.ts'
import { addDays, today } from '../shared/zones.ts'

/** A day on which something is due or ends. */
export interface FeedDay {
  /** The record that it is about. */
  id: string
  revision: number
  kind: 'due' | 'ends'
  title: string
  at: string
}

/** The titles of a person’s days, and their classes as events that are written already. */
export interface FeedContent {
  days: readonly FeedDay[]
  classes: readonly (readonly string[])[]
}

/** The facts in which a feed is written. */
export interface FeedSetting {
  language: string
  /** The vendor’s time zone, in which days are counted. */
  zone: string
  vendor: string
  now: string
}

interface Words {
  name: string
  due: string
  ends: string
  waits: string
}

const words: Record<string, Words> = {
  en: { name: 'Training', due: 'Due', ends: 'Certificate ends', waits: 'Waiting list' },
  de: { name: 'Schulungen', due: 'Fällig', ends: 'Zertifikat läuft ab', waits: 'Warteliste' },
  ar: { name: 'التدريب', due: 'موعد الإكمال', ends: 'انتهاء الشهادة', waits: 'قائمة الانتظار' },
}

/** The words of a feed in a language; English ones where there are none in it. */
export function feedWords(language: string): Words {
  return words[language.toLowerCase().split('-')[0] ?? ''] ?? words['en']!
}

/**
 * The days on which something is due for a person, their classes and the ends of their certificates as one calendar (RFC 5545),
 * which programs fetch anew each six hours (RFC 7986, 5.7). It names no person.
 */
export function feedCalendar({ days, classes }: FeedContent, setting: FeedSetting): string {
  const { language, zone, vendor, now } = setting
  const said = feedWords(language)
  const name = calendarText(`${said.name} – ${vendor}`)
  const events = days.map(({ id, revision, kind, title, at }) => {
    const date = today(at, zone)
    return [
      `UID:${id}-${kind}@prmkit`,
      `DTSTAMP:${stamp(now)}`,
      `SEQUENCE:${revision}`,
      `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${addDays(date, 1).replaceAll('-', '')}`,
      `SUMMARY:${calendarText(`${said[kind]}: ${title}`)}`,
      'TRANSP:TRANSPARENT',
    ]
  })
  return calendarFile(
    'training feed',
    [...events, ...classes],
    [
      ...[`NAME:${name}`, `X-WR-CALNAME:${name}`],
      ...['REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H'],
    ],
  )
}
