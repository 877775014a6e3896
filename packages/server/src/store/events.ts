import type { EventRecord } from './records.ts'

/** A part of the event log; `next` is where to go on, also when nothing was found. */
export interface EventSlice {
  events: (EventRecord & { id: string })[]
  next: string
  more: boolean
}

export interface Events {
  append(...events: EventRecord[]): Promise<void>
  /** The events that committed after a place; `undefined` for a place that is unknown or no longer kept. */
  after(place: string | undefined, limit: number): Promise<EventSlice | undefined>
  /** The place after everything that has committed. */
  end(): Promise<string>
  prune(before: string): Promise<void>
}
