import { nothing } from 'lit'
import { AsyncDirective, directive } from 'lit/async-directive.js'

class WhenGoneDirective extends AsyncDirective {
  #act: (() => void) | undefined

  render(act: () => void): unknown {
    this.#act = act
    return nothing
  }

  protected override disconnected(): void {
    this.#act?.()
  }
}

/** Does something when the place where it stands leaves the page. */
export const whenGone = directive(WhenGoneDirective)
