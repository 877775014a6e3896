import { expect, nextFrame } from '@open-wc/testing'
import type { Client } from '@prmkit/client'
import type { BoardList, BoardMine, Discovery, PointEvent } from '@prmkit/contract'
import { scenarios, type Mock } from '@prmkit/mock'
import { eventually } from '../../../test/eventually.ts'
import {
  edited,
  inPages,
  openLeaderboard,
  rowsOf as rows,
  type Between,
  type LeaderboardOptions,
} from '../../../test/leaderboard.ts'
import { isRead, nameOf, readRows } from '../../../test/read-table.ts'
import { find, textIn, until } from '../../../test/mount.ts'
import type { NavigateEvent } from '../../events.ts'
import type { PrmLeaderboard } from './define.ts'
import './define.ts'

describe('prm-leaderboard', () => {
  let mock: Mock

  const open = async (set: Partial<PrmLeaderboard> = {}, options: LeaderboardOptions = {}) => {
    const opened = await openLeaderboard(set, options)
    mock = opened.mock
    return opened.board
  }
  afterEach(() => mock.close())

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

  it('calls nobody new where there is no period before to compare with', async () => {
    const board = await open({ boardId: 'leak-hunt' })

    expect(rows(board).length).to.be.greaterThan(1)
    expect(rows(board).join()).to.not.contain('New')
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

  it('adds the points of colleagues, so that those of a company make its value', async () => {
    const own = { text: 'A deal was won', at: '2026-11-02T09:00:00Z', points: 30 }
    const between = edited('/points', () => ({ items: [{ id: 'p1', ...own }], others: 70 }))
    const { board, mock } = await openLeaderboard({}, { between })

    find(board, '.explain').click()
    await eventually(() => board.shadowRoot!.querySelector('#points'))

    const sums = [...board.shadowRoot!.querySelectorAll('tfoot tr')].map(textIn)
    expect(sums[0]).to.equal('Points of your colleagues +70')
    expect(sums[1]).to.match(/^Sum/)
    await mock.close()
  })

  it('names the rules that gave points in the period, and the end of those that have one', async () => {
    const between = edited<BoardList>('/boards', ({ items: [first, ...others] }) => {
      const { from } = first!.periods[0]!
      const before = new Date(Date.parse(from!) - 1).toISOString()
      const rules = [
        { id: 'over', text: 'Was long ago', until: before },
        { id: 'ending', text: 'Ends now', until: from! },
        { id: 'to-come', text: 'Is to come', from: '2999-01-01T00:00:00.000Z' },
        { id: 'always', text: 'Is always' },
      ]
      return { items: [{ ...first, rules }, ...others] }
    })
    const board = await open({}, { between })
    find(board, '.explain').click()
    await eventually(() => board.shadowRoot!.querySelector('#points'))
    const named = [...board.shadowRoot!.querySelectorAll('.rules li')].map(textIn)

    expect(named).to.have.length(2)
    expect(named[0]).to.match(/^Ends now.*Counts until \w+ \d+, \d+$/)
    expect(named[1]).to.equal('Is always')
  })

  it('gives the points over time to a screen reader as a table with the name of each period', async () => {
    const history = [
      { period: 'month:2026-08', value: 0 },
      { period: 'month:2026-09', value: 1250 },
      { period: 'month:2026-10', value: -40 },
    ]
    const board = await open(
      {},
      { between: edited<BoardMine>('/mine', (mine) => ({ ...mine, history })) },
    )
    const table = find(board, '.chart table')

    expect(readRows(table)).to.deep.equal([
      ['August 2026', '0 points'],
      ['September 2026', '1,250 points'],
      ['October 2026', '-40 points'],
    ])
    expect(nameOf(table)).to.equal('Points over time')
    expect(isRead(table)).to.equal(true)
    expect(isRead(find(board, '.chart svg'))).to.equal(false)
    const drawn = find(board, 'polyline').getAttribute('points')!.split(' ')
    const heights = drawn.map((point) => Number(point.split(',')[1]))
    expect(heights[1]).to.equal(Math.min(...heights))
    expect(heights[2]).to.equal(Math.max(...heights))
  })

  it('draws no points over time of a single period', async () => {
    const history = [{ period: 'month:2026-10', value: 10 }]
    const board = await open(
      {},
      { between: edited<BoardMine>('/mine', (mine) => ({ ...mine, history })) },
    )

    expect(board.shadowRoot!.querySelector('.chart')).to.equal(null)
  })

  it('marks ties for the eye and the ear, also of hidden places, and says that a board is small', async () => {
    const items = [
      { rank: 1, value: 90, change: 0, subject: { id: 'a', name: 'Ada' } },
      { rank: 2, value: 70, subject: { id: 'b', name: 'Bo' }, isMe: true },
      { rank: 2, hidden: true },
      { rank: 4, value: 10, change: -1, subject: { id: 'c', name: 'Cy' } },
    ]
    const page = { items, total: 4 }
    const mine = edited<BoardMine>('/mine', (one) => ({
      ...one,
      rank: 2,
      of: 4,
      value: 70,
      ties: 1,
    }))
    const board = await open(
      {},
      {
        between: (request, next) =>
          request.url.includes('/entries')
            ? Promise.resolve(Response.json(page))
            : mine(request, next),
      },
    )

    expect(rows(board)).to.deep.equal([
      '1 Ada 90 =No change',
      '2 =, tied Bo You 70 New',
      '2 =, tied Name hidden –',
      '4 Cy 10 ▼ 1Down 1 place',
    ])
    expect(textIn(find(board, '.mine'))).to.contain('Tied with 1 other')
    expect(textIn(find(board, '.root'))).to.contain('Only 4 places so far')
    await expect(board).to.be.accessible()
  })

  for (const [zone, at] of [
    ['Pacific/Honolulu', '2026-12-01T09:30:00.000Z'],
    ['America/New_York', '2026-12-01T04:30:00.000Z'],
    ['Asia/Tokyo', '2026-11-30T14:30:00.000Z'],
    ['Pacific/Auckland', '2026-11-30T10:30:00.000Z'],
    ['Mars/Olympus', '2026-11-30T12:00:00.000Z'],
  ] as const)
    it(`dates points of the last evening of a month with that day in ${zone}`, async () => {
      const discovery = edited<Discovery>('/v1', (one) => ({ ...one, timeZone: zone }))
      const points = edited<{ items: PointEvent[] }>('/points', ({ items: [first], ...page }) => ({
        ...page,
        items: [{ ...first, at }],
      }))
      const boards = edited<BoardList>('/boards', ({ items }) => ({
        items: items.map((one) => ({ ...one, rulesSince: at })),
      }))
      const board = await open(
        {},
        {
          between: (request, next) =>
            discovery(request, () => points(request, () => boards(request, next))),
        },
      )
      find(board, '.explain').click()
      await eventually(() => board.shadowRoot!.querySelector('#points'))

      expect(textIn(find(board, '.places tbody td'))).to.equal('Nov 30, 2026')
      expect(textIn(find(board, '.rules'))).to.contain('Rules of Nov 30, 2026')
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

  it('keeps the last of choices that are made faster than the server answers', async () => {
    const sent: string[] = []
    let release = () => {}
    const held = new Promise<void>((done) => (release = done))
    const between: Between = async (request, next) => {
      if (request.method !== 'PATCH') return next()
      sent.push(await request.clone().text())
      await held
      return next()
    }
    const board = await open({}, { between })
    const before = board.mine!.visible
    const box = find<HTMLInputElement>(board, '.mine input')
    box.click()
    await eventually(() => sent.length === 1)
    box.click()
    box.click()
    box.click()
    release()
    await eventually(() => !board.busy)

    expect(sent.map((body) => JSON.parse(body).visible)).to.deep.equal([!before, before])
    expect([board.state, board.mine!.visible]).to.deep.equal(['ready', before])
    expect(find<HTMLInputElement>(board, '.mine input').checked).to.equal(before)
    expect(textIn(find(board, '[role=status]'))).to.match(before ? /Others now see/ : /hidden/)
  })

  it('keeps the last choice where one was made in another tab in between', async () => {
    const answers: number[] = []
    const between: Between = async (request, next) => {
      if (request.method !== 'PATCH') return next()
      // The other tab's choice comes first, and this one has not heard of it.
      const other = request.clone()
      other.headers.set('idempotency-key', 'other-tab')
      if (answers.length === 0) await next(other)
      const answer = await next()
      answers.push(answer.status)
      return answer
    }
    const board = await open({}, { between })
    const before = board.mine!.visible
    find(board, '.mine input').click()
    await eventually(() => answers.length > 0 && !board.busy)

    expect(answers).to.deep.equal([412, 200])
    expect([board.state, board.mine!.visible]).to.deep.equal(['ready', !before])
    expect(textIn(find(board, '[role=status]'))).to.match(before ? /hidden/ : /Others now see/)
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

  for (const path of ['/v1', '/me', '/boards', '/mine', '/entries'])
    it(`says what is wrong where the backend answers {} at ${path}, and draws nothing broken`, async () => {
      const board = await open({}, { between: edited(path, () => ({})) })

      expect(board.state).to.be.oneOf(['ready', 'empty', 'error', 'degraded'])
      expect(textIn(find(board, '.root')).length).to.be.greaterThan(10)
      expect(textIn(find(board, '.root'))).not.to.match(/undefined|NaN|Invalid/)
    })

  it('draws the places of the next page alone, and a place before them that it ties', async () => {
    const page = (request: Request) => {
      const ranks = request.url.includes('cursor=') ? [2, 4] : [1, 2]
      const items = ranks.map((rank) => ({ rank, value: 9 - rank, isMe: rank === 1 }))
      return { items, nextCursor: 'x', total: 9 }
    }
    const between: Between = async (request, next) =>
      request.url.includes('/entries') ? Response.json(page(request)) : next()
    const board = await open({}, { between })
    const drawn: number[] = []
    for (const entry of board.places.items) {
      const { rank, value } = entry
      Object.defineProperty(entry, 'value', { get: () => (drawn.push(rank), value) })
    }
    await board.more()

    expect(rows(board)).to.deep.equal(['1 You 8', '2 =, tied – 7', '2 =, tied – 7', '4 – 5'])
    expect([...new Set(drawn)]).to.deep.equal([2])
  })

  it('keeps the words of a name whole on a narrow screen', async () => {
    const board = await open()
    Object.assign(board.style, { inlineSize: '304px', fontFamily: 'Times New Roman' })
    const name = find(board, '.places tbody th bdi')
    for (const word of ['Automationstechnik', 'Weizsäcker-Hohenlohe', 'Niederösterreich']) {
      name.textContent = word
      const words = document.createRange()
      words.selectNodeContents(name)
      const lines = new Set([...words.getClientRects()].map(({ top }) => top))

      expect(lines.size, word).to.equal(word.split('-').length)
    }
  })

  it('keeps further pages open without the focus, and asks no more once one fails', async () => {
    let further = 0
    let broken = false
    const between: Between = async (request, next) => {
      const { pathname, searchParams } = new URL(request.url)
      if (!pathname.endsWith('/entries')) return next()
      const isFurther = searchParams.has('cursor')
      if (isFurther) further++
      return isFurther && broken ? Response.json({}, { status: 422 }) : inPages(request, next)
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
