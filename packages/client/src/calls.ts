import type { Route } from '@prmkit/contract'
import type { CallOptions } from './call.ts'
import type { List, Page } from './paging.ts'

type Schema = { readonly _zod: { readonly input: unknown; readonly output: unknown } }
type In<S> = S extends Schema ? S['_zod']['input'] : never
type Out<S> = S extends Schema ? S['_zod']['output'] : never
type Flat<T> = { [Key in keyof T]: T[Key] }

/** A part of the input where the route has it; a query of optional fields is optional itself. */
type Part<R, Name extends 'params' | 'query' | 'body'> =
  R extends Record<Name, infer S extends Schema>
    ? Name extends 'query'
      ? {} extends In<S>
        ? { readonly query?: In<S> }
        : { readonly query: In<S> }
      : { readonly [Key in Name]: In<S> }
    : unknown

/** The input of a call. */
export type Input<R extends Route> = Flat<
  Part<R, 'params'> &
    Part<R, 'query'> &
    Part<R, 'body'> &
    (R extends { ifMatch: true }
      ? {
          /** The `revision` of the record that the change is based on. */
          readonly ifMatch: number
        }
      : unknown) &
    (R extends { method: 'get' } | { readOnly: true } | { unstored: true }
      ? unknown
      : {
          /** Names the write, so that it takes effect once; made anew for each call unless given. */
          readonly idempotencyKey?: string
        })
>

/** The value that a call resolves to. */
export type Answer<R extends Route> = R extends { response: infer S }
  ? Out<S>
  : R extends { answer: 'calendar' }
    ? string
    : void

/** The function that calls a route. */
export type Call<R extends Route> = (
  ...input: {} extends Input<R>
    ? [input?: Input<R>, options?: CallOptions]
    : [input: Input<R>, options?: CallOptions]
) => R extends { paged: true }
  ? Answer<R> extends infer P extends Page<unknown>
    ? List<P>
    : never
  : Promise<Answer<R>>

/** Every resource with the functions that call its routes; streams are not called. */
export type Calls<Routes extends Record<string, Record<string, Route>>> = {
  readonly [Resource in keyof Routes]: {
    readonly [
      Name in keyof Routes[Resource] as Routes[Resource][Name] extends { answer: 'stream' }
        ? never
        : Name
    ]: Call<Routes[Resource][Name]>
  }
}
