import type { TrainingClass } from '@prmkit/contract'
import { calendarFile, calendarText, stamp } from '../shared/calendar.ts'

/** The facts of a class that a calendar tells. */
type Facts = Pick<
  TrainingClass,
  'id' | 'revision' | 'status' | 'startsAt' | 'endsAt' | 'place' | 'link'
>

/** A class as an iCalendar file (RFC 5545); the address of its meeting only for those with a seat. */
export function classCalendar(one: TrainingClass, hasSeat: boolean, now: string): string {
  return calendarFile('class', [classEvent(one, { summary: one.course.title, hasSeat, now })])
}

/** The lines of the event of a class (RFC 5545, 3.6.1); who waits for a seat has it as tentative. */
export function classEvent(
  { id, revision, status, startsAt, endsAt, place, link }: Facts,
  {
    summary,
    hasSeat,
    waits,
    now,
  }: { summary: string; hasSeat: boolean; waits?: boolean; now: string },
): string[] {
  const state = status === 'cancelled' ? 'CANCELLED' : waits ? 'TENTATIVE' : 'CONFIRMED'
  return [
    `UID:${id}@prmkit`,
    `DTSTAMP:${stamp(now)}`,
    `SEQUENCE:${revision}`,
    `STATUS:${state}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${calendarText(summary)}`,
    ...(place === undefined ? [] : [`LOCATION:${calendarText(place)}`]),
    ...(hasSeat && link !== undefined ? [`URL:${link}`] : []),
  ]
}
