import '@prmkit/elements/portal'
import '@prmkit/elements/deal-form'
import '@prmkit/elements/deal-list'

// The site decides what an address means; the widgets only say where the partner wants to go.
const list = document.querySelector('prm-deal-list')

addEventListener('popstate', () => {
  const id = new URLSearchParams(location.search).get('deal')
  if (id) list?.setAttribute('deal-id', id)
  else list?.removeAttribute('deal-id')
})

document.addEventListener('prm-navigate', (event) => {
  if (event.resource === 'draft') {
    event.preventDefault()
    location.assign(`/partners/register?deal=${encodeURIComponent(event.id)}`)
  }
  if (event.resource !== 'deal') return
  const address = event.id ? `/partners?deal=${encodeURIComponent(event.id)}` : '/partners'
  if (!list) {
    event.preventDefault()
    location.assign(address)
  } else if (location.pathname + location.search !== address) {
    history.pushState(undefined, '', address)
  }
})
