import { expect } from '@open-wc/testing'
import type { Deal } from '@prmkit/contract'
import { dealForm } from '../../../test/deal-form.ts'
import { returnedDeal } from '../../../test/returned-deal.ts'
import { createBackend, type Between, type TestBackend } from '../../../test/backend.ts'
import { DealFormPage, eventually, keptOf } from '../../../test/deal-form-page.ts'
import { find, textIn, until } from '../../../test/mount.ts'
import type { DealSubmitEvent, DealSubmittedEvent, NavigateEvent } from '../../events.ts'
import './define.ts'

/** The registration of another partner. */
const theirs = (companyName: string, more: object = {}) => ({
  customer: { companyName, country: 'DE' },
  name: 'A secret project',
  lines: [{ productId: 'p1', quantity: 1 }],
  consents: { contact: { version: '2026-03', given: true } },
  ...more,
})

describe('prm-deal-form', () => {
  let backend: TestBackend

  beforeEach(async () => {
    backend = await createBackend(dealForm)
  })

  describe('the availability check', () => {
    const check = async (company: string, portal = backend.portal('ada')) => {
      const values = { customer: { country: 'DE' } }
      const page = await DealFormPage.open(portal, { values })
      await page.type('/customer/companyName', company)
      const products = find<HTMLInputElement>(page.form, '#check-products')
      products.focus()
      products.value = 'Logger'
      products.dispatchEvent(new Event('input', { bubbles: true }))
      const option = await eventually(() => page.root.querySelector<HTMLElement>('[role=option]'))
      option.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true }))
      option.click()
      await eventually(() => page.root.querySelector('.chip'))
      await page.press('Check availability')
      await eventually(() => page.focused?.id === 'result')
      return page
    }

    it('says that a customer is free and takes the answers into the form', async () => {
      const page = await check('Waterworks')

      expect(page.text).to.contain('This account is available')
      await page.press('Continue to the form')
      expect(page.control('/customer/companyName').value).to.equal('Waterworks')
      expect(page.form.registration!.filled.values['lines']).to.deep.equal([
        { productId: 'p1', quantity: 1, unitPrice: { amount: '99.00', currency: 'EUR' } },
      ])
      await eventually(() => page.focused === page.control('/name'))
    })

    it('gives a class of reason and never the holder’s name', async () => {
      await backend.as('cem', 'POST', '/deals', theirs('Waterworks GmbH'))

      const page = await check('Waterworks GmbH')

      expect(page.text).to.contain('This account is not available')
      expect(page.text).to.contain('Another partner has registered this customer.')
      expect(page.root.innerHTML).not.to.match(/South|secret|cem/i)
      expect(page.button('Register anyway')).not.to.equal(undefined)
    })

    it('links one’s own registration, which the host page may open', async () => {
      const own: Deal = await backend.as('ben', 'POST', '/deals', theirs('Waterworks GmbH'))
      const page = await check('Waterworks GmbH')
      const opened: string[] = []
      page.form.addEventListener('prm-navigate', (event: NavigateEvent) => {
        event.preventDefault()
        opened.push(event.id)
      })

      const link = find<HTMLAnchorElement>(page.form, '#result a')
      link.click()

      expect(textIn(link)).to.equal(`${own.number} A secret project`)
      expect(opened).to.deep.equal([own.id])
    })

    it('is never in the way when it fails', async () => {
      const between: Between = (request, next) =>
        request.url.endsWith('/availability')
          ? Promise.resolve(Response.json({ code: 'forbidden', status: 403 }, { status: 403 }))
          : next()

      const page = await check('Waterworks', backend.portal('ada', between))

      expect(page.text).to.contain('The check failed')
      await page.press('Continue to the form')
      expect(page.control('/name').value).to.equal('')
    })

    it('asks for the company and forgets an answer when the question changes', async () => {
      const page = await DealFormPage.open(backend.portal('ada'))
      await page.press('Check availability')
      await eventually(() => page.focused?.id === 'summary')
      await page.type('/customer/companyName', 'Waterworks')
      await page.press('Check availability')
      await page.reads('account is available')

      const company = page.control('/customer/companyName')
      company.dispatchEvent(new Event('change', { bubbles: true }))
      await page.form.updateComplete
      expect(page.text, 'left as it was').to.contain('account is available')

      await page.type('/customer/companyName', 'Another')

      expect(page.text).not.to.contain('account is available')
    })

    it('tells what the backend refuses at its field', async () => {
      const values = { customer: { companyName: 'Water\u0000works' } }
      const page = await DealFormPage.open(backend.portal('ada'), { values })
      await page.press('Check availability')

      await eventually(() => page.focused?.id === 'summary')
      expect(page.control('/customer/companyName').ariaInvalid).to.equal('true')
      await page.type('/customer/companyName', 'Waterworks')
      await page.press('Check availability')
      await page.reads('account is available')
    })

    it('can be left out', async () => {
      const page = await DealFormPage.open(backend.portal('ada'), { withoutCheck: true })

      expect(page.control('/name').value).to.equal('')
      expect(page.text).not.to.contain('Availability')
    })
  })

  it('shows and requires fields as the answers ask for them', async () => {
    const page = await DealFormPage.open(backend.portal('ada'))
    await page.fillIn()
    expect(page.root.querySelector('#field_47_custom_47_contract')).to.equal(null)

    await page.choose('Renewal')
    await page.press('Review')

    await eventually(() => page.focused?.id === 'summary')
    expect(page.text).to.contain('Fix 1 field')
    expect(textIn(find(page.form, '#summary li'))).to.equal('Enter the present contract.')
    const link = find<HTMLAnchorElement>(page.form, '#summary a')
    link.click()
    expect(page.focused).to.equal(page.control('/custom/contract'))
    await page.choose('New customer')
    await page.press('Review')
    await page.reads('Is everything right?')
  })

  it('says what is wrong once a field was left', async () => {
    const page = await DealFormPage.open(backend.portal('ada'))
    await page.press('Skip the check')
    page.unfold()
    expect(page.control('/contact/email').hasAttribute('aria-invalid')).to.equal(false)

    await page.type('/contact/email', 'nobody')

    // The code that finds errors, and their words, come with the first key.
    await eventually(() => page.text.includes('Enter an e-mail address'))
    expect(page.control('/contact/email').getAttribute('aria-invalid')).to.equal('true')
    expect(page.control('/name').hasAttribute('aria-invalid')).to.equal(false)
  })

  it('keeps in view the field that has the focus when an error above it pushes it down', async () => {
    const page = await DealFormPage.open(backend.portal('ada'), { withoutCheck: true })
    page.unfold()
    page.form.style.marginBlock = '100vh'
    const [email, next] = [page.control('/contact/email'), page.control('/name')]
    const below = () => next.getBoundingClientRect().bottom - innerHeight
    email.focus()
    email.value = 'nobody'
    email.dispatchEvent(new Event('input', { bubbles: true }))
    scrollBy(0, below())
    const before = next.getBoundingClientRect().top - email.getBoundingClientRect().top

    next.focus({ preventScroll: true })
    await page.reads('Enter an e-mail address')
    const pushed = next.getBoundingClientRect().top - email.getBoundingClientRect().top - before

    expect(pushed).to.be.greaterThan(10)
    await eventually(() => below() <= 1)
  })

  it('sends everything that was filled in, hidden values of the page among it', async () => {
    const page = await DealFormPage.open(backend.portal('ada'), {
      values: { custom: { campaign: 'autumn' }, problem: 'Leaks', unknown: 1, customer: 5 },
    })
    await page.fillIn('Northern district')
    await page.type('/contact/email', 'o@waterworks.example')
    await page.type('/amount', '12500.5')
    await page.type('/expectedCloseDate', '2999-01-31')
    await page.choose('Renewal')
    await page.type('/custom/contract', 'C-7')
    await page.press('Review')
    await page.press('Send registration')
    await page.reads('Your registration was sent')

    const [deal] = await backend.deals()
    expect(deal).to.deep.include({
      name: 'Northern district',
      status: 'submitted',
      type: 'renewal',
      problem: 'Leaks',
      expectedCloseDate: '2999-01-31',
      formVersion: '1',
      contact: { email: 'o@waterworks.example' },
      custom: { campaign: 'autumn', contract: 'C-7' },
    })
    expect(deal!.amount!.currency).to.equal('EUR')
    expect(Number(deal!.amount!.amount)).to.equal(12500.5)
    expect(deal!.consents['contact']).to.include({ version: '2026-03', given: true })
  })

  it('leaves what was typed when the page sets values later', async () => {
    const page = await DealFormPage.open(backend.portal('ada'), { withoutCheck: true })
    await page.type('/name', 'Typed')

    page.form.values = { name: 'Set', problem: 'Set', custom: { campaign: 'late' } }
    await eventually(() => page.control('/problem').value === 'Set')

    expect(page.control('/name').value).to.equal('Typed')
    expect(page.form.registration!.filled.values['custom']).to.deep.equal({ campaign: 'late' })
  })

  it('takes national telephone numbers for the customer’s country, not for the reader’s', async () => {
    const form = { ...dealForm, sections: structuredClone(dealForm.sections) }
    form.sections[0]!.fields.push({ pointer: '/contact/phone', type: 'phone', label: 'Phone' })
    backend = await createBackend(form)
    const values = { customer: { country: 'DE' } }
    const portal = backend.portal('ada')
    portal.update({ locale: 'en-GB' })
    const page = await DealFormPage.open(portal, { values, withoutCheck: true })

    await page.type('/contact/phone', '0221 123456')

    await eventually(() => page.control('/contact/phone').value === '+49221123456')
  })

  it('names the products of the page in the review', async () => {
    const values = { lines: [{ productId: 'p2', quantity: 3 }] }
    const page = await DealFormPage.open(backend.portal('ada'), { values })
    await page.toReview()

    await eventually(() => page.text.includes('Meter'))
    const review = find(page.form, '.review .listed')
    expect(textIn(review)).to.contain('Meter').and.not.to.contain('p2')
  })

  it('tells of hidden values that are wrong, for nobody can see their field', async () => {
    const page = await DealFormPage.open(backend.portal('ada'), {
      values: { custom: { campaign: 'x'.repeat(21) } },
    })
    await page.fillIn()

    await page.press('Review')

    await page.reads('Campaign: Enter at most 20 characters.')
    expect(page.root.querySelector('#summary a')).to.equal(null)
  })

  it('tells number, status and the day of the decision, and begins another one', async () => {
    const page = await DealFormPage.open(backend.portal('ada'))
    const sent: Deal[] = []
    page.form.addEventListener('prm-deal-submitted', (event: DealSubmittedEvent) =>
      sent.push(event.deal),
    )
    await page.toReview()
    await page.press('Send registration')
    await page.reads('Your registration was sent')

    expect(page.text).to.contain('D-000001').and.to.contain('Waiting for review')
    const due = find<HTMLTimeElement>(page.form, 'time')
    expect(due.dateTime).to.equal(sent[0]!.decisionDueAt)
    // The reader's zone is half an hour off every hour of the vendor's.
    expect(textIn(due)).to.match(/:30/)
    await eventually(() => page.focused?.id === 'heading')
    await page.press('Copy link')
    // A page without the focus may not copy: then the address stands there to be copied by hand.
    await page.reads(/Copied|deal-id=/)
    await page.press('Register another deal')
    await page.toReview('Second', 'Another company')
    await page.press('Send registration')
    await page.reads('D-000002')
  })

  it('lets the host page stop a registration', async () => {
    const page = await DealFormPage.open(backend.portal('ada'))
    const names: unknown[] = []
    page.form.addEventListener('prm-deal-submit', (event: DealSubmitEvent) => {
      event.preventDefault()
      names.push(event.body.name)
    })
    await page.toReview('Stopped')

    await page.press('Send registration')
    await eventually(() => names.length)

    expect(names).to.deep.equal(['Stopped'])
    expect(await backend.deals()).to.deep.equal([])
    expect(page.button('Send registration')).not.to.equal(undefined)
  })

  describe('a registration that was returned', () => {
    it('opens the fields in question alone, and is sent in again', async () => {
      const deal = await returnedDeal(backend)
      const page = await DealFormPage.open(backend.portal('ada'), { dealId: deal.id })

      expect(page.text).to.contain('Which plant is it?')
      expect(page.control('/customer/companyName').readOnly).to.equal(true)
      expect(page.control('/name').readOnly).to.equal(false)
      await page.type('/name', 'The northern plant')
      await page.press('Review')
      await page.press('Send changes')

      await page.reads('Your changes were sent')
      const [stored] = await backend.deals()
      expect(stored).to.include({ name: 'The northern plant', status: 'submitted' })
    })

    it('keeps the question in view, marks the fields it names and leads to them', async () => {
      const deal = await returnedDeal(backend)
      const page = await DealFormPage.open(backend.portal('ada'), { dealId: deal.id })
      const note = page.root.querySelector<HTMLElement>('[part=returned]')!
      const edge = (pointer: string) =>
        getComputedStyle(page.control(pointer).closest('.field')!).borderInlineStartWidth

      const links = [...note.querySelectorAll('a')]
      expect(links.map(({ textContent }) => textContent?.trim())).to.deep.equal([
        'Project',
        'What they want to solve',
      ])
      expect([edge('/name'), edge('/problem'), edge('/customer/companyName')]).to.deep.equal([
        ...['3px', '3px', '0px'],
      ])
      links[1]!.click()
      await eventually(() => page.focused === page.control('/problem'))
      scrollTo(0, document.documentElement.scrollHeight)
      await eventually(() => note.getBoundingClientRect().top >= 0)
      expect(textIn(note)).to.contain('Incomplete: Which plant is it?')
      await expect(page.form).to.be.accessible()
    })

    it('asks which version counts when somebody else changed it', async () => {
      const deal = await returnedDeal(backend)
      const page = await DealFormPage.open(backend.portal('ada'), { dealId: deal.id })
      await page.type('/name', 'Mine')
      const patch = { problem: 'From a colleague' }
      await backend.as('ben', 'PATCH', `/deals/${deal.id}`, patch, deal.revision)
      await page.press('Review')
      await page.press('Send changes')

      await page.reads('This draft was changed somewhere else')
      await eventually(() => page.focused?.id === 'rival')
      await page.press('Keep what is here')
      await page.press('Review')
      await page.press('Send changes')

      await page.reads('Your changes were sent')
      expect((await backend.deals())[0]).to.include({
        name: 'Mine',
        problem: 'From a colleague',
        status: 'submitted',
      })
    })

    it('survives a connection cut at every request', async () => {
      const { random } = Math
      Math.random = () => 0
      try {
        const deal = await returnedDeal(backend)
        const once = new Set<string>()
        const between: Between = async (request, next) => {
          const answer = await next()
          const { pathname } = new URL(request.url)
          if (request.method === 'GET' || once.has(request.method + pathname)) return answer
          once.add(request.method + pathname)
          throw new TypeError('Failed to fetch')
        }
        const page = await DealFormPage.open(backend.portal('ada', between), { dealId: deal.id })
        await page.type('/name', 'Through')
        await page.press('Review')
        await page.press('Send changes')

        await page.reads('Your changes were sent')
        const deals = await backend.deals()
        expect(deals.length).to.equal(1)
        expect(deals[0]).to.include({ name: 'Through', status: 'submitted' })
        expect(once.size).to.equal(2)
      } finally {
        Math.random = random
      }
    })

    it('is shown but not changed where nothing may be changed', async () => {
      const deal: Deal = await backend.as('ada', 'POST', '/deals', theirs('Waterworks'))
      await backend.as('ada', 'POST', `/deals/${deal.id}/actions`, { action: 'withdraw' }, 1)

      const page = await DealFormPage.open(backend.portal('ada'), { dealId: deal.id })

      expect(page.text).to.contain('This registration cannot be changed now.')
      expect(page.button('Review')).to.equal(undefined)
      expect(page.control('/name').readOnly).to.equal(true)
    })

    it('is not begun by somebody who looks on, and says so', async () => {
      const lookingOn: Between = async (request, next) => {
        const response = await next()
        if (!request.url.endsWith('/v1/me')) return response
        return Response.json({ ...(await response.json()), readOnly: true })
      }
      const portal = backend.portal('ada', lookingOn)

      const page = await DealFormPage.open(portal, { withoutCheck: true })

      expect(page.text).to.contain('You can read this, but not register anything.')
      expect(page.button('Review')).to.equal(undefined)
      expect(page.control('/name').readOnly).to.equal(true)
    })
  })

  describe('drafts at the backend', () => {
    const open = (portal = backend.portal('ada')) =>
      DealFormPage.open(portal, { draftStorage: 'server', withoutCheck: true })

    it('are one registration from the first key to the last', async () => {
      const page = await open()
      await page.type('/name', 'Begun')
      await page.reads('Draft saved')
      await page.crash()
      expect((await backend.deals()).map(({ status }) => status)).to.deep.equal(['draft'])

      const again = await open()
      await again.reads('Your draft from')
      expect(again.control('/name').value).to.equal('Begun')
      await again.toReview('Finished')
      await again.press('Send registration')

      await again.reads('Your registration was sent')
      const deals = await backend.deals()
      expect(deals.map(({ name, status }) => [name, status])).to.deep.equal([
        ['Finished', 'submitted'],
      ])
    })

    it('are looked for again after the backend failed', async () => {
      let failures = 0
      const between: Between = (request, next) =>
        failures < 1 && request.url.includes('status=draft')
          ? (failures++, Promise.resolve(new Response('{}', { status: 400 })))
          : next()
      const page = await open(backend.portal('ada', between))
      await page.type('/name', 'Begun')
      await eventually(() => failures === 1)
      await page.type('/name', 'Begun again')

      await page.reads('Draft saved')
      expect((await backend.deals()).map(({ name }) => name)).to.deep.equal(['Begun again'])
    })

    it('leave nothing in the browser', async () => {
      const page = await open()
      await page.type('/name', 'Begun')
      await page.reads('Draft saved')

      expect(await keptOf(backend.baseUrl)).to.equal('[[],[]]')
    })

    it('end in a choice when two people write one', async () => {
      const page = await open()
      await page.type('/name', 'Mine')
      await page.reads('Draft saved')
      const [draft] = await backend.deals()
      await backend.as('ben', 'PATCH', `/deals/${draft!.id}`, { name: 'Theirs' }, draft!.revision)
      await page.type('/name', 'Mine again')

      await page.reads('This draft was changed somewhere else')
      await page.press('Take the other version')

      expect(page.control('/name').value).to.equal('Theirs')
    })

    it('are deleted when one starts over', async () => {
      const page = await open()
      await page.type('/name', 'Begun')
      await page.reads('Draft saved')
      await page.crash()
      const again = await open()

      await again.press('Start over')

      await eventually(async () => !(await backend.deals()).length)
    })
  })

  it('keeps what was typed when the reader changes the language', async () => {
    const portal = backend.portal('ada')
    const page = await DealFormPage.open(portal)
    await page.fillIn('Typed')

    portal.update({ locale: 'de' })
    await page.reads('Zur Kontrolle')

    expect(page.control('/name').value).to.equal('Typed')
    portal.update({ locale: 'ar' })
    await page.reads('مراجعة')
    expect(find(page.form, '.root').dir).to.equal('rtl')
  })

  it('shows hostile names as text', async () => {
    const names = ['<img src=x onerror="window.hurt=1">', 'abc\u202Ecba', 'x'.repeat(200)]
    for (const name of names) {
      const page = await DealFormPage.open(backend.portal('ada'))
      await page.toReview(name, name)
      expect(page.text).to.contain(name)
      await page.press('Send registration')
      await page.reads('Your registration was sent')
      expect(page.root.querySelector('img')).to.equal(null)
      await page.crash()
    }
    expect('hurt' in window).to.equal(false)
    expect((await backend.deals()).map(({ name }) => name)).to.deep.equal(names)
  })

  it('refuses what is too long or holds control characters at its field', async () => {
    const values = { problem: 'NUL\u0000' }
    const page = await DealFormPage.open(backend.portal('ada'), { values })
    await page.fillIn('y'.repeat(10_000))
    await page.press('Review')
    await page.reads('Project: Enter at most 200 characters.')
    await page.type('/name', 'Short')
    await page.press('Review')
    await page.press('Send registration')
    await page.reads('Fix 1 field')
    expect(page.control('/problem').getAttribute('aria-invalid')).to.equal('true')
    expect(await backend.deals()).to.deep.equal([])
  })

  describe('states', () => {
    it('is empty without a form', async () => {
      const between: Between = (request, next) =>
        request.url.includes('/forms/')
          ? Promise.resolve(Response.json({ code: 'not-found', status: 404 }, { status: 404 }))
          : next()
      const page = await DealFormPage.open(backend.portal('ada', between))

      expect(page.form.state).to.equal('empty')
      expect(textIn(find(page.form, '.root'))).to.contain('No registration form is open to you.')
    })

    it('is empty where the vendor takes no registrations, and says so', async () => {
      await backend.stopDeals()

      const page = await DealFormPage.open(backend.portal('ada'))

      expect(page.form.state).to.equal('empty')
      expect(textIn(find(page.form, '.root'))).to.contain('Quellmark does not offer this here.')
    })

    it('offers a retry when the form cannot be loaded', async () => {
      let broken = true
      const between: Between = (_, next) =>
        broken
          ? Promise.resolve(Response.json({ code: 'not-found', status: 404 }, { status: 404 }))
          : next()
      const page = await DealFormPage.open(backend.portal('ada', between))
      expect(page.form.state).to.equal('error')

      broken = false
      await page.press('Try again')

      await until(page.form, 'ready')
      expect(page.text).to.contain('Register a deal')
    })

    it('works without knowing who is there, and keeps nothing then', async () => {
      const between: Between = (request, next) =>
        request.url.endsWith('/v1/me')
          ? Promise.resolve(Response.json({ code: 'forbidden', status: 403 }, { status: 403 }))
          : next()
      const page = await DealFormPage.open(backend.portal('ada', between))

      expect(page.form.state).to.equal('degraded')
      expect(page.text).to.contain('This browser keeps nothing')
    })
  })

  it('is accessible at every step', async () => {
    const page = await DealFormPage.open(backend.portal('ada'))
    await expect(page.form).to.be.accessible()
    await page.press('Check availability')
    await expect(page.form).to.be.accessible()
    await page.press('Skip the check')
    await page.press('Review')
    await expect(page.form).to.be.accessible()
    await page.toReview()
    await expect(page.form).to.be.accessible()
    await page.press('Send registration')
    await page.reads('Your registration was sent')
    await expect(page.form).to.be.accessible()
  })
})
