import { until } from 'lit/directives/until.js'
import type { Source } from '../primitives/field/context.ts'
import type { FieldLists } from './field-lists.ts'

/** The name of an entry of a list; asked for where it was never seen, as after a prefill. */
export const choiceName = (lists: FieldLists, source: Source, id: string, known?: string) =>
  lists.names.get(source + id)?.label ??
  known ??
  until(
    lists.find(source, id).then(
      (found) => found?.label ?? id,
      () => id,
    ),
    '…',
  )
