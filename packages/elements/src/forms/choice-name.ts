import type { Source } from '../primitives/field/context.ts'
import type { FieldLists } from './field-lists.ts'

const asked = new WeakMap<FieldLists, Map<string, string>>()

/**
 * The name of an entry of a list. One that was never seen, as after a prefill, is asked for once:
 * it reads “…” until `changed`, and is its id where the list does not have it.
 */
export function choiceName(
  lists: FieldLists,
  source: Source,
  id: string,
  changed: () => void,
): string {
  const key = source + id
  const known = lists.names.get(key)?.label
  if (known) return known
  const names = asked.get(lists) ?? new Map<string, string>()
  asked.set(lists, names)
  if (!names.has(key)) {
    names.set(key, '…')
    const settle = () => {
      names.set(key, id)
      changed()
    }
    void lists.find(source, id).then(settle, settle)
  }
  return names.get(key)!
}
