const focusable =
  ':is(a[href], button, input, select, textarea, [tabindex="0"]):not(:disabled, [type=hidden])'

const followed = new WeakSet<ShadowRoot>()

/**
 * Follows the focus in a root, once however often it is asked to: where the focused element is
 * taken away and nobody else moved the focus, the one that stands in its place gets it, else the
 * last one beside it.
 */
export function keepFocus(root: ShadowRoot): void {
  if (followed.has(root)) return
  followed.add(root)
  let focused: Element | null = null
  let around: readonly Element[] = []
  let place = 0
  const all = () => [...root.querySelectorAll<HTMLElement>(focusable)]
  const note = () => {
    focused = root.activeElement
    around = ancestorsOf(focused)
    place = all().indexOf(focused as HTMLElement)
  }
  const forget = () =>
    // An element that is being taken away is still there now.
    queueMicrotask(() => {
      if (focused?.isConnected && focused !== root.activeElement) focused = null
    })
  const restore = () => {
    const home = around.find(({ isConnected }) => isConnected) ?? root.querySelector('.root')
    const left = focused
    focused = null
    requestAnimationFrame(() => {
      const isLost = !document.activeElement || document.activeElement === document.body
      if (!left || !home?.isConnected || !isLost || root.activeElement) return
      const near = (one: HTMLElement) => home.contains(one) && one.checkVisibility?.() !== false
      const shown = all()
      const heir = shown.slice(Math.max(place, 0)).find(near) ?? shown.findLast(near)
      ;(heir ?? focusableHome(home)).focus()
    })
  }
  note()
  root.addEventListener('focusin', note)
  root.addEventListener('focusout', forget)
  new MutationObserver(() => {
    if (focused && !focused.isConnected) restore()
  }).observe(root, { childList: true, subtree: true })
}

function ancestorsOf(element: Element | null): Element[] {
  const above: Element[] = []
  for (let at = element?.parentElement; at; at = at.parentElement) above.push(at)
  return above
}

function focusableHome(home: Element): HTMLElement {
  const element = home as HTMLElement
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  return element
}
