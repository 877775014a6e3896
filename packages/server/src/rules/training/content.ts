import type { Audience, FieldError } from '@prmkit/contract'
import type { TrainingContent } from '../../store/training-records.ts'
import { shownLanguage } from '../content/languages.ts'
import { fault, type Writing } from '../content/write.ts'
import type { Owned } from '../shared/visibility.ts'

/** The fields of a request that all training content has. */
export interface ContentInput {
  externalIds?: Record<string, string> | undefined
  texts: Record<string, { title: string; description?: string | undefined }>
  language?: string | undefined
  audience?: Audience | undefined
  position?: number | undefined
  custom?: Record<string, unknown> | undefined
}

/** Content that was never written: the base of what is new. */
export function blankContent(id: string, now: string): TrainingContent {
  return {
    ...{ id, externalIds: {}, createdAt: now, updatedAt: now, revision: 0, status: 'draft' },
    ...{ language: '', texts: {}, audience: {}, position: 0, custom: {} },
  }
}

/** The common fields of content as a request says them, and their faults. */
export function writtenFields(
  before: TrainingContent,
  input: ContentInput,
  { now, offered }: Writing,
): { fields: Partial<TrainingContent>; errors: FieldError[] } {
  const { texts, language = offered[0] ?? 'en' } = input
  const errors = Object.keys(texts)
    .filter((name) => !offered.includes(name))
    .map((name) =>
      fault(`/texts/${name}`, 'not-an-option', `The vendor’s languages are ${offered.join(', ')}.`),
    )
  if (!Object.hasOwn(texts, language))
    errors.push(fault(`/texts/${language}`, 'required', 'The main language needs a title.'))
  const fields = {
    ...{ updatedAt: now, revision: before.revision + 1, language },
    texts: Object.fromEntries(
      Object.entries(texts).map(([name, { title, description = '' }]) => [
        name,
        { title, description },
      ]),
    ),
    externalIds: input.externalIds ?? before.externalIds,
    audience: input.audience ?? before.audience,
    position: input.position ?? before.position,
    custom: input.custom ?? before.custom,
  }
  return { fields, errors }
}

/** Title and description for a reader, and the language they are in. */
export function shownText(
  record: Pick<TrainingContent, 'texts' | 'language'>,
  wanted: readonly string[],
): { title: string; description: string; language: string } {
  const language = shownLanguage(record, wanted)
  return { ...(record.texts[language] ?? { title: '', description: '' }), language }
}

/** The facts about content that decide who sees it: its audience, once it is published. */
export function contentOwned({ status, audience }: TrainingContent): Owned {
  return status === 'draft' ? { partnerIds: [] } : { partnerIds: [], audiences: [audience] }
}

/** The pointers of the fields that the vendor may change in all training content. */
export const editableContent = [
  ...['/externalIds', '/texts', '/language', '/audience', '/position', '/custom'],
]
