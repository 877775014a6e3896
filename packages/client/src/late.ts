import type { Event, File, Routes } from '@prmkit/contract'
import type { Answer } from './answer.ts'
import type { Calls } from './calls.ts'
import type { Diagnostic } from './diagnostics.ts'
import type { ErrorDetails } from './errors.ts'
import type { Operation } from './operation.ts'
import type { Walk } from './paging.ts'
import type { Backend } from './transport.ts'

/** The code that a client loads once it is needed. */
export interface Late {
  /** The event stream, uploads and the walk through a list. */
  readonly background: () => Promise<Background>
  /** The comparison of answers with the contract's schemas. */
  readonly drift: () => Promise<Validators>
}

/** The part of a client that its late code sees. */
export interface LateClient extends Calls<Pick<Routes, 'me' | 'files'>> {
  readonly baseUrl: string
  readonly signal: AbortSignal
  close(): void
}

/** The functions of `background.ts`. */
export interface Background extends Walk {
  join(
    client: LateClient,
    backend: Backend,
    audience: Audience,
    place: Place,
    signal: AbortSignal,
  ): Promise<void>
  upload(
    client: LateClient,
    backend: Backend,
    file: Blob & { readonly name: string },
    options: UploadOptions,
  ): Promise<File>
}

/** The functions of `drift.ts`. */
export interface Validators {
  report(
    operation: Operation,
    answer: Answer,
    told: Set<string>,
    diagnose: (diagnostic: Diagnostic) => void,
  ): Promise<void>
  breachIn(operation: Operation, answer: Answer): Promise<Breach | undefined>
}

/** An answer that breaks the contract, as the error that is made of it. */
export interface Breach {
  readonly message: string
  readonly details: ErrorDetails
}

/** The settings of one upload. */
export interface UploadOptions {
  readonly signal?: AbortSignal | undefined
  /** Hears how many of the file's bytes have been sent. */
  readonly onProgress?: ((progress: { sent: number; total: number }) => void) | undefined
}

/** Something changed and is to be fetched again, or, with `resync`, anything may have. */
export type LiveEvent =
  | Event
  | { readonly type: 'resync'; readonly resource?: undefined; readonly resourceId?: undefined }

/** Where a reader of the stream stands. */
export interface Place {
  lastId: string | undefined
  /** Milliseconds that the backend wants between two connections. */
  retry: number
}

/** The listeners of a client, as the stream sees them. */
export interface Audience {
  /** The place that the stream should begin at. */
  since(): string | undefined
  /** Says that the stream flows from a place on; without one, that anything may have been missed. */
  begin(at: string | undefined): void
  deliver(event: LiveEvent): void
}
