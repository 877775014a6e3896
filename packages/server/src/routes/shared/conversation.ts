import type { Comment, TimelineEntry } from '@prmkit/contract'
import { newId } from '../../ids.ts'
import { lockedRecord, visibleRecord, type Resource } from '../../resource.ts'
import type { CommentRecord, TimelineRecord } from '../../store/records.ts'
import { announce, personOf, type Journalled } from './journal.ts'
import { pageOf, paging } from './paging.ts'
import type { Reading } from './programme.ts'

export interface ListCall extends Reading {
  params: { id: string }
  query: { limit?: number | undefined; cursor?: string | undefined }
}

export interface CommentCall extends Reading {
  params: { id: string }
  body: { text: string }
}

function showComment({ id, text, author, createdAt, onlyPartnerId }: CommentRecord): Comment {
  return { id, text, author, createdAt, ...(onlyPartnerId !== undefined && { partnerOnly: true }) }
}

function showEntry({ recordId: _, ...entry }: TimelineRecord): TimelineEntry {
  return entry
}

/** Comments and history of a resource's records. */
export function conversation<Stored extends Journalled>(resource: Resource<Stored, 'commented'>) {
  return {
    async listComments(call: ListCall) {
      const { id } = await visibleRecord(resource, call, call.params.id)
      const page = await call.tables.comments.list(id, call.caller, paging(call.query, 50))
      return pageOf(page, showComment)
    },

    /** Writes to the other side, or to colleagues about a draft; the record itself does not change. */
    async addComment(call: CommentCall) {
      const { tables, caller, body, now } = call
      // The lock makes a comment on a record that is removed meanwhile fail.
      const record = await lockedRecord(resource, call, call.params.id)
      const { isDraft } = resource.owned(record, now)
      const comment: CommentRecord = {
        ...{ id: newId('comment'), recordId: record.id, text: body.text },
        ...{ author: personOf(caller), createdAt: now },
        ...(isDraft && caller.partnerId !== undefined && { onlyPartnerId: caller.partnerId }),
      }
      await tables.comments.insert(comment)
      await announce(resource, tables, record, resource.events.commented, now)
      return { body: showComment(comment), shows: { resource: resource.name, id: record.id } }
    },

    async listTimeline(call: ListCall) {
      const { id } = await visibleRecord(resource, call, call.params.id)
      return pageOf(await call.tables.timeline.list(id, paging(call.query, 50)), showEntry)
    },
  }
}
