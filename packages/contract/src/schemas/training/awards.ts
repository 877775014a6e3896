import * as z from 'zod/mini'
import { AwardShows, AwardStatus } from './award-status.ts'
import { ExternalIds, Id, Instant, Reason, TitledLink } from '../common.ts'

/** A certification that somebody holds. */
export const Award = z.object({
  /** The award’s id. */
  id: Id,
  /** Identifiers of the record in other systems. */
  externalIds: ExternalIds,
  /** The instant at which it was made. */
  createdAt: Instant,
  /** The instant of the last change. */
  updatedAt: Instant,
  /** Grows by one with each change. */
  revision: z.int(),
  /** The state of the award. */
  status: AwardStatus,
  /** The reason of the state. */
  statusReason: z.optional(Reason),
  /** The actions that the caller may do now. */
  allowedActions: z.array(z.string()),
  /** The certification. */
  certification: TitledLink,
  /** The person who holds it. */
  holder: z.object({
    /** The holder’s id. */
    userId: Id,
    /** The holder’s name. */
    name: z.string(),
  }),
  /** The holder’s company at that time. */
  partnerId: Id,
  /** The instant since which it is held. */
  issuedAt: Instant,
  /** The instant at which it ends; absent where it does not. */
  validUntil: z.optional(Instant),
  /** It ends within the days in which it can be renewed. */
  expiringSoon: z.boolean(),
  /** The award that took its place. */
  renewedBy: z.optional(Id),
  /** The address of a public page that verifies it; works once `shows` lets it. */
  verifyUrl: z.optional(z.string()),
  /** The part of it that the public page shows. */
  shows: z.optional(AwardShows),
})
export type Award = z.infer<typeof Award>

/** A holder who counts towards a requirement. */
export const RequirementHolder = z.object({
  /** The holder’s id. */
  userId: Id,
  /** The holder’s name. */
  name: z.string(),
  /** The instant at which the award ends. */
  validUntil: z.optional(Instant),
  /** It ends within the days in which it can be renewed. */
  expiringSoon: z.boolean(),
})
export type RequirementHolder = z.infer<typeof RequirementHolder>

/** The certified people that a company needs. */
export const CompanyRequirement = z.object({
  /** The certification. */
  certification: TitledLink,
  /** How many people must hold it. */
  needed: z.int(),
  /** How many do. */
  have: z.int(),
  /** How many are missing. */
  missing: z.int(),
  /** The people who hold it, as far as the caller may know them, who lose it first in front. */
  holders: z.array(RequirementHolder),
  /** The company may lack people until this instant. */
  graceUntil: z.optional(Instant),
})
export type CompanyRequirement = z.infer<typeof CompanyRequirement>

/** All requirements of a company. */
export const RequirementList = z.object({
  /** The requirements, what is missing first. */
  items: z.array(CompanyRequirement),
})
export type RequirementList = z.infer<typeof RequirementList>
