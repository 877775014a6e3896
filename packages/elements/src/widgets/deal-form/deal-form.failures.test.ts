import { expect } from '@open-wc/testing'
import { dealForm } from '../../../test/deal-form.ts'
import { createBackend, type Between, type TestBackend } from '../../../test/backend.ts'
import { DealFormPage, eventually, keptOf } from '../../../test/deal-form-page.ts'
import { returnedDeal } from '../../../test/returned-deal.ts'
import { shelves, type Draft } from '../../drafts/draft-shelves.ts'
import type { DealDraft } from './draft/deal-draft.ts'
import './define.ts'

const isCreate = (request: Request) =>
  request.method === 'POST' && new URL(request.url).pathname === '/v1/deals'

const refuse = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json(
    { type: 'about:blank', title: code, status, code, requestId: 'req-1' },
    { status, headers: { 'content-type': 'application/problem+json', ...headers } },
  )

const cut = async (): Promise<Response> => {
  throw new TypeError('Failed to fetch')
}

type Fault = () => Promise<Response>

/** Milliseconds that the page's clock is ahead, so that the time for a call is over soon. */
let ahead = 0

/** Each fault, and the note that a person reads then. */
const faults: Record<string, [fault: Fault, note: RegExp]> = {
  'a cut connection': [cut, /may or may not have arrived/],
  'a 500': [async () => refuse(500, 'internal-error'), /may or may not have arrived/],
  'a 503 of a gateway': [
    async () => new Response('<h1>Bad gateway</h1>', { status: 503 }),
    /may or may not have arrived/,
  ],
  'half an answer': [
    async () =>
      new Response('{"id":"deal', { status: 201, headers: { 'content-type': 'application/json' } }),
    /may or may not have arrived/,
  ],
  'an expired session': [async () => refuse(401, 'session-ended'), /session has ended/],
  'too many requests': [
    async () => refuse(429, 'rate-limited', { 'retry-after': '120' }),
    /Too many requests. You can send again in \d+ s/,
  ],
  'a running twin': [
    async () => {
      ahead += 30_000
      return refuse(409, 'idempotency-in-progress')
    },
    /may or may not have arrived/,
  ],
}

/** Where the fault strikes: the backend never hears of it, still works on it, or has done it. */
const moments: Record<string, (fault: Fault) => Between> = {
  before: (fault) => () => fault(),
  during: (fault) => async (_, next) => {
    void next()
    return fault()
  },
  after: (fault) => async (_, next) => {
    await next()
    return fault()
  },
}

const { random } = Math

