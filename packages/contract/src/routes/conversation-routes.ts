import * as z from 'zod/mini'
import { route } from '../route.ts'
import { idParams } from '../schemas/common-input.ts'
import { Id } from '../schemas/common.ts'
import { AttachmentInput, CommentInput } from '../schemas/conversation-input.ts'
import { Comment, TimelineEntry } from '../schemas/conversation.ts'
import { pageOf, paging } from '../schemas/pages.ts'

const fileParams = z.strictObject({ id: Id, fileId: Id })

/** The operations on comments, history and attachments of a resource, by the name of its path. */
export function conversationRoutes<const Resource extends string, Answer extends z.ZodMiniType>(
  resource: Resource,
  record: Answer,
) {
  return {
    listComments: route({
      method: 'get',
      path: `/${resource}/{id}/comments` as const,
      summary: 'The messages between partner and vendor, oldest first',
      access: 'session',
      params: idParams,
      query: z.strictObject(paging),
      status: 200,
      response: pageOf(Comment),
      paged: true,
    }),
    addComment: route({
      method: 'post',
      path: `/${resource}/{id}/comments` as const,
      summary: 'Write to the other side; the record’s revision stays',
      access: 'session',
      params: idParams,
      body: CommentInput,
      status: 201,
      response: Comment,
    }),
    listTimeline: route({
      method: 'get',
      path: `/${resource}/{id}/timeline` as const,
      summary: 'The history of the record, oldest first',
      access: 'session',
      params: idParams,
      query: z.strictObject(paging),
      status: 200,
      response: pageOf(TimelineEntry),
      paged: true,
    }),
    attach: route({
      method: 'post',
      path: `/${resource}/{id}/attachments` as const,
      summary: 'Attach a file that is ready',
      access: 'session',
      params: idParams,
      body: AttachmentInput,
      status: 200,
      response: record,
      ifMatch: true,
    }),
    detach: route({
      method: 'delete',
      path: `/${resource}/{id}/attachments/{fileId}` as const,
      summary: 'Take an attachment away',
      access: 'session',
      params: fileParams,
      status: 200,
      response: record,
      ifMatch: true,
    }),
  }
}
