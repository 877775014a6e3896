import * as z from 'zod/mini'
import { CivilDate, filledIn, Id, line, Pointer, ReasonInput, text, WebUrl } from './common.ts'

/** What somebody does to a registration; the transition table says who may do it, and when. */
export const DealAction = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('submit') }),
  z.strictObject({ action: z.literal('resubmit') }),
  z.strictObject({ action: z.literal('withdraw'), reason: z.optional(ReasonInput) }),
  z.strictObject({ action: z.literal('start_review') }),
  z.strictObject({
    action: z.literal('approve'),
    /** The last day of the protection, in the vendor's time zone. */
    protectedUntil: CivilDate,
    text: z.optional(text(2000)),
  }),
  z.strictObject({
    action: z.literal('return'),
    reason: ReasonInput,
    /** The last day for an answer, in the vendor's time zone. */
    respondUntil: CivilDate,
    editableFields: z.array(Pointer).check(z.minLength(1), z.maxLength(100)),
  }),
  z.strictObject({ action: z.literal('reject'), reason: ReasonInput }),
  z.strictObject({ action: z.literal('decline'), reason: ReasonInput }),
  z.strictObject({
    action: z.literal('mark_duplicate'),
    duplicateOf: z.optional(Id),
    reason: z.optional(ReasonInput),
  }),
  z.strictObject({ action: z.literal('appeal'), text: text(2000).check(...filledIn()) }),
  z.strictObject({
    action: z.literal('convert'),
    opportunity: z.strictObject({
      id: line(200).check(...filledIn()),
      system: z.optional(line(64)),
      url: z.optional(WebUrl),
    }),
  }),
  z.strictObject({
    action: z.literal('close'),
    outcome: z.enum(['won', 'lost', 'cancelled']),
    reason: z.optional(ReasonInput),
  }),
  z.strictObject({ action: z.literal('release'), reason: z.optional(ReasonInput) }),
  z.strictObject({
    action: z.literal('request_extension'),
    until: CivilDate,
    text: text(2000).check(...filledIn()),
    fileIds: z.optional(z.array(Id).check(z.maxLength(10))),
  }),
  z.strictObject({ action: z.literal('grant_extension'), until: z.optional(CivilDate) }),
  z.strictObject({ action: z.literal('refuse_extension'), reason: ReasonInput }),
  z.strictObject({ action: z.literal('reopen'), protectedUntil: CivilDate }),
  z.strictObject({ action: z.literal('hand_over'), ownerUserId: Id }),
])
export type DealAction = z.infer<typeof DealAction>
