import * as z from 'zod/mini'
import { ExternalIds, Id, Instant, Language, TitledLink, WebLink } from '../common.ts'

/** The states of a class. */
export const ClassStatus = z.enum(['scheduled', 'held', 'cancelled'])
export type ClassStatus = z.infer<typeof ClassStatus>

/** The states of a booking: a seat, a place in the waiting list, or what came of it. */
export const BookingStatus = z.enum(['booked', 'waiting', 'attended', 'missed'])
export type BookingStatus = z.infer<typeof BookingStatus>

/** A dated training. */
export const TrainingClass = z.object({
  /** The class’s id. */
  id: Id,
  /** Identifiers of the class in other systems. */
  externalIds: ExternalIds,
  /** The instant at which it was made. */
  createdAt: Instant,
  /** The instant of the last change. */
  updatedAt: Instant,
  /** Grows by one with each change of the class itself; bookings are no such change. */
  revision: z.int(),
  /** The state of the class. */
  status: ClassStatus,
  /** `book`, `cancel` or `attend`, as far as the caller may do it now. */
  allowedActions: z.array(z.string()),
  /** The course that is held. */
  course: TitledLink,
  /** The first instant. */
  startsAt: Instant,
  /** The last instant. */
  endsAt: Instant,
  /** IANA name of the time zone at its place. */
  timeZone: z.string(),
  /** The language that is spoken. */
  language: Language,
  /** The place as plain text; absent where it is held online. */
  place: z.optional(z.string()),
  /** The address of the meeting, for who has a seat and for the vendor. */
  link: z.optional(WebLink),
  /** The person who holds it. */
  trainer: z.optional(z.string()),
  /** How many seats there are. */
  seats: z.int(),
  /** How many seats are left. */
  seatsLeft: z.int(),
  /** How many people wait for a seat. */
  waiting: z.int(),
  /** The caller’s own booking. */
  mine: z.optional(
    z.object({
      /** The state of the booking. */
      status: BookingStatus,
      /** The place in the waiting list, from 1 on. */
      place: z.optional(z.int()),
    }),
  ),
  /** The people with a booking, for the vendor. */
  bookings: z.optional(
    z.array(
      z.object({
        /** The person’s id. */
        userId: Id,
        /** The person’s name. */
        name: z.string(),
        /** The state of the booking. */
        status: BookingStatus,
      }),
    ),
  ),
})
export type TrainingClass = z.infer<typeof TrainingClass>
