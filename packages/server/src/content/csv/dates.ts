import { addDays, endOfDay, instantOf, today } from '../../rules/shared/zones.ts'

const dayLength = 86_400_000

/** Reads the dates of a vendor's files in the vendor's time zone; keeps what was worked out. */
export class Dates {
  readonly today: string
  readonly #zone: string
  readonly #dates = new Map<string, string>()
  readonly #days = new Map<string, { start: number; even: boolean }>()
  readonly #ends = new Map<string, string>()

  constructor(now: string, zone: string) {
    this.today = today(now, zone)
    this.#zone = zone
  }

  /** A civil date from `2026-03-31`, `31.03.2026`, `today`, `today+30`, `today-12d` or `today+6w`. */
  date(text: string): string | undefined {
    const known = this.#dates.get(text)
    if (known !== undefined) return known
    const iso = /^\d{4}-\d\d-\d\d$/.test(text) ? text : this.#other(text)
    if (iso === undefined || !isDate(iso)) return undefined
    this.#dates.set(text, iso)
    return iso
  }

  #other(text: string): string | undefined {
    const [, sign, count, unit] = /^today(?:([+-])(\d{1,5})([dw]?))?$/i.exec(text) ?? []
    if (count !== undefined) {
      const days = Number(count) * (unit?.toLowerCase() === 'w' ? 7 : 1)
      return addDays(this.today, sign === '-' ? -days : days)
    }
    if (text.toLowerCase() === 'today') return this.today
    const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
    return year && month && day && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }

  /** An instant from a date, a date and a local time, or RFC 3339 with its offset. */
  instant(text: string): string | undefined {
    if (/^\d{4}-\d\d-\d\d[T ].*(Z|[+-]\d\d:\d\d)$/i.test(text)) return exact(text)
    const [, date, hours, minutes, seconds] =
      /^(\S+?)(?:[T ]+(\d{1,2}):(\d\d)(?::(\d\d))?)?$/.exec(text) ?? []
    const day = date === undefined ? undefined : this.date(date)
    const [h, m, s] = [Number(hours ?? 0), Number(minutes ?? 0), Number(seconds ?? 0)]
    if (day === undefined || h > 23 || m > 59 || s > 59) return undefined
    return new Date(this.#local(day, h, m, s)).toISOString()
  }

  /** The last instant of a civil date. */
  endOf(date: string): string {
    let end = this.#ends.get(date)
    if (end === undefined) this.#ends.set(date, (end = endOfDay(date, this.#zone)))
    return end
  }

  #local(date: string, hours: number, minutes: number, seconds: number): number {
    const { start, even } = this.#day(date)
    if (even) return start + ((hours * 60 + minutes) * 60 + seconds) * 1000
    const two = (part: number) => String(part).padStart(2, '0')
    return instantOf(date, `${two(hours)}:${two(minutes)}:${two(seconds)}`, this.#zone)
  }

  /** The instant at which a day begins, and whether its clocks run evenly. */
  #day(date: string): { start: number; even: boolean } {
    let day = this.#days.get(date)
    if (!day) {
      const start = instantOf(date, '00:00:00', this.#zone)
      const next = instantOf(addDays(date, 1), '00:00:00', this.#zone)
      this.#days.set(date, (day = { start, even: next - start === dayLength }))
    }
    return day
  }
}

function isDate(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00.000Z`)
  return iso >= '1900' && iso < '9000' && new Date(time || 0).toISOString().startsWith(iso)
}

function exact(text: string): string | undefined {
  if (!isDate(text.slice(0, 10))) return undefined
  const time = Date.parse(text.replace(' ', 'T'))
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}
