/** Milliseconds until something is tried again: at first, and at most. */
const pauses = { first: 1000, longest: 15_000 }

/** Tries again what failed: soon at first, then more seldom, and whenever the network changes. */
export class Patience {
  #run: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #pause = pauses.first

  constructor(run: () => void) {
    this.#run = run
    // Either way the next answer tells how things are.
    addEventListener('online', run)
    addEventListener('offline', run)
  }

  /** Another attempt will follow. */
  wait(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#run, this.#pause)
    this.#pause = Math.min(this.#pause * 2, pauses.longest)
  }

  /** It worked, or waiting is of no use. */
  rest(): void {
    clearTimeout(this.#timer)
    this.#pause = pauses.first
  }

  end(): void {
    this.rest()
    removeEventListener('online', this.#run)
    removeEventListener('offline', this.#run)
  }
}
