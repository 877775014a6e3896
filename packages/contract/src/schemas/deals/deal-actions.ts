import * as z from 'zod/mini'
import { filledIn, ReasonInput, WebUrl } from '../common-input.ts'
import { CivilDate, Id, line, Pointer, text } from '../common.ts'

/** An action on a registration; the transition table says who may do it, and when. */
export const DealAction = z.discriminatedUnion('action', [
  z.strictObject({
    /** The name of the action. */
    action: z.literal('submit'),
  }),
  z.strictObject({ action: z.literal('resubmit') }),
  z.strictObject({
    action: z.literal('withdraw'),
    /** The reason of the action. */
    reason: z.optional(ReasonInput),
  }),
  z.strictObject({ action: z.literal('start_review') }),
  z.strictObject({
    action: z.literal('approve'),
    /** The last day of the protection, in the vendor's time zone. */
    protectedUntil: CivilDate,
    /** Words to the other side. */
    text: z.optional(text(2000)),
  }),
  z.strictObject({
    action: z.literal('return'),
    reason: ReasonInput,
    /** The last day for an answer, in the vendor's time zone. */
    respondUntil: CivilDate,
    /** Pointers of the fields that the partner is to change. */
    editableFields: z.array(Pointer).check(z.minLength(1), z.maxLength(100)),
  }),
  z.strictObject({ action: z.literal('reject'), reason: ReasonInput }),
  z.strictObject({ action: z.literal('decline'), reason: ReasonInput }),
  z.strictObject({
    action: z.literal('mark_duplicate'),
    /** The registration that it repeats. */
    duplicateOf: z.optional(Id),
    reason: z.optional(ReasonInput),
  }),
  z.strictObject({ action: z.literal('appeal'), text: text(2000).check(...filledIn()) }),
  z.strictObject({
    action: z.literal('convert'),
    /** The vendor’s record of the same sale. */
    opportunity: z.strictObject({
      /** The record’s id. */
      id: line(200).check(...filledIn()),
      /** The system that holds it. */
      system: z.optional(line(64)),
      /** The record’s address. */
      url: z.optional(WebUrl),
    }),
  }),
  z.strictObject({
    action: z.literal('close'),
    /** How the sale ended. */
    outcome: z.enum(['won', 'lost', 'cancelled']),
    reason: z.optional(ReasonInput),
  }),
  z.strictObject({ action: z.literal('release'), reason: z.optional(ReasonInput) }),
  z.strictObject({
    action: z.literal('request_extension'),
    /** The last day of the protection that is asked for. */
    until: CivilDate,
    text: text(2000).check(...filledIn()),
    /** Files that support the request. */
    fileIds: z.optional(z.array(Id).check(z.maxLength(10))),
  }),
  z.strictObject({
    action: z.literal('grant_extension'),
    /** The last day of the protection; the day that was asked for without it. */
    until: z.optional(CivilDate),
  }),
  z.strictObject({ action: z.literal('refuse_extension'), reason: ReasonInput }),
  z.strictObject({ action: z.literal('reopen'), protectedUntil: CivilDate }),
  z.strictObject({
    action: z.literal('hand_over'),
    /** The colleague who is in charge from now on. */
    ownerUserId: Id,
  }),
  z.strictObject({ action: z.literal('undo') }),
])
export type DealAction = z.infer<typeof DealAction>
