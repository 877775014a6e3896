import type { Field } from '@prmkit/contract'
import { requireRevision } from '../../http/headers.ts'
import type { Reply } from '../../http/call.ts'
import { fieldProblem, notFound } from '../../problem.ts'
import { lockedRecord, type Resource } from '../../resource.ts'
import { fileObjection } from '../../rules/shared/form-fields.ts'
import { fileErrors } from './file-checks.ts'
import { record, type Journalled } from './journal.ts'
import type { Reading } from './programme.ts'

/** The most files of one record, as in the contract's lists of files. */
const mostFiles = 50

/** The parts of a call that changing attachments needs. */
export interface FileCall extends Reading {
  params: { id: string }
  revisions: readonly number[]
  requestId: string
}

export interface AttachCall extends FileCall {
  body: { fileId: string }
}

export interface DetachCall extends FileCall {
  params: { id: string; fileId: string }
}

/** A record that has files. */
export interface WithFiles extends Journalled {
  fileIds: string[]
  updatedAt: string
}

/** The parts of attaching that each resource does in its own way. */
export interface Attaching<Stored extends WithFiles, Shown> {
  resource: Resource<Stored, 'attached' | 'detached'>
  /** Refuses a locked record whose files the caller may not change; answers it as it is now. */
  open(call: FileCall, record: Stored): Promise<Stored>
  /** The field of the vendor's form that asks for attachments, with its limits. */
  field(call: FileCall): Promise<Field | undefined>
  /** Keeps the changed record. */
  keep(call: FileCall, record: Stored): Promise<void>
  /** Answers with the record. */
  show(call: FileCall, record: Stored): Promise<Reply<Shown>>
}

/** Attaching files to a resource's records, and taking them away. */
export function attachments<Stored extends WithFiles, Shown>(own: Attaching<Stored, Shown>) {
  const { resource } = own

  async function openRecord(call: FileCall): Promise<Stored> {
    const stored = await lockedRecord(resource, call, call.params.id)
    requireRevision(call.revisions, stored.revision)
    return own.open(call, stored)
  }

  async function change(call: FileCall, before: Stored, fileIds: string[], type: string) {
    const { tables, now } = call
    const after = { ...before, fileIds, updatedAt: now, revision: before.revision + 1 }
    await own.keep(call, after)
    await tables.files.use(after.id, fileIds)
    await record(resource, call, { type, before, after, changed: ['/fileIds'] })
    return own.show(call, after)
  }

  return {
    async attach(call: AttachCall) {
      const { fileId } = call.body
      const found = await openRecord(call)
      if (found.fileIds.includes(fileId)) return own.show(call, found)
      const field = await own.field(call)
      const [error] = await fileErrors(call, [fileId], '')
      const file = await call.tables.files.get(fileId)
      const wrong = error ?? (file && field && fileObjection(field, file))
      if (wrong) throw fieldProblem([{ ...wrong, pointer: '/fileId' }])
      const { maxFiles = mostFiles } = field ?? {}
      if (found.fileIds.length >= maxFiles)
        throw fieldProblem([
          {
            ...{ pointer: '/fileId', code: 'too-many' },
            detail: `At most ${maxFiles} files are possible.`,
          },
        ])
      return change(call, found, [...found.fileIds, fileId], resource.events.attached)
    },

    async detach(call: DetachCall) {
      const { fileId } = call.params
      const found = await openRecord(call)
      if (!found.fileIds.includes(fileId)) throw notFound('attachment')
      const left = found.fileIds.filter((id) => id !== fileId)
      return change(call, found, left, resource.events.detached)
    },
  }
}
