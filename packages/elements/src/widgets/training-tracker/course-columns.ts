import type { Course } from '@prmkit/contract'
import type { Translate } from '../../base/localize.ts'
import type { Column } from '../../list/list-definition.ts'
import type { TrainingMessages } from '../../locales/training/catalog.ts'
import { catalog } from '../../locales/training-columns/catalog.ts'
import type { messages } from '../../locales/training-columns/en.ts'
import { kindText, stateText } from './course-marks.ts'

export { catalog }

interface Texts {
  readonly t: Translate<TrainingMessages>
  readonly locale: string
}

/** The columns of the exported courses. */
export const columns = (texts: Texts): readonly Column<Course>[] => {
  const t = texts.t as unknown as Translate<typeof messages>
  return [
    { heading: t('columnTitle'), value: ({ title }) => title },
    { heading: texts.t('kind'), value: ({ kind }) => kindText(texts, kind) },
    { heading: t('columnState'), value: ({ mine }) => mine && stateText(texts, mine) },
    {
      heading: t('columnProgress'),
      kind: 'decimal',
      value: ({ mine }) => mine && String(mine.progress),
    },
    { heading: t('columnDue'), kind: 'instant', value: ({ mine }) => mine?.dueAt },
  ]
}
