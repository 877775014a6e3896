/** Waits until something is there; the time limit of whoever waits ends it. */
export async function eventually<T>(look: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (;;) {
    const found = await look()
    if (found) return found
    await new Promise((done) => requestAnimationFrame(done))
  }
}
