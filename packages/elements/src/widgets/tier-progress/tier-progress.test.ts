import { expect } from '@open-wc/testing'
import type { TierStanding } from '@prmkit/contract'
import { createMock, only, refuse, scenarios, type Mock, type Scenario } from '@prmkit/mock'
import { eventually } from '../../../test/eventually.ts'
import { isRead, nameOf, readRows } from '../../../test/read-table.ts'
import { find, show, textIn, until } from '../../../test/mount.ts'
import { createPartnerPortal } from '../portal/define.ts'
import type { PrmTierProgress } from './define.ts'
import './define.ts'

describe('prm-tier-progress', () => {
  let mock: Mock

  /** The widget over a backend whose standing this function may change. */
  const open = async (
    change: (standing: TierStanding) => TierStanding = (standing) => standing,
    set: Partial<PrmTierProgress> = {},
    scenario: Scenario = scenarios.filled,
  ) => {
    mock = createMock({ scenario })
    const portal = createPartnerPortal({
      baseUrl: mock.baseUrl,
      locale: 'en',
      fetchToken: mock.fetchToken,
      fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
        const request = new Request(input, init)
        const answer = await mock.fetch(request)
        if (!request.url.endsWith('/tiers/mine') || !answer.ok) return answer
        return Response.json(change((await answer.json()) as TierStanding))
      },
    })
    const tier = Object.assign(portal.create('prm-tier-progress'), set) as PrmTierProgress
    await show(tier)
    await until(tier, 'ready', 'empty', 'error', 'degraded', 'offline')
    return tier
  }
  afterEach(() => mock.close())

  /** Sends something as the vendor's manager does. */
  const send = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const { token } = await mock.signIn(scenarios.vendorManager.person!)
    return mock.app.fetch(
      new Request(`${mock.baseUrl}/v1${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: {
          ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...{ 'idempotency-key': crypto.randomUUID() },
          ...headers,
        },
      }),
    )
  }

  /** Gives the partner points for a day of training. */
  const earn = async (partnerId: string) => {
    const row = { externalIds: { key: 'day' }, rule: 'training-day', points: 25, partnerId }
    expect((await send('/points/bulk', { rows: [row] })).status).to.equal(200)
  }

  /** The promises of the page that failed and that nobody looked after, until the test is over. */
  const unhandled = () => {
    const rejected: unknown[] = []
    const note = ({ reason }: PromiseRejectionEvent) => void rejected.push(reason)
    addEventListener('unhandledrejection', note)
    leave = () => removeEventListener('unhandledrejection', note)
    return rejected
  }
  let leave: (() => void) | undefined
  afterEach(() => leave?.())

  it('shows the tier, its dates, and the next tier side by side', async () => {
    const tier = await open()
    const { tier: present, next } = tier.standing!

    expect(textIn(find(tier, 'h2'))).to.equal(present!.name)
    expect(textIn(find(tier, '[part=next] h3'))).to.equal(`Next tier: ${next!.tier.name}`)
    const list = textIn(find(tier, '[part=next]'))
    for (const { text } of next!.requirements) expect(list).to.contain(text)
    for (const benefit of next!.tier.benefits) expect(list).to.contain(benefit)
    await expect(tier).to.be.accessible()
  })

  it('names what is missing, until when, and by its names', async () => {
    const tier = await open((standing) => ({
      ...standing,
      next: {
        ...standing.next!,
        requirements: [
          {
            ...{ id: 'sales', text: 'Sales in a year', metric: 'amount', currency: 'EUR' },
            ...{ minimum: 100_000, current: 88_000, missing: 12_000 },
            dueAt: '2026-12-31T22:59:59.999Z',
          },
          {
            ...{ id: 'people', text: 'Certified technicians', metric: 'count' },
            ...{ minimum: 2, current: 1, missing: 1, names: ['Leak detection, level 2'] },
          },
        ],
      },
    }))
    const [sales, people] = [...find(tier, '[part=next]').querySelectorAll('.requirements > li')]

    expect(textIn(sales)).to.match(/€88,000\.00 of €100,000\.00 €12,000\.00 missing until .*2026/)
    expect(textIn(people)).to.contain('1 of 2').and.to.contain('Leak detection, level 2')
    // 88 % of the sales and half of the technicians.
    expect(textIn(find(tier, '.gauge p'))).to.equal('69 % of the way to Platinum')
  })

  it('says since when in a day, that of the vendor', async () => {
    const tier = await open((standing) => ({ ...standing, since: '2026-07-01T22:30:00.000Z' }))

    expect(textIn(find(tier, '.head'))).to.contain('Since Jul 2, 2026 ·')
  })

  it('gives the gauge to a screen reader as a table of each requirement', async () => {
    const requirement = {
      metric: 'points',
      minimum: 200,
      dueAt: '2026-12-31T22:59:59.999Z',
    } as const
    const tier = await open((standing) => ({
      ...standing,
      next: {
        ...standing.next!,
        requirements: [
          { ...requirement, id: 'points', text: 'Points in a year', current: 199, missing: 1 },
          { ...requirement, id: 'sold', text: 'Sold loggers', current: 300, missing: 0 },
          { ...requirement, id: 'lost', text: 'Points of people', current: -5, missing: 205 },
        ],
      },
    }))
    const table = find(tier, '.gauge table')

    expect(readRows(table)).to.deep.equal([
      ['Points in a year', '99 %'],
      ['Sold loggers', '100 %'],
      ['Points of people', '0 %'],
    ])
    expect(nameOf(table)).to.equal('66 % of the way to Platinum')
    expect(isRead(table)).to.equal(true)
    expect(isRead(find(tier, '.gauge svg'))).to.equal(false)
    await expect(tier).to.be.accessible()
  })

  it('warns while the tier is kept by grace, and tells of a tier set by hand', async () => {
    const tier = await open((standing) => ({
      ...standing,
      graceUntil: '2027-01-31T22:59:59.999Z',
      byHand: true,
    }))

    expect(textIn(find(tier, '.warning'))).to.match(/^Requirements were missed\. .* until .*2027/)
    expect(textIn(find(tier, '.neutral'))).to.contain('set this tier')
    await expect(tier).to.be.accessible()
  })

  it('says that there is no higher tier', async () => {
    const tier = await open(({ next: _, ...standing }) => standing)

    expect(textIn(find(tier, '.root'))).to.contain('You hold the highest tier.')
  })

  it('follows new points and another tier as they come', async () => {
    const tier = await open()
    const { partnerId, next } = tier.standing!
    const before = next!.requirements[0]!.current
    await earn(partnerId)

    const has = `${(before + 25).toLocaleString('en')} points of`
    await eventually(() => textIn(find(tier, '[part=next]')).includes(has))
    expect(textIn(find(tier, '[role=status]'))).to.equal(tier.t('updated'))

    const { revision } = tier.standing!
    const set = { tier: 'Silver', reason: { code: 'merit' } }
    const answer = await send(`/partners/${partnerId}/tier`, set, { 'if-match': `"${revision}"` })
    expect(answer.status).to.equal(200)
    await eventually(() => textIn(find(tier, 'h2')) === 'Silver')
  })

  it('keeps the tier where a change cannot be fetched, and goes on following', async () => {
    const rejected = unhandled()
    let asked = 0
    const tier = await open(
      undefined,
      {},
      {
        summary: 'A backend that refuses the second request.',
        fault: only(['GET /tiers/mine'], (request, next) =>
          ++asked === 2 ? refuse('forbidden')(request, next) : next(),
        ),
      },
    )
    const { partnerId, tier: present } = tier.standing!

    // The stream begins with the request to fetch everything anew.
    await until(tier, 'degraded')
    expect(textIn(find(tier, 'h2'))).to.equal(present!.name)
    await earn(partnerId)
    await until(tier, 'ready')
    expect(textIn(find(tier, '[role=status]'))).to.equal(tier.t('updated'))
    expect(rejected).to.deep.equal([])
  })

  it('leaves the page in the middle of a request without an error', async () => {
    const rejected = unhandled()
    const held: (() => void)[] = []
    let isSlow = false
    const tier = await open(
      undefined,
      {},
      {
        summary: 'A backend that becomes slow.',
        fault: only(['GET /tiers/mine'], async (_, next) => {
          if (isSlow) await new Promise<void>((answer) => held.push(answer))
          return next()
        }),
      },
    )
    isSlow = true
    await eventually(() => held.length > 0)

    tier.remove()
    for (const answer of held) answer()
    // A promise is reported once the task is over in which it failed.
    for (let task = 0; task < 5; task++) await new Promise((done) => setTimeout(done))
    expect(rejected).to.deep.equal([])
  })

  it('says nothing aloud where nothing changed', async () => {
    let asked = 0
    const tier = await open((standing) => (asked++, standing))
    await eventually(() => asked > 1)
    await tier.updateComplete

    expect(textIn(find(tier, '[role=status]'))).to.equal('')
  })

  it('says what is wrong where the backend answers {}, and draws nothing broken', async () => {
    const tier = await open(() => ({}) as TierStanding)

    expect(tier.state).to.be.oneOf(['empty', 'error'])
    expect(textIn(find(tier, '.root'))).not.to.match(/undefined|NaN|Invalid/)
  })

  it('says where the programme has no tiers', async () => {
    const tier = await open(({ partnerId, revision, requirements, allowedActions }) => ({
      ...{ partnerId, revision, requirements, allowedActions },
    }))

    expect(tier.state).to.equal('empty')
    expect(textIn(find(tier, '.blank'))).to.contain('No tiers yet')
  })

  it('shows tier, ring and next requirements in its compact form', async () => {
    const tier = await open(undefined, { compact: true })

    expect(tier.shadowRoot!.querySelector('[part=tier]')).to.equal(null)
    expect(tier.shadowRoot!.querySelector('h4')).to.equal(null)
    expect(textIn(find(tier, '.gauge p'))).to.match(/\d+ % of the way to/)
    await expect(tier).to.be.accessible()
  })
})
