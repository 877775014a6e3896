/** Keeps in view what has the keyboard: an error that comes above it pushes it down. */
export function keepInView(root: ShadowRoot): void {
  requestAnimationFrame(() =>
    root.querySelector(':focus-visible')?.scrollIntoView({ block: 'nearest' }),
  )
}
