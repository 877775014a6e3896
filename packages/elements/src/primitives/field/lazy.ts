import { addMessages } from '../../base/localize.ts'
import type { CSSResult, TemplateResult } from 'lit'
import { setChildPartValue } from 'lit/directive-helpers.js'
import { Directive, type ChildPart } from 'lit/directive.js'

/** What a piece has once it is loaded. */
interface Part {
  readonly styles: CSSResult
}

/** One file for all: the pieces share most of what they need, and a form often has several. */
export const loadParts = async () => {
  const parts = await import('./late-fields.ts')
  addMessages(parts.messages)
  return parts
}
let drawn = false

export type Parts = Awaited<ReturnType<typeof loadParts>>

/** Loads what the fields on the page will need, so that the next one answers at once. */
export const loadDrawn = (): void => {
  if (drawn) loadParts().catch(() => {})
}

/** A piece of a form that answers at once, and loads what it does with the answer when needed. */
export abstract class LazyDirective<Options, P extends Part> extends Directive {
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
        const parts = await loadParts()
        this.part ??= this.create(parts)
        this.#whenGone = parts.whenGone
        this.failed = false
        adopt(this.#place?.parentNode.getRootNode() as ShadowRoot, this.part.styles.styleSheet)
        this.draw()
      }
    } catch {
      this.failed = true
      return this.draw()
    }
    then?.(this.part)
  }
}

function adopt(root: ShadowRoot | undefined, sheet: CSSStyleSheet | undefined) {
  const sheets = root?.adoptedStyleSheets
  if (sheet && sheets && !sheets.includes(sheet)) root.adoptedStyleSheets = [...sheets, sheet]
}
