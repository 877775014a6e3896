const prefix = 'prm-height '

/** One for each page and width of the window, for both decide how high a widget is. */
const keyOf = ({ localName }: Element) => `${prefix}${localName} ${innerWidth} ${location.href}`

/** Keeps the height of a widget's content for the next visit to this page in this tab. */
export function keepHeight(widget: HTMLElement): void {
  const { offsetHeight } = widget.shadowRoot!.firstElementChild as HTMLElement
  try {
    sessionStorage.setItem(keyOf(widget), `${offsetHeight}px`)
  } catch {
    // Without storage, as in a sandboxed frame, the next page begins with the default.
  }
}

/**
 * Reserves the kept height, so that nothing below the widget moves when its content comes. One that
 * may be on screen already only grows: less room would pull up what stands below it.
 */
export function reserveHeight(widget: HTMLElement, isOnScreen: boolean): void {
  try {
    const kept = sessionStorage.getItem(keyOf(widget))
    if (kept) widget.style.setProperty(isOnScreen ? '--_reserve' : '--prm-reserve', kept)
  } catch {
    // Nothing was kept.
  }
}

/** Deletes all kept heights: how long a list was is nobody else's business. */
export function forgetHeights(): void {
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(prefix)) sessionStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
