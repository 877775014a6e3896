const listeners = new WeakMap<Element, (visible: boolean) => void>()
let observer: IntersectionObserver | undefined

/** Tells when an element comes near the screen and when it leaves; returns the end of it. */
export function watchVisible(element: Element, listener: (visible: boolean) => void): () => void {
  if (!globalThis.IntersectionObserver) {
    listener(true)
    return () => {}
  }
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting)
    },
    { rootMargin: '200px' },
  )
  listeners.set(element, listener)
  observer.observe(element)
  return () => observer?.unobserve(element)
}
