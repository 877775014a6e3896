import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { Deal } from '@prmkit/contract'
import { createBackend, type Between, type TestBackend } from '../../../test/backend.ts'
import { dealForm } from '../../../test/deal-form.ts'
import { eventually } from '../../../test/deal-form-page.ts'
import { button, DealListPage, decide, inDays, registration } from '../../../test/deal-list-page.ts'
import { find, textIn } from '../../../test/mount.ts'
import type { NavigateEvent } from '../../events.ts'
import './define.ts'

describe('prm-deal-list', () => {
  let backend: TestBackend
  const create = async (company: string, more: object = {}) =>
    (await backend.as('ada', 'POST', '/deals', registration(company, more))) as Deal

  beforeEach(async () => {
    localStorage.clear()
    backend = await createBackend(dealForm)
  })

  it('shows the newest registration first, with status, number and value', async () => {
    await create('Waterworks', { amount: { amount: '1234.50', currency: 'EUR' } })
    await create('Brewery')

    const page = await DealListPage.open(backend.portal('ada'))

    expect(page.customers).to.deep.equal(['Brewery', 'Waterworks'])
    const row = textIn(page.row('Waterworks'))
    expect(row).to.contain('Waiting for review')
    expect(row).to.contain('€1,234.50')
    expect(row).to.match(/Decision by/)
    await expect(page.list).to.be.accessible()
  })

  it('names the owner of each registration of the company, and not of one’s own', async () => {
    await create('Waterworks')

    const page = await DealListPage.open(backend.portal('mia'))
    expect(textIn(page.row('Waterworks')!.querySelector('.owner'))).to.equal('ada')

    const own = await DealListPage.open(backend.portal('ada'))
    expect(own.row('Waterworks')!.querySelector('.owner')).to.equal(null)
  })

  it('says that nothing was registered yet, and where to begin', async () => {
    const page = await DealListPage.open(backend.portal('ada'), { registerHref: '/register' })

    expect(page.list.state).to.equal('empty')
    expect(textIn(page.root.querySelector('.blank'))).to.contain('not registered a deal yet')
    expect(find<HTMLAnchorElement>(page.list, '.blank a').getAttribute('href')).to.equal(
      '/register',
    )
  })

  it('says where the vendor takes no registrations', async () => {
    await backend.stopDeals()

    const page = await DealListPage.open(backend.portal('ada'), { registerHref: '/register' })

    expect(page.list.state).to.equal('empty')
    expect(textIn(page.root.querySelector('.blank'))).to.equal(
      'Quellmark does not offer this here.',
    )
    await expect(page.list).to.be.accessible()
  })

  it('narrows by status with the number of each, and widens again', async () => {
    await create('Waterworks')
    await create('Brewery', { status: 'draft' })
    const page = await DealListPage.open(backend.portal('ada'))

    button(page.root, 'Draft 1')!.click()
    await eventually(() => page.customers.length === 1)

    expect(page.customers).to.deep.equal(['Brewery'])
    expect(button(page.root, 'Draft 1')!.getAttribute('aria-pressed')).to.equal('true')
    button(page.root, 'All')!.click()
    await eventually(() => page.customers.length === 2)
  })

  it('says that nothing matches a search, and offers the whole list', async () => {
    await create('Waterworks')
    const page = await DealListPage.open(backend.portal('ada'))
    const search = find<HTMLInputElement>(page.list, '#search')

    search.value = 'zzz'
    search.dispatchEvent(new Event('input'))
    await eventually(() => button(page.root, 'Clear search and filters'))
    button(page.root, 'Clear search and filters')!.click()

    await eventually(() => page.customers.length === 1)
    expect(find<HTMLInputElement>(page.list, '#search').value).to.equal('')
    expect(page.root.activeElement!.id).to.equal('search')
  })

  it('asks once for a word that is typed at one go', async () => {
    await create('Waterworks')
    await create('Steelworks')
    const asked: string[] = []
    const between: Between = (request, next) => {
      const wanted = new URL(request.url).searchParams.get('search')
      if (wanted !== null) asked.push(wanted)
      return next()
    }
    const page = await DealListPage.open(backend.portal('ada', between))
    const search = find<HTMLInputElement>(page.list, '#search')

    for (const text of ['S', 'St', 'Ste', 'Stee', 'Steel']) {
      search.value = text
      search.dispatchEvent(new Event('input'))
    }
    await eventually(() => page.customers.join() === 'Steelworks')

    expect(asked).to.deep.equal(['Steel'])
  })

  it('leaves the naming of a view on Escape, and tells which view is shown', async () => {
    await create('Waterworks')
    const page = await DealListPage.open(backend.portal('ada'))
    page.list.narrow({ search: 'Water' })
    const press = async () => {
      ;(await eventually(() => button(page.root, 'Save this view')))!.click()
      return eventually(() => page.root.querySelector<HTMLInputElement>('#view-name'))
    }
    await press()
    await eventually(() => page.root.activeElement?.id === 'view-name')

    await sendKeys({ press: 'Escape' })
    await eventually(() => page.root.activeElement?.id === 'save-view')
    const name = await press()
    name.value = 'Utilities'
    name.form!.requestSubmit()
    const chip = await eventually(() => button(page.root, 'Utilities'))
    const shown = chip.getAttribute('aria-pressed')
    page.list.narrow({ search: '' })

    expect(shown).to.equal('true')
    await eventually(() => chip.getAttribute('aria-pressed') === 'false')
  })

  it('keeps a view under a name for this user until log-out', async () => {
    await create('Waterworks')
    const portal = backend.portal('ada')
    const page = await DealListPage.open(portal)
    page.list.narrow({ sort: 'name_asc', search: 'Water' })
    await eventually(() => button(page.root, 'Save this view'))
    button(page.root, 'Save this view')!.click()
    const name = await eventually(() => page.root.querySelector<HTMLInputElement>('#view-name'))
    name.value = 'Utilities'
    name.form!.requestSubmit()
    await page.list.updateComplete

    const again = await DealListPage.open(backend.portal('ada'))
    const other = await DealListPage.open(backend.portal('ben'))

    const kept = await eventually(() => again.list.savedViews?.all)
    expect(kept.map((saved) => saved.name)).to.deep.equal(['Utilities'])
    await eventually(() => button(again.root, 'Utilities'))
    expect(other.list.savedViews?.all ?? []).to.deep.equal([])
    await portal.logout()
    expect(localStorage.length).to.equal(0)
  })

  it('shows a decision of the vendor as it falls', async () => {
    const deal = await create('Waterworks')
    const page = await DealListPage.open(backend.portal('ada'))

    await decide(backend, deal, { action: 'start_review' })
    await eventually(() => textIn(page.row('Waterworks')).includes('Under review'))
    await decide(backend, deal, { action: 'approve', protectedUntil: inDays(30) })

    await eventually(() => textIn(page.row('Waterworks')).includes('Approved'))
    expect(textIn(page.row('Waterworks'))).to.match(/(29|30) days left · until /)
    await eventually(() => textIn(page.root.querySelector('[role=status]')).includes('Approved'))
  })

  it('shows a registration that a colleague makes meanwhile', async () => {
    await create('Waterworks')
    const page = await DealListPage.open(backend.portal('ada'))

    await backend.as('ben', 'POST', '/deals', registration('Airport'))

    await eventually(() => page.row('Airport'))
  })

  it('shows nothing of another partner', async () => {
    await create('Waterworks')
    const page = await DealListPage.open(backend.portal('cem'))

    expect(page.list.state).to.equal('empty')
    expect(page.root.textContent).not.to.contain('Waterworks')
  })

  it('loads more and moves the focus to the first new row', async () => {
    for (let number = 0; number < 27; number++) await create(`Works ${number}`)
    const page = await DealListPage.open(backend.portal('ada'))
    expect(page.customers.length).to.equal(25)

    button(page.root, 'Show more')!.click()

    await eventually(() => page.customers.length === 27)
    await eventually(() => textIn(page.root.activeElement) === 'Works 1')
    expect(button(page.root, 'Show more')).to.equal(undefined)
    expect(new Set(page.customers).size).to.equal(27)
  })

  it('takes into the spreadsheet also what is not loaded yet', async () => {
    for (let number = 0; number < 27; number++) await create(`Works ${number}`)
    const page = await DealListPage.open(backend.portal('ada'))

    const deals = await page.list.list.every(page.list.client!.deals)

    expect(new Set(deals.map(({ id }) => id)).size).to.equal(27)
  })

  it('keeps all that was loaded when one comes that is new', async () => {
    for (let number = 0; number < 27; number++) await create(`Works ${number}`)
    const page = await DealListPage.open(backend.portal('ada'))
    button(page.root, 'Show more')!.click()
    await eventually(() => page.customers.length === 27)

    await backend.as('ben', 'POST', '/deals', registration('Airport'))
    await eventually(() => page.row('Airport'))

    expect(page.customers.length).to.equal(28)
    expect(page.row('Works 0')).to.exist
  })

  it('lets the page decide where a registration opens', async () => {
    const { id } = await create('Waterworks')
    const page = await DealListPage.open(backend.portal('ada'), { dealHref: '/deals/{id}' })
    const wanted: NavigateEvent[] = []
    page.list.addEventListener('prm-navigate', (event) => {
      wanted.push(event)
      event.preventDefault()
    })

    const link = find<HTMLAnchorElement>(page.list, '.cover')
    link.click()
    await page.list.updateComplete

    expect(link.getAttribute('href')).to.equal(`/deals/${id}`)
    expect(wanted.map((event) => [event.resource, event.id])).to.deep.equal([['deal', id]])
    expect(page.root.querySelector('prm-deal-detail')).to.equal(null)
  })

  it('shows hostile names as text and keeps them in their place', async () => {
    const name = '<img src=x onerror=alert(1)>\u202egnp.exe'
    await create(name)
    const page = await DealListPage.open(backend.portal('ada'))

    expect(page.customers).to.deep.equal([name])
    expect(page.root.querySelector('img')).to.equal(null)
    expect(page.root.querySelector('.cover')!.firstElementChild!.localName).to.equal('bdi')
  })

  it('shows what can be read of a backend that breaks the contract', async () => {
    await create('Waterworks')
    await create('Brewery', { amount: { amount: '80.00', currency: 'EUR' } })
    await create('Dairy')
    const broken = backend.portal('ada', async (request, next) => {
      const response = await next()
      if (!/\/deals\?/.test(request.url)) return response
      const page = await response.json()
      page.items[0].customer = null
      page.items[1].amount = { amount: 'many', currency: 'EURO' }
      page.items[1].status = 'parked'
      return Response.json(page)
    })

    const page = await DealListPage.open(broken)

    expect(textIn(page.root.querySelector('[role=listitem]'))).to.match(/cannot be shown/)
    expect(textIn(page.row('Brewery'))).to.contain('many EURO')
    expect(page.customers).to.include('Waterworks')
  })

  it('keeps what it shows when a later request fails, and says so', async () => {
    await create('Waterworks')
    let broken = false
    const page = await DealListPage.open(
      backend.portal('ada', async (_, next) =>
        broken ? new Response('<h1>Bad gateway</h1>', { status: 502 }) : next(),
      ),
    )
    broken = true
    page.list.narrow({ sort: 'name_asc' })

    await eventually(() => page.list.state === 'degraded')
    expect(page.customers).to.deep.equal(['Waterworks'])
  }).timeout(20_000)
})