describe('prm-deal-form under failure', function () {
  // The client itself tries for seconds before it gives up.
  this.timeout(30_000)

  let backend: TestBackend

  // The client waits a random time before it tries again: the shortest.
  before(() => {
    Math.random = () => 0
    const now = performance.now.bind(performance)
    performance.now = () => now() + ahead
  })
  after(() => {
    Math.random = random
    Reflect.deleteProperty(performance, 'now')
  })

  beforeEach(async () => {
    backend = await createBackend(dealForm)
  })

  for (const [moment, at] of Object.entries(moments)) {
    for (const [name, [fault, note]] of Object.entries(faults)) {
      it(`makes one registration of ${name} ${moment} the commit`, async () => {
        let broken = true
        const between: Between = (request, next) =>
          broken && isCreate(request) ? at(fault)(request, next) : next()
        const page = await DealFormPage.open(backend.portal('ada', between))
        await page.toReview('Northern district')

        await page.press('Send registration')
        await page.reads(note)
        broken = false
        // The wait of a 429 is shown, and ends: here at once.
        Object.assign(page.form.registration!.submission!.failure as object, { retryAfter: 0 })
        await page.press('Send registration')

        await page.reads('Your registration was sent')
        const deals = await backend.deals()
        expect(deals.map(({ name }) => name)).to.deep.equal(['Northern district'])
        expect(deals[0]!.customer.companyName).to.equal('Waterworks')
      })

      it(`makes one registration of ${name} ${moment} the commit and a crash`, async () => {
        const between: Between = (request, next) =>
          isCreate(request) ? at(fault)(request, next) : next()
        const page = await DealFormPage.open(backend.portal('ada', between))
        await page.toReview('Northern district')
        await page.press('Send registration')
        await page.reads(note)
        await page.crash()

        const again = await DealFormPage.open(backend.portal('ada'))
        await again.reads('Was this sent?')
        await again.press('Send registration')

        await again.reads('Your registration was sent')
        expect((await backend.deals()).length).to.equal(1)
      })
    }
  }

  for (const [moment, at] of Object.entries(moments)) {
    for (const [name, [fault]] of Object.entries(faults)) {
      it(`sends a returned registration in again once, with ${name} ${moment} each commit`, async () => {
        const deal = await returnedDeal(backend)
        let broken: 'PATCH' | 'POST' | undefined = 'PATCH'
        const between: Between = (request, next) =>
          broken === request.method && request.url.includes(deal.id)
            ? at(fault)(request, next)
            : next()
        const page = await DealFormPage.open(backend.portal('ada', between), { dealId: deal.id })
        await page.type('/name', 'The northern plant')
        await page.press('Review')

        for (const next of ['POST', undefined] as const) {
          await page.press('Send changes')
          await page.reads('Not sent yet')
          expect(page.text).to.contain('The northern plant')
          broken = next
          Object.assign(page.form.registration!.submission!.failure as object, { retryAfter: 0 })
        }
        await page.press('Send changes')

        await page.reads('Your changes were sent')
        const { items } = await backend.as('ada', 'GET', `/deals/${deal.id}/timeline`)
        const [stored, ...others] = await backend.deals()
        expect(others).to.deep.equal([])
        expect(stored).to.include({ name: 'The northern plant', status: 'submitted' })
        expect(stored?.revision).to.equal(deal.revision + 2)
        const types = (items as { type: string }[]).map(({ type }) => type)
        expect(types.filter((type) => type === 'deal.submitted').length).to.equal(2)
      })
    }
  }

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
      const form = await DealFormPage.open(backend.portal('ada', between))
      await form.toReview('Northern district')

      await form.press('Send registration')

      await form.reads(/may or may not have arrived/)
      expect(JSON.stringify(await keptOf(backend.baseUrl))).to.contain('Northern district')
      online = true
      await form.press('Send registration')
      await form.reads('Your registration was sent')
      expect((await backend.deals()).length).to.equal(1)
    })

  it('shows what is known where the answer has little more than an id', async () => {
    const between: Between = async (request, next) =>
      isCreate(request) ? json({ id: 'deal_9', number: 'D-9' }) : next()
    const form = await DealFormPage.open(backend.portal('ada', between))
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
    const form = await DealFormPage.open(backend.portal('ada', between))
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
    const page = await DealFormPage.open(backend.portal('ada', between))
    await page.toReview()
    await page.press('Send registration')
    await arrived
    await page.crash()

    const again = await DealFormPage.open(backend.portal('ada'))
    await again.press('Send registration')

    await again.reads('Your registration was sent')
    expect((await backend.deals()).length).to.equal(1)
  })

  for (const moment of ['before', 'after'] as const) {
    it(`makes one registration when the backend forgot the key of one cut ${moment} the commit`, async () => {
      const between: Between = (request, next) =>
        isCreate(request) ? moments[moment]!(cut)(request, next) : next()
      const page = await DealFormPage.open(backend.portal('ada', between))
      await page.toReview('Two days ago')
      await page.press('Send registration')
      await page.reads(/may or may not have arrived/)
      await page.crash()
      const scope = {
        ...{ baseUrl: backend.baseUrl, userId: 'ada', partnerId: 'north' },
        name: 'deal-form/deal/new',
      }
      const draft = (await shelves.device.read(scope)) as Draft<DealDraft>
      const at = Date.now() - 2 * 24 * 60 * 60 * 1000
      const content = { ...draft.content, sending: { ...draft.content.sending!, at } }
      await shelves.device.exchange(scope, draft.stamp, { ...draft, content })
      await backend.store.write(({ idempotency }) => idempotency.prune('2999-01-01T00:00:00.000Z'))

      const again = await DealFormPage.open(backend.portal('ada'))
      await again.reads('Was this sent?')
      await again.press('Send registration')

      await again.reads('Your registration was sent')
      expect((await backend.deals()).map(({ name }) => name)).to.deep.equal(['Two days ago'])
    })

    it(`changes what was sent ${moment === 'before' ? 'in vain' : 'in doubt'} and makes one registration`, async () => {
      let broken = true
      const between: Between = (request, next) =>
        broken && isCreate(request) ? moments[moment]!(cut)(request, next) : next()
      const page = await DealFormPage.open(backend.portal('ada', between))
      await page.toReview('First version')
      await page.press('Send registration')
      await page.reads(/may or may not have arrived/)
      await page.press('Back')
      await page.type('/name', 'Second version')
      broken = false
      await page.press('Review')
      await page.press('Send registration')

      await page.reads('Your registration was sent')
      const names = (await backend.deals()).map(({ name }) => name)
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
    const page = await DealFormPage.open(backend.portal('ada', between))
    await page.toReview()
    const send = page.button('Send registration')!

    send.click()
    send.click()
    send.form!.requestSubmit()

    await page.reads('Your registration was sent')
    expect(creates).to.equal(1)
    expect((await backend.deals()).length).to.equal(1)
  })

  it('keeps everything while offline, and says when it can be sent', async () => {
    let offline = false
    const onLine = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !offline })
    try {
      const between: Between = (_, next) => (offline ? cut() : next())
      const page = await DealFormPage.open(backend.portal('ada', between))
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
      expect((await backend.deals()).length).to.equal(1)
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
    const page = await DealFormPage.open(backend.portal('ada', between))
    await page.toReview('After renewal')

    await page.press('Send registration')

    await page.reads('Your registration was sent')
    expect((await backend.deals()).map(({ name }) => name)).to.deep.equal(['After renewal'])
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
    const page = await DealFormPage.open(backend.portal('ada', between))
    await page.toReview()

    await page.press('Send registration')
    await page.reads('not available any more')
    await page.press('Send registration')

    await page.reads('Your registration was sent')
    expect(new Set(keys).size).to.equal(2)
    expect((await backend.deals()).length).to.equal(1)
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
    const page = await DealFormPage.open(backend.portal('ada', between))
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
    const page = await DealFormPage.open(backend.portal('ada'))
    await page.toReview('Kept')
    const [first, ...rest] = dealForm.sections
    const longer = {
      ...first!,
      fields: [
        ...first!.fields,
        { pointer: '/customer/city', type: 'text' as const, label: 'City', required: true },
      ],
    }
    await backend.putForm({ ...dealForm, version: '2', sections: [longer, ...rest] })

    await page.press('Send registration')
    await page.reads('The form has changed')
    expect(page.control('/name').value).to.equal('Kept')
    await page.type('/customer/city', 'Bremen')
    await page.press('Review')
    await page.press('Send registration')

    await page.reads('Your registration was sent')
    expect((await backend.deals()).map(({ customer }) => customer.city)).to.deep.equal(['Bremen'])
  })
})
