import type { TemplateResult } from 'lit'
import { setChildPartValue } from 'lit/directive-helpers.js'
import { Directive, type ChildPart } from 'lit/directive.js'
import { loadLate, type LateHost } from '../../base/load-late.ts'

/** Loads the late parts of all fields; they are one file, for they share most of their code. */
export const fetchParts = () => import('./late-fields.ts')

export type Parts = Awaited<ReturnType<typeof fetchParts>>

/** Loads them for the element around a place in its template. */
export async function loadParts(place: ChildPart): Promise<Parts> {
  const parts = await fetchParts()
  // The first rendering puts a place into its root only after it was drawn.
  const { host } = place.parentNode.getRootNode() as Partial<ShadowRoot>
  return host ? loadLate(host as Element & LateHost, () => parts) : parts
}

let drawn = false

/** Loads what the fields on the page will need, so that the next one answers at once. */
export const loadDrawn = (): void => {
  if (drawn) fetchParts().catch(() => {})
}

/** A part of a field that is drawn at once; it loads its rest when the reader needs it. */
export abstract class LazyDirective<Options, P> extends Directive {
  options!: Options
  /** The rest of it, once loaded. */
  part: P | undefined
  /** True where it could not be loaded; the next attempt may. */
  failed = false
  #place: ChildPart | undefined
  #whenGone: Parts['whenGone'] | undefined

  /** Makes the rest of it. */
  protected abstract create(parts: Parts): P
  abstract template(): TemplateResult
  /** Runs when it leaves the page; put `attended()` into the template for it. */
  protected end?(): void
  /** Runs after each change from outside. */
  protected changed?(before: Options | undefined): void

  override update(place: ChildPart, [options]: [Options]): TemplateResult {
    this.#place = place
    return this.render(options)
  }

  render(options: Options): TemplateResult {
    const before = this.options
    this.options = options
    drawn = true
    this.changed?.(before)
    return this.template()
  }

  /** Draws anew. */
  draw(): void {
    if (this.#place) setChildPartValue(this.#place, this.template(), this)
  }

  /** Stands in the template for as long as there is something to end. */
  protected attended(): unknown {
    return this.#whenGone?.(() => this.end?.())
  }

  /** Loads the rest, and does something with it. */
  async wake(then?: (part: P) => void): Promise<void> {
    try {
      if (!this.part) {
        if (!this.#place) return
        const parts = await loadParts(this.#place)
        this.part ??= this.create(parts)
        this.#whenGone = parts.whenGone
        this.failed = false
        this.draw()
      }
    } catch {
      this.failed = true
      return this.draw()
    }
    then?.(this.part)
  }
}
