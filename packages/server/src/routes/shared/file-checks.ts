import type { FieldError } from '@prmkit/contract'
import { fileObjection, type Filled } from '../../rules/shared/form-fields.ts'
import { maySee } from '../../rules/shared/callers.ts'
import { fileOwned } from '../../rules/shared/owned.ts'
import type { Reading } from './programme.ts'

type Asking = Pick<Reading, 'caller' | 'tables'>
type WithFiles = { fileIds: readonly string[] }

/** The fault of an id that names nothing the caller may use. */
export function missing(pointer: string, noun: string): FieldError {
  return { pointer, code: 'not-found', detail: `There is no ${noun} with this id for you.` }
}

/** The faults of files that cannot be attached: unknown, somebody else's, not checked yet, or used elsewhere. */
export async function fileErrors(
  { tables, caller }: Asking,
  ids: readonly string[],
  pointer: string,
  record?: WithFiles,
): Promise<FieldError[]> {
  // The files are locked: where two records take one file at once, the second must find it taken.
  const files = new Map((await tables.files.lock(ids)).map((file) => [file.id, file]))
  return ids.flatMap((id, index): FieldError[] => {
    const at = `${pointer}/${index}`
    const file = files.get(id)
    if (record?.fileIds.includes(id)) return []
    const isFree = file && file.usedBy === undefined && maySee(caller, fileOwned(file))
    if (!isFree) return [missing(at, 'free file')]
    if (file.status === 'ready') return []
    return [{ pointer: at, code: 'not-ready', detail: `The file is ${file.status}.` }]
  })
}

/** Files in a field of a vendor's form that the field does not take. */
export async function fieldFileErrors(
  call: Asking,
  { field, ids }: Filled,
  record?: WithFiles,
): Promise<FieldError[]> {
  const { pointer } = field
  const errors = pointer === '/fileIds' ? [] : await fileErrors(call, ids, pointer, record)
  if (errors.length > 0) return errors
  const files = new Map((await call.tables.files.many(ids)).map((file) => [file.id, file]))
  return ids.flatMap((id, index) => {
    const file = files.get(id)
    const objection = file && fileObjection(field, file)
    return objection ? [{ pointer: `${pointer}/${index}`, ...objection }] : []
  })
}
