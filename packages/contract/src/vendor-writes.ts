import type * as z from 'zod/mini'
import { route } from './route.ts'
import { BulkResult } from './schemas/bulk.ts'
import { idParams } from './schemas/common-input.ts'

/** The schemas by which a vendor writes the records of a resource. */
interface Writing {
  input: z.ZodMiniType
  patch: z.ZodMiniType
  action: z.ZodMiniType
  rows: z.ZodMiniType
  record: z.ZodMiniType
}

/** The operations by which a vendor writes content, by the name of its path. */
export function vendorWrites<const Resource extends string, Schemas extends Writing>(
  resource: Resource,
  { input, patch, action, rows, record }: Schemas,
) {
  return {
    create: route({
      method: 'post',
      path: `/${resource}` as const,
      summary: 'Make a record',
      access: 'vendor-or-api-key',
      body: input as Schemas['input'],
      status: 201,
      response: record as Schemas['record'],
      large: true,
    }),
    update: route({
      method: 'patch',
      path: `/${resource}/{id}` as const,
      summary: 'Change a record (JSON merge patch, RFC 7396)',
      access: 'vendor-or-api-key',
      params: idParams,
      body: patch as Schemas['patch'],
      status: 200,
      response: record as Schemas['record'],
      ifMatch: true,
      large: true,
    }),
    act: route({
      method: 'post',
      path: `/${resource}/{id}/actions` as const,
      summary: 'Do one of the record’s allowed actions',
      access: 'vendor-or-api-key',
      params: idParams,
      body: action as Schemas['action'],
      status: 200,
      response: record as Schemas['record'],
      ifMatch: true,
    }),
    bulk: route({
      method: 'post',
      path: `/${resource}/bulk` as const,
      summary: 'Bring in records of another system, known by their keys there',
      access: 'api-key',
      body: rows as Schemas['rows'],
      status: 200,
      response: BulkResult,
      large: true,
    }),
  }
}
