import type { Announcement } from '@prmkit/contract'
import type { AnnouncementMarks, AnnouncementRecord } from '../../store/announcements.ts'
import type { SessionCaller } from '../shared/callers.ts'
import { textBlocks } from '../shared/text-blocks.ts'
import { isOver } from './validity.ts'

/** Tells whether an announcement still asks somebody to acknowledge it. */
export function isAsked(
  announcement: AnnouncementRecord,
  marks: AnnouncementMarks,
  { readOnly }: Pick<SessionCaller, 'readOnly'>,
  now: string,
): boolean {
  return (
    announcement.acknowledge &&
    marks.acknowledgedAt === undefined &&
    !readOnly &&
    !isOver(announcement, now)
  )
}

/** An announcement as its reader sees it, in a language of its texts. */
export function showAnnouncement(
  announcement: AnnouncementRecord,
  language: string,
  marks: AnnouncementMarks,
  caller: Pick<SessionCaller, 'readOnly'>,
  now: string,
): Announcement {
  const { texts, audience: _, dueAt: _due, language: main, ...shown } = announcement
  const { title, text } = texts[language] ?? texts[main] ?? { title: '', text: '' }
  return {
    ...shown,
    allowedActions: isAsked(announcement, marks, caller, now) ? ['acknowledge'] : [],
    title,
    text: textBlocks(text),
    language: language in texts ? language : main,
    mine: marks,
    custom: {},
  }
}
