import { addMessages } from '../../base/localize.ts'
import type { CSSResult, TemplateResult } from 'lit'
import { AsyncDirective } from 'lit/async-directive.js'
import type { ChildPart } from 'lit/directive.js'

/** What a piece has once it is loaded. */
interface Part {
  readonly styles: CSSResult
}

/** One file for all: the pieces share most of what they need, and a form often has several. */
export const loadParts = async () => {
  const parts = await import('./parts.ts')
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
export abstract class LazyDirective<Options, P extends Part> extends AsyncDirective {
  options!: Options
  /** The rest of it, once loaded. */
  part: P | undefined
  /** True where it could not be loaded; the next attempt may. */
  failed = false
  #place: ChildPart | undefined

  /** Makes the rest of it. */
  protected abstract create(parts: Parts): P
  abstract template(): TemplateResult
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
    this.setValue(this.template())
  }

  /** Loads the rest, and does something with it. */
  async wake(then?: (part: P) => void): Promise<void> {
    try {
      if (!this.part) {
        const parts = await loadParts()
        this.part ??= this.create(parts)
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
