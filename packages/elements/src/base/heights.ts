const keyOf = (widget: Element) => `${widget.localName}-height`

/** Keeps a widget's height for the next page, so that what stands below it does not jump. */
export function keepHeight(widget: HTMLElement): void {
  try {
    sessionStorage.setItem(keyOf(widget), `${widget.offsetHeight}px`)
  } catch {
    // Without storage, as in a sandboxed frame, the next page begins with the default.
  }
}

/** The height that was kept on the page before. */
export function keptHeight(widget: Element): string | null {
  try {
    return sessionStorage.getItem(keyOf(widget))
  } catch {
    return null
  }
}

/** Deletes all kept heights: how long a list was is nobody else's business. */
export function forgetHeights(): void {
  try {
    for (const key of Object.keys(sessionStorage))
      if (/^prm-.*-height$/.test(key)) sessionStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
