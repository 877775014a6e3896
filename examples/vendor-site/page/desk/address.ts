/** The registration that the address names. */
export const chosenHere = (): string | undefined =>
  new URLSearchParams(location.search).get('deal') ?? undefined

/** Puts a registration in the address, or takes it away. */
export const choose = (id: string | undefined): void =>
  history.pushState(undefined, '', id ? `?deal=${encodeURIComponent(id)}` : location.pathname)

/** The registration that a click on a link leads to, for showing it without loading the page anew. */
export function linkedDeal(event: MouseEvent): string | undefined {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="?deal="]')
  if (!link || event.ctrlKey || event.metaKey) return undefined
  event.preventDefault()
  return new URL(link.href).searchParams.get('deal') ?? undefined
}

/** Moves the focus to the registration that is shown, or to its entry once it is not. */
export const focusShown = (desk: HTMLElement, chosen?: string, before = ''): void =>
  desk
    .querySelector<HTMLElement>(chosen ? '.detail' : `[data-deal="${CSS.escape(before)}"]`)
    ?.focus()
