import { formatInstant } from '../../../base/values/format.ts'

/** A time today as a time, another day with its date. */
export const formatMoment = ({ locale }: { readonly locale: string }, at: number): string =>
  formatInstant(
    locale,
    at,
    new Date(at).toDateString() === new Date().toDateString()
      ? { timeStyle: 'short' }
      : { dateStyle: 'medium', timeStyle: 'short' },
  )
