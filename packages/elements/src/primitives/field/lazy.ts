import type { LitElement, TemplateResult } from 'lit'
import { Directive, type ChildPart } from 'lit/directive.js'
import { loadLate, type LateFile, type LateHost } from '../../base/load-late.ts'

/** Loads the late parts of simple fields; they are one file, for they share most of their code. */
export const fetchParts = () => import('./late-fields.ts')

export type Parts = Awaited<ReturnType<typeof fetchParts>>

/** Loads a file for the element around a place in its template. */
export async function loadFor<File extends LateFile>(
  place: ChildPart,
  fetch: () => Promise<File>,
): Promise<File> {
  const file = await fetch()
  const host = hostOf(place)
  return host ? loadLate(host, () => file) : file
}

/** The element around a place; the first rendering puts a place into it only after it was drawn. */
const hostOf = (place: ChildPart) =>
  (place.parentNode.getRootNode() as { host?: LateHost & Partial<LitElement> }).host

const drawn = new Set<() => Promise<unknown>>()

/** Loads what the fields on the page will need, so that the next one answers at once. */
export const loadDrawn = (): void => {
  for (const fetch of drawn) fetch().catch(() => {})
}

/** A part of a field that is drawn at once; it loads its rest when the reader needs it. */
export abstract class LazyDirective<
  Options,
  P,
  Late extends LateFile & Pick<Parts, 'whenGone' | 'redraw'> = Parts,
> extends Directive {
  options!: Options
  /** The rest of it, once loaded. */
  part: P | undefined
  /** True where it could not be loaded; the next attempt may. */
  failed = false
  #place: ChildPart | undefined
  #late: Pick<Parts, 'whenGone' | 'redraw'> | undefined

  /** Loads the file with the rest of it. */
  protected abstract readonly fetch: () => Promise<Late>
  /** Makes the rest of it. */
  protected abstract create(file: Late): P
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
    drawn.add(this.fetch)
    this.changed?.(before)
    return this.template()
  }

  /** Draws anew; the whole element where the rest, with the code for that, is not there. */
  draw(): void {
    const place = this.#place
    if (!place) return
    if (this.#late) this.#late.redraw(place, this.template(), this)
    else hostOf(place)?.requestUpdate?.()
  }

  /** Stands in the template for as long as there is something to end. */
  protected attended(): unknown {
    return this.#late?.whenGone(() => this.end?.())
  }

  /** Loads the rest, and does something with it. */
  async wake(then?: (part: P) => void): Promise<void> {
    try {
      if (!this.part) {
        if (!this.#place) return
        const file = await loadFor(this.#place, this.fetch)
        this.part ??= this.create(file)
        this.#late = file
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
