import '@prmkit/elements/portal'
import '@prmkit/elements/deal-form'
import '@prmkit/elements/deal-list'
import '@prmkit/elements/announcements'
import '@prmkit/elements/leaderboard'
import '@prmkit/elements/tier-progress'
import '@prmkit/elements/content-library'
import '@prmkit/elements/training-tracker'
import '@prmkit/elements/knowledge-base'
import '@prmkit/elements/search-box'

// Only the page of the training shows it, so that the others do not fetch it.
if (document.querySelector('prm-certificates')) void import('@prmkit/elements/certificates')

/** The page of each kind of record, and the widget on it that shows one, by an attribute. */
const pages: Record<string, readonly [page: string, tag: string, attribute?: string]> = {
  deal: ['/partners', 'prm-deal-list'],
  announcement: ['/partners/news', 'prm-announcements'],
  board: ['/partners/leaderboard', 'prm-leaderboard'],
  asset: ['/partners/content', 'prm-content-library'],
  folder: ['/partners/content', 'prm-content-library'],
  course: ['/partners/training', 'prm-training-tracker'],
  training: ['/partners/training', 'prm-training-tracker', 'view'],
  article: ['/partners/support', 'prm-knowledge-base'],
  section: ['/partners/support', 'prm-knowledge-base'],
}

// The site decides what an address means; the widgets only say where the partner wants to go.
addEventListener('popstate', () => {
  const query = new URLSearchParams(location.search)
  for (const [kind, [, tag, attribute = `${kind}-id`]] of Object.entries(pages)) {
    const id = query.get(kind)
    const shown = document.querySelector(tag)
    if (id) shown?.setAttribute(attribute, id)
    else shown?.removeAttribute(attribute)
  }
})

document.addEventListener('prm-navigate', (event) => {
  const { resource, id, anchor } = event
  if (resource === 'draft') {
    event.preventDefault()
    location.assign(`/partners/register?deal=${encodeURIComponent(id)}`)
  }
  const [page, tag = ''] = pages[resource] ?? []
  if (!page) return
  const end = anchor ? `#${encodeURIComponent(anchor)}` : ''
  const address = (id ? `${page}?${resource}=${encodeURIComponent(id)}` : page) + end
  if (!document.querySelector(tag)) {
    event.preventDefault()
    location.assign(address)
  } else if (location.pathname + location.search + location.hash !== address) {
    history.pushState(undefined, '', address)
  }
})
