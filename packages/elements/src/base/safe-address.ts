/**
 * An address of the host page or the backend, where it is one to go to: `http`, `https` or the
 * page's own scheme. Nothing for any other, such as a script.
 */
export function safeAddress(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address, document.baseURI)
  const safe = url && (/^https?:$/.test(url.protocol) || url.protocol === location.protocol)
  return safe ? address : undefined
}

/**
 * The address of a record: the host page's template with the id in the place of `{id}`, at an anchor
 * of it.
 */
export function recordAddress(
  template: string | undefined,
  id: string,
  anchor?: string,
): string | undefined {
  const end = anchor ? `#${encodeURIComponent(anchor)}` : ''
  return safeAddress(template && template.replaceAll('{id}', encodeURIComponent(id)) + end)
}

/** True for a click that opens a link in another tab or window. */
export const opensElsewhere = (event: MouseEvent): boolean =>
  event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0
