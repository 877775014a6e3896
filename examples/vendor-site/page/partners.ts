import '@prmkit/elements/portal'
import '@prmkit/elements/deal-form'
import '@prmkit/elements/deal-list'
import '@prmkit/elements/announcements'
import '@prmkit/elements/leaderboard'
import '@prmkit/elements/tier-progress'

// The site decides what an address means; the widgets only say where the partner wants to go.
const pages: Record<string, string> = {
  deal: '/partners',
  announcement: '/partners/news',
  board: '/partners/leaderboard',
}
const kinds: Record<string, string> = {
  'prm-deal-list': 'deal',
  'prm-announcements': 'announcement',
  'prm-leaderboard': 'board',
}
const shown = document.querySelector(Object.keys(kinds).join())
const kind = kinds[shown?.localName ?? ''] ?? 'deal'

addEventListener('popstate', () => {
  const id = new URLSearchParams(location.search).get(kind)
  if (id) shown?.setAttribute(`${kind}-id`, id)
  else shown?.removeAttribute(`${kind}-id`)
})

document.addEventListener('prm-navigate', (event) => {
  const { resource, id } = event
  if (resource === 'draft') {
    event.preventDefault()
    location.assign(`/partners/register?deal=${encodeURIComponent(id)}`)
  }
  const page = pages[resource]
  if (!page) return
  const address = id ? `${page}?${resource}=${encodeURIComponent(id)}` : page
  if (!shown || resource !== kind) {
    event.preventDefault()
    location.assign(address)
  } else if (location.pathname + location.search !== address) {
    history.pushState(undefined, '', address)
  }
})
