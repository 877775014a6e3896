import '@prmkit/elements/portal'
import '@prmkit/elements/deal-form'
import '@prmkit/elements/deal-list'
import '@prmkit/elements/announcements'

// The site decides what an address means; the widgets only say where the partner wants to go.
const shown = document.querySelector('prm-deal-list, prm-announcements')
const pages: Record<string, string> = { deal: '/partners', announcement: '/partners/news' }
const kind = shown?.localName === 'prm-announcements' ? 'announcement' : 'deal'

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
