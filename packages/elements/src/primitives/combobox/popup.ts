const gap = 4
const edge = 8

/** Keeps a popup of at most so many pixels beside its anchor, within the window; the returned function ends that. */
export function anchorPopup(anchor: HTMLElement, popup: HTMLElement, tallest = 320): () => void {
  let ended = false
  let stop: (() => void) | undefined
  const move = (x: number, y: number) => {
    popup.style.left = `${Math.round(x)}px`
    popup.style.top = `${Math.round(y)}px`
  }
  const { left, bottom, width } = anchor.getBoundingClientRect()
  popup.style.width = `${width}px`
  move(left, bottom + gap)

  const follow = async () => {
    const { autoUpdate, computePosition, flip, offset, shift, size } =
      await import('@floating-ui/dom')
    if (ended) return
    const place = async () => {
      const { x, y } = await computePosition(anchor, popup, {
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [
          offset(gap),
          flip({ padding: edge }),
          shift({ padding: edge }),
          size({
            padding: edge,
            apply({ availableHeight, rects }) {
              popup.style.width = `${rects.reference.width}px`
              popup.style.maxHeight = `${Math.min(Math.max(availableHeight, 120), tallest)}px`
            },
          }),
        ],
      })
      move(x, y)
    }
    stop = autoUpdate(anchor, popup, () => void place())
  }
  // Without it the popup stays where it was put: below its input.
  follow().catch(() => {})
  return () => {
    ended = true
    stop?.()
  }
}
