import type { TrainingClass } from '@prmkit/contract'
import { calendarFile, calendarText, stamp } from '../shared/calendar.ts'

/** A class as an iCalendar file (RFC 5545); the address of its meeting only for those with a seat. */
export function classCalendar(
  { id, revision, status, course, startsAt, endsAt, place, link }: TrainingClass,
  hasSeat: boolean,
  now: string,
): string {
  return calendarFile('class', [
    `UID:${id}@prmkit`,
    `DTSTAMP:${stamp(now)}`,
    `SEQUENCE:${revision}`,
    `STATUS:${status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${calendarText(course.title)}`,
    ...(place === undefined ? [] : [`LOCATION:${calendarText(place)}`]),
    ...(hasSeat && link !== undefined ? [`URL:${link}`] : []),
  ])
}
