import { expect } from '@open-wc/testing'
import { dealForm } from '../../../test/deal-form.ts'
import type { Between } from '../../../test/backend.ts'
import { DealFormPage, eventually, keptOf } from '../../../test/deal-form-page.ts'
import { cut, describeFaults, isCreate, moments, refuse } from '../../../test/faults.ts'
import { shelves, type Draft } from '../../drafts/draft-shelves.ts'
import type { DealDraft } from './draft/deal-draft.ts'
import './define.ts'

describeFaults('prm-deal-form under failure', (given) => {
  const json = (body: unknown, status = 201) => Response.json(body, { status })
  const page = () => new Response('<title>Sign in', { headers: { 'content-type': 'text/html' } })
  const unproven: Record<string, () => Response> = {
    'an empty object': () => json({}),
    'an empty list': () => json([]),
    'an error with a status of success': () => json({ error: 'no upstream' }),
    'another status': () => json({ id: 'deal_1' }, 200),
    'the page of a Wi-Fi': page,
  }
  for (const [name, answer] of Object.entries(unproven))
    it(`keeps what was typed when ${name} is the answer`, async () => {
      let online = false
      const between: Between = async (request, next) =>
        isCreate(request) && !online ? answer() : next()
      const form = await DealFormPage.open(given.backend.portal('ada', between))
      await form.toReview('Northern district')

      await form.press('Send registration')

      await form.reads(/may or may not have arrived/)
      expect(JSON.stringify(await keptOf(given.backend.baseUrl))).to.contain('Northern district')
      online = true
      await form.press('Send registration')
      await form.reads('Your registration was sent')
      expect((await given.backend.deals()).length).to.equal(1)
    })

  it('shows what is known where the answer has little more than an id', async () => {
    const between: Between = async (request, next) =>
      isCreate(request) ? json({ id: 'deal_9', number: 'D-9' }) : next()
    const form = await DealFormPage.open(given.backend.portal('ada', between))
    await form.toReview('Northern district', 'Waterworks')

    await form.press('Send registration')

    await form.reads('Your registration was sent')
    expect(form.text).to.contain('D-9').and.to.contain('Waterworks')
    expect(form.text).not.to.contain('undefined')
    expect(form.button('Open registration')).to.have.property('href')
  })

  it('sends although the backend asks to wait, for its number may be wrong', async () => {
    let busy = true
    const between: Between = async (request, next) =>
      isCreate(request) && busy
        ? refuse(429, 'rate-limited', { 'retry-after': '99999999999' })
        : next()
    const form = await DealFormPage.open(given.backend.portal('ada', between))
    await form.toReview('Northern district')
    await form.press('Send registration')
    await form.reads(/You can send again in 1?[0-9]{2} s/)
    busy = false

    await form.press('Send registration')

    await form.reads('Your registration was sent')
  })

  it('crashes in the middle of sending and makes one registration', async () => {
    let arrive = () => {}
    const arrived = new Promise<void>((resolve) => (arrive = resolve))
    const between: Between = async (request, next) => {
      if (!isCreate(request)) return next()
      await next()
      arrive()
      return new Promise(() => {})
    }
    const page = await DealFormPage.open(given.backend.portal('ada', between))
    await page.toReview()
    await page.press('Send registration')
    await arrived
    await page.crash()

    const again = await DealFormPage.open(given.backend.portal('ada'))
    await again.press('Send registration')

    await again.reads('Your registration was sent')
    expect((await given.backend.deals()).length).to.equal(1)
  })

  for (const moment of ['before', 'after'] as const) {
    it(`makes one registration when the backend forgot the key of one cut ${moment} the commit`, async () => {
      const between: Between = (request, next) =>
        isCreate(request) ? moments[moment]!(cut)(request, next) : next()
      const page = await DealFormPage.open(given.backend.portal('ada', between))
      await page.toReview('Two days ago')
      await page.press('Send registration')
      await page.reads(/may or may not have arrived/)
      await page.crash()
      const scope = {
        ...{ baseUrl: given.backend.baseUrl, userId: 'ada', partnerId: 'north' },
        name: 'deal-form/deal/new',
      }
      const draft = (await shelves.device.read(scope)) as Draft<DealDraft>
      const at = Date.now() - 2 * 24 * 60 * 60 * 1000
      const content = { ...draft.content, sending: { ...draft.content.sending!, at } }
      await shelves.device.exchange(scope, draft.stamp, { ...draft, content })
      await given.backend.store.write(({ idempotency }) =>
        idempotency.prune('2999-01-01T00:00:00.000Z'),
      )

      const again = await DealFormPage.open(given.backend.portal('ada'))
      await again.reads('Was this sent?')
      await again.press('Send registration')

      await again.reads('Your registration was sent')
      expect((await given.backend.deals()).map(({ name }) => name)).to.deep.equal(['Two days ago'])
    })

    it(`changes what was sent ${moment === 'before' ? 'in vain' : 'in doubt'} and makes one registration`, async () => {
      let broken = true
      const between: Between = (request, next) =>
        broken && isCreate(request) ? moments[moment]!(cut)(request, next) : next()
      const page = await DealFormPage.open(given.backend.portal('ada', between))
      await page.toReview('First version')
      await page.press('Send registration')
      await page.reads(/may or may not have arrived/)
      await page.press('Back')
      await page.type('/name', 'Second version')
      broken = false
      await page.press('Review')
      await page.press('Send registration')

      await page.reads('Your registration was sent')
      const names = (await given.backend.deals()).map(({ name }) => name)
      expect(names).to.deep.equal([moment === 'before' ? 'Second version' : 'First version'])
      expect(page.text.includes('An earlier version had arrived')).to.equal(moment === 'after')
    })
  }

  it('sends once for two clicks and Enter', async () => {
    let creates = 0
    const between: Between = (request, next) => {
      if (isCreate(request)) creates++
      return next()
    }
    const page = await DealFormPage.open(given.backend.portal('ada', between))
    await page.toReview()
    const send = page.button('Send registration')!

    send.click()
    send.click()
    send.form!.requestSubmit()

    await page.reads('Your registration was sent')
    expect(creates).to.equal(1)
    expect((await given.backend.deals()).length).to.equal(1)
  })

  it('keeps everything while offline, and says when it can be sent', async () => {
    let offline = false
    const onLine = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !offline })
    try {
      const between: Between = (_, next) => (offline ? cut() : next())
      const page = await DealFormPage.open(given.backend.portal('ada', between))
      await page.toReview()
      offline = true
      dispatchEvent(new Event('offline'))

      await page.press('Send registration')
      await page.reads('You are offline. Everything you entered is kept')
      offline = false
      dispatchEvent(new Event('online'))
      await page.reads('You are online again')
      await page.press('Send registration')

      await page.reads('Your registration was sent')
      expect((await given.backend.deals()).length).to.equal(1)
    } finally {
      delete (navigator as { onLine?: boolean }).onLine
      expect(Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')).to.deep.equal(onLine)
    }
  })

  it('renews the token under way without losing a key', async () => {
    let refused = false
    const between: Between = (request, next) => {
      if (!isCreate(request) || refused) return next()
      refused = true
      return Promise.resolve(refuse(401, 'token-expired'))
    }
    const page = await DealFormPage.open(given.backend.portal('ada', between))
    await page.toReview('After renewal')

    await page.press('Send registration')

    await page.reads('Your registration was sent')
    expect((await given.backend.deals()).map(({ name }) => name)).to.deep.equal(['After renewal'])
  })

  it('uses a new key after a refusal, so that a mended registration is taken', async () => {
    const keys: (string | null)[] = []
    let product = true
    const between: Between = async (request, next) => {
      if (!isCreate(request)) return next()
      keys.push(request.headers.get('idempotency-key'))
      const answer = await (product ? refuse(409, 'customer-conflict') : next())
      product = false
      return answer
    }
    const page = await DealFormPage.open(given.backend.portal('ada', between))
    await page.toReview()

    await page.press('Send registration')
    await page.reads('not available any more')
    await page.press('Send registration')

    await page.reads('Your registration was sent')
    expect(new Set(keys).size).to.equal(2)
    expect((await given.backend.deals()).length).to.equal(1)
  })

  it('puts the backend’s field errors on their fields and the focus on the summary', async () => {
    let broken = true
    const errors = [
      { pointer: '/customer/website', code: 'invalid-format', detail: 'No such site.' },
      { pointer: '/custom/unheard', code: 'unknown-field', detail: 'Nobody asked for this.' },
    ]
    const between: Between = async (request, next) =>
      broken && isCreate(request)
        ? Response.json(
            { status: 422, code: 'validation-failed', title: '', requestId: 'r', errors },
            { status: 422 },
          )
        : next()
    const page = await DealFormPage.open(given.backend.portal('ada', between))
    await page.fillIn()
    await page.type('/customer/website', 'waterworks.example')
    await page.press('Review')
    await page.press('Send registration')

    await page.reads('Fix 2 fields')
    await eventually(() => page.focused?.id === 'summary')
    expect(page.text).to.contain('Nobody asked for this.')
    expect(page.control('/customer/website').getAttribute('aria-invalid')).to.equal('true')
    broken = false
    await page.type('/customer/website', 'www.waterworks.example')
    expect(page.control('/customer/website').hasAttribute('aria-invalid')).to.equal(false)
  })

  it('takes a new version of the form and keeps what still fits', async () => {
    const page = await DealFormPage.open(given.backend.portal('ada'))
    await page.toReview('Kept')
    const [first, ...rest] = dealForm.sections
    const longer = {
      ...first!,
      fields: [
        ...first!.fields,
        { pointer: '/customer/city', type: 'text' as const, label: 'City', required: true },
      ],
    }
    await given.backend.putForm({ ...dealForm, version: '2', sections: [longer, ...rest] })

    await page.press('Send registration')
    await page.reads('The form has changed')
    expect(page.control('/name').value).to.equal('Kept')
    await page.type('/customer/city', 'Bremen')
    await page.press('Review')
    await page.press('Send registration')

    await page.reads('Your registration was sent')
    expect((await given.backend.deals()).map(({ customer }) => customer.city)).to.deep.equal([
      'Bremen',
    ])
  })
})
