import type { FieldError, File, Routes } from '@prmkit/contract'
import {
  endingOf,
  isActive,
  mediaTypeOf,
  vendorEndings,
  vendorMediaTypeOf,
} from '../../files/file-types.ts'
import { signedLink, uploadLink } from '../../files/links.ts'
import { objectionToKept } from '../../files/objection-to-kept.ts'
import type { Call, Handlers } from '../../http/call.ts'
import { newId } from '../../ids.ts'
import { fieldProblem, notFound, ProblemError } from '../../problem.ts'
import { lockedRecord, visibleRecord } from '../../resource.ts'
import type { FileRecord } from '../../store/records.ts'
import { announce } from '../shared/journal.ts'
import { fileResource, unusedFile } from './resource.ts'

type Files = Routes['files']

function showFile({
  id,
  name,
  mediaType,
  size,
  status,
  statusReason,
  createdAt,
}: FileRecord): File {
  return {
    ...{ id, name, mediaType, size, status, createdAt },
    ...(statusReason !== undefined && { statusReason }),
  }
}

export const files: Handlers<'files'> = {
  async create(call) {
    const { tables, caller, body, now, services } = call
    const mediaType = typeOf(call)
    await requireRoom(call)
    const file: FileRecord = {
      ...{ id: newId('file'), userId: caller.user.id, status: 'uploading', createdAt: now },
      ...{ ...body, mediaType },
      ...(caller.partnerId !== undefined && { partnerId: caller.partnerId }),
    }
    await tables.files.insert(file)
    const link = await uploadLink({ tables, services, request: call.request, now }, file)
    return {
      body: { file: showFile(file), method: 'PUT', ...link },
      shows: { resource: fileResource.name, id: file.id },
    }
  },

  async get(call) {
    const { file } = await visibleRecord(fileResource, call, call.params.id)
    return { body: showFile(file) }
  },

  async complete(call) {
    const { tables, now, caller } = call
    // The lock keeps late bytes from taking the place of those that are looked at.
    const { file } = await lockedRecord(fileResource, call, call.params.id)
    if (file.userId !== caller.user.id) throw notFound('file')
    if (file.status !== 'uploading') return { body: showFile(file) }
    const checked = await inspect(call, file)
    await tables.files.update(checked)
    const { ready, rejected } = fileResource.events
    const event = checked.status === 'ready' ? ready : rejected
    await announce(fileResource, tables, unusedFile(checked), event, now)
    return { body: showFile(checked), shows: { resource: fileResource.name, id: file.id } }
  },

  async download(call) {
    const { file } = await visibleRecord(fileResource, call, call.params.id)
    if (file.status !== 'ready')
      throw new ProblemError('state-conflict', `The file is ${file.status}, not ready.`)
    return { body: await signedLink(call, 'GET', file.id) }
  },

  async remove(call) {
    const { file } = await lockedRecord(fileResource, call, call.params.id)
    if (file.userId !== call.caller.user.id) throw notFound('file')
    if (file.usedBy !== undefined)
      throw new ProblemError('state-conflict', 'A record uses the file; take it away there first.')
    await call.tables.files.remove(file.id)
    call.later.push(() => call.services.fileStore.remove(file.id))
  },
}

/** The media type of an announced file, or the reason why it is not taken. */
function typeOf({ body, services, caller }: Call<Files['create']>): string {
  const { limits } = services
  const isVendor = caller.side === 'vendor'
  const fileSize = isVendor ? limits.vendorFileSize : limits.fileSize
  const fileEndings = isVendor ? vendorEndings : limits.fileEndings
  const refuse = (pointer: string, code: FieldError['code'], detail: string) =>
    fieldProblem([{ pointer, code, detail }])
  if (body.size > fileSize)
    throw refuse('/size', 'too-big', `At most ${fileSize} bytes are possible.`)
  const possible = `Possible: ${fileEndings.join(', ')}.`
  const ending = endingOf(body.name)
  const mediaType = isVendor ? vendorMediaTypeOf(body.name) : mediaTypeOf(body.name)
  if (isActive(body.mediaType) && body.mediaType !== mediaType)
    throw refuse('/mediaType', 'not-an-option', `${body.mediaType} is not taken. ${possible}`)
  if (!mediaType || !fileEndings.includes(ending))
    throw refuse(
      '/name',
      'not-an-option',
      `${ending ? `Files that end in ${ending}` : 'Files without an ending'} are not taken. ${possible}`,
    )
  return mediaType
}

/** Refuses a file that is one too many for its user or partner. */
async function requireRoom({
  tables,
  caller,
  body,
  services,
}: Call<Files['create']>): Promise<void> {
  const { unusedVendorFiles, partnerFiles } = services.limits
  const unusedFiles = caller.side === 'vendor' ? unusedVendorFiles : services.limits.unusedFiles
  const { user, partner } = await tables.files.usage(caller.user.id, caller.partnerId)
  const room = [
    { has: user, limit: unusedFiles, whose: 'You keep', next: 'Attach or delete some first.' },
    { has: partner, limit: partnerFiles, whose: 'Your partner keeps', next: 'Ask the vendor.' },
  ]
  for (const { has, limit, whose, next } of room) {
    const kept = `${whose} ${has.files} files with ${has.bytes} bytes`
    const possible = `${limit.files} files with ${limit.bytes} bytes are possible. ${next}`
    const detail = `${kept}; ${possible}`
    if (has.files >= limit.files)
      throw fieldProblem([{ pointer: '/name', code: 'too-many', detail }])
    if (has.bytes + body.size > limit.bytes)
      throw fieldProblem([{ pointer: '/size', code: 'too-big', detail }])
  }
}

/** Looks whether every byte is there and whether the file begins as its name promises. */
async function inspect(
  { services }: Call<Files['complete']>,
  file: FileRecord,
): Promise<FileRecord> {
  // From here on no late bytes take the place of those that are looked at.
  await services.fileStore.direct?.take(file.id)
  const kept = await services.fileStore.get(
    file.id,
    file.size > 0 ? { first: 0, last: 0 } : undefined,
  )
  if (!kept || kept.size !== file.size)
    throw new ProblemError(
      'upload-rejected',
      `${kept?.size ?? 0} of ${file.size} bytes have arrived. Send all of them first.`,
    )
  await kept.bytes.cancel()
  const objection = await objectionToKept(services.fileStore, file)
  return objection === undefined
    ? { ...file, status: 'ready' }
    : { ...file, status: 'rejected', statusReason: objection }
}
