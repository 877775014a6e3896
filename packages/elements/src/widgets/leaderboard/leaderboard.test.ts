import { expect, nextFrame } from '@open-wc/testing'
import type { Client } from '@prmkit/client'
import { createMock, scenarios, type Mock, type Scenario } from '@prmkit/mock'
import { eventually } from '../../../test/eventually.ts'
import { find, show, textIn, until } from '../../../test/mount.ts'
import { createPartnerPortal } from '../portal/define.ts'
import type { NavigateEvent } from '../../events.ts'
import type { PrmLeaderboard } from './define.ts'
import './define.ts'

type Between = (request: Request, next: () => Promise<Response>) => Promise<Response>

describe('prm-leaderboard', () => {
  let mock: Mock

  const open = async (
    set: Partial<PrmLeaderboard> = {},
    {
      scenario = scenarios.filled,
      person,
      between = (_, next) => next(),
    }: { scenario?: Scenario; person?: string; between?: Between } = {},
  ) => {
    mock = createMock({ scenario, ...(person && { person }) })
    const portal = createPartnerPortal({
      baseUrl: mock.baseUrl,
      locale: 'en',
      fetchToken: mock.fetchToken,
      fetch: (input: RequestInfo | URL, init?: RequestInit) => {
        const request = new Request(input, init)
        return between(request, () => mock.fetch(request))
      },
    })
    const board = Object.assign(portal.create('prm-leaderboard'), set) as PrmLeaderboard
    await show(board)
    await until(board, 'ready', 'empty', 'error', 'degraded', 'offline')
    return board
  }
  afterEach(() => mock.close())

  const rows = (board: PrmLeaderboard) =>
    [...board.shadowRoot!.querySelectorAll('.places tbody tr:not(:has(.gap))')].map(textIn)
  const selects = (board: PrmLeaderboard) => [
    ...board.shadowRoot!.querySelectorAll<HTMLSelectElement>('select'),
  ]
  const choose = (select: HTMLSelectElement, text: string) => {
    select.value = [...select.options].find((option) => textIn(option) === text)!.value
    select.dispatchEvent(new Event('change'))
  }

  it('shows the first board with the own place and the best first', async () => {
    const board = await open()

    expect(textIn(find(board, 'h2'))).to.equal(board.boards[0]!.title)
    expect(textIn(find(board, '.mine'))).to.match(/Rank \d+ of \d+/)
    expect(rows(board).length).to.be.greaterThan(1)
    const ranks = board.places.items.map(({ rank }) => rank)
    expect(ranks).to.deep.equal(ranks.toSorted((a, b) => a - b))
    expect(find(board, '.me')).to.contain.text('You')
    await expect(board).to.be.accessible()
  })

  it('sends and shows nothing of a hidden place but its rank', async () => {
    const board = await open()
    const hidden = board.places.items.filter((entry) => entry.hidden && !entry.isMe)

    expect(hidden.length).to.be.greaterThan(0)
    for (const entry of hidden)
      expect(Object.keys(entry).toSorted()).to.deep.equal(['hidden', 'rank'])
    expect(rows(board).some((row) => row.includes('Name hidden'))).to.equal(true)
  })

  it('opens another board and another period, and tells the page', async () => {
    const board = await open()
    const told: NavigateEvent[] = []
    board.addEventListener('prm-navigate', (event) => told.push(event as NavigateEvent))
    const other = board.boards[1]!
    choose(selects(board)[0]!, other.title)
    await eventually(() => textIn(find(board, 'h2')) === other.title && !board.busy)

    expect(told.map(({ resource, id }) => [resource, id])).to.deep.equal([['board', other.id]])
    expect(board.getAttribute('board-id')).to.equal(other.id)
    const period = selects(board)[1]!
    choose(period, textIn([...period.options].at(-1)))
    await eventually(() => board.mine?.period === board.board!.periods.at(-1)!.id)
  })

  it('tells a running contest by its countdown and its prizes', async () => {
    const first = await open()
    const contest = first.boards.find(({ prizes }) => prizes?.length)!
    mock.close()
    first.remove()
    const board = await open({ boardId: contest.id })

    expect(textIn(find(board, '.head'))).to.match(/\d+ days left/)
    expect(textIn(find(board, '.prizes')))
      .to.contain('Rank 1')
      .and.to.contain('Ranks 2 to 3')
  })

  it('opens the score down to each point with its rule, and goes back', async () => {
    const board = await open()
    find(board, '.explain').click()
    const heading = await eventually(() => board.shadowRoot!.querySelector<HTMLElement>('#points'))
    await eventually(() => board.shadowRoot!.activeElement === heading)

    const points = rows(board)
    expect(points.length).to.be.greaterThan(0)
    expect(points[0]).to.match(/[+-]\d+$/)
    expect(textIn(find(board, '.rules'))).to.contain('How points are earned')
    await expect(board).to.be.accessible()
    find(board, '.quiet').click()
    await eventually(() => board.shadowRoot!.activeElement?.classList.contains('explain'))
  })

  it('shows or hides the own name at once, and says so aloud', async () => {
    const board = await open()
    const before = board.mine!.visible
    const box = find<HTMLInputElement>(board, '.mine input')
    box.click()
    await eventually(() => !board.busy && board.mine!.revision > 0)

    expect(board.mine!.visible).to.equal(!before)
    expect(textIn(find(board, '[role=status]'))).to.match(before ? /hidden/ : /Others now see/)
    await board.reload()
    await until(board, 'ready')
    expect(board.mine!.visible).to.equal(!before)
  })

  it('keeps the board and the choice where the choice could not be sent', async () => {
    const board = await open(
      {},
      {
        between: (request, next) =>
          request.method === 'PATCH'
            ? Promise.resolve(
                Response.json({ code: 'forbidden', title: 'No', status: 403 }, { status: 403 }),
              )
            : next(),
      },
    )
    const before = board.mine!.visible
    find<HTMLInputElement>(board, '.mine input').click()
    await eventually(() => !board.busy && board.mine!.visible === before)

    expect(rows(board).length).to.be.greaterThan(1)
    expect(find<HTMLInputElement>(board, '.mine input').checked).to.equal(before)
    expect(board.state).to.equal('degraded')
  })

  it('says that too few agreed to be seen, and keeps the own place', async () => {
    const board = await open({}, { scenario: scenarios.fewAgree })

    expect(textIn(find(board, '.note'))).to.contain('once more participants')
    expect(board.shadowRoot!.querySelector('table.places')).to.equal(null)
    expect(textIn(find(board, '.mine'))).to.match(/Rank|No points/)
  })

  it('says that there are no points yet', async () => {
    const board = await open({}, { scenario: scenarios.noPoints })

    expect(textIn(find(board, '.mine'))).to.contain('No points in this period yet')
    expect(textIn(find(board, '.blank'))).to.contain('No points yet')
    await expect(board).to.be.accessible()
  })

  it('says that there are no boards', async () => {
    const board = await open({}, { scenario: scenarios.noBoards })

    expect(board.state).to.equal('empty')
    expect(textIn(find(board, '.blank'))).to.contain('No leaderboards yet')
  })

  it('says that a board does not exist', async () => {
    const board = await open({ boardId: 'no-such-board' })

    expect(board.state).to.equal('error')
    expect(textIn(find(board, '.root'))).to.contain('does not exist')
  })

  it('shows a manager of the vendor the places without an own one', async () => {
    const board = await open({}, { scenario: scenarios.vendorManager })

    expect(board.shadowRoot!.querySelector('.mine')).to.equal(null)
    expect(rows(board).length).to.be.greaterThan(1)
  })

  it('keeps to the own place and five others in its compact form', async () => {
    const board = await open({ compact: true })

    expect(board.places.items.length).to.be.at.most(5)
    expect(board.shadowRoot!.querySelector('select')).to.equal(null)
    expect(board.shadowRoot!.querySelector('.explain')).to.equal(null)
    await expect(board).to.be.accessible()
  })

  it('keeps what it shows when a later request fails, and says so', async () => {
    let broken = false
    const board = await open(
      {},
      {
        between: (request, next) =>
          broken && request.url.includes('/entries')
            ? Promise.resolve(new Response('<html>', { status: 200 }))
            : next(),
      },
    )
    const before = rows(board)
    broken = true
    await board.reload(true)
    await until(board, 'degraded')

    expect(rows(board)).to.deep.equal(before)
  })

  it('keeps further pages open without the focus, and asks no more once one fails', async () => {
    let further = 0
    let broken = false
    const json = (body: unknown, status = 200) =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      })
    const between: Between = async (request, next) => {
      const { pathname, searchParams } = new URL(request.url)
      if (!pathname.endsWith('/entries')) return next()
      const isFurther = searchParams.has('cursor')
      if (isFurther) further++
      if (isFurther && broken) return json({}, 422)
      const { items, ...page } = await mock
        .fetch(new Request(request.url.split('?')[0]!, request))
        .then((answer) => answer.json())
      return isFurther
        ? json({ ...page, items: items.slice(2) })
        : json({ ...page, items: items.slice(0, 2), nextCursor: 'x' })
    }
    const board = await open({}, { between })
    const elsewhere = (visible: boolean) =>
      (board as unknown as { client: Client }).client.boards.setMine({
        ...{ params: { id: board.board!.id }, body: { visible }, ifMatch: ++revision },
      })
    let revision = board.mine!.revision - 1
    await board.more()
    const focused = board.shadowRoot!.activeElement as HTMLElement
    expect(focused).to.equal(board.shadowRoot!.querySelectorAll('.places tbody th')[2])
    focused.blur()
    const all = rows(board).length
    await elsewhere(true)
    await eventually(() => further >= 2)
    await eventually(() => rows(board).length === all)
    expect(board.shadowRoot!.activeElement).to.equal(null)

    broken = true
    await elsewhere(false)
    await until(board, 'degraded')
    const asked = further
    for (let frame = 0; frame < 10; frame++) await nextFrame()

    expect(further).to.equal(asked)
  })
})
