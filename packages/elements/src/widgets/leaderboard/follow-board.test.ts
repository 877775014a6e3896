import { expect } from '@open-wc/testing'
import type { Board, PointEvent } from '@prmkit/contract'
import type { Mock } from '@prmkit/mock'
import { eventually } from '../../../test/eventually.ts'
import {
  asManager,
  edited,
  inPages,
  openLeaderboard,
  rowsOf,
  type LeaderboardOptions,
} from '../../../test/leaderboard.ts'
import { find, textIn, until } from '../../../test/mount.ts'
import type { PrmLeaderboard } from './define.ts'

describe('an open leaderboard', () => {
  const realNow = Date.now
  let mock: Mock

  const open = async (set: Partial<PrmLeaderboard> = {}, options: LeaderboardOptions = {}) => {
    const opened = await openLeaderboard(set, options)
    mock = opened.mock
    return opened.board
  }
  afterEach(() => {
    mock.close()
    Date.now = realNow
  })

  /** Moves the clock of the page and the backend to an instant. */
  const goTo = (instant: number) => {
    const ahead = instant - realNow()
    Date.now = () => realNow() + ahead
  }
  const boardOf = async (id: string) =>
    (await asManager(mock, 'GET', `/boards/${id}`)).json() as Promise<Board>

  it('takes the title as the vendor edits it', async () => {
    const board = await open({ boardId: 'leak-hunt' })
    const { revision } = await boardOf('leak-hunt')
    const title = 'Leak hunt, second round'
    const edit = { texts: { en: { title, unit: 'points' } } }
    await asManager(mock, 'PATCH', '/boards/leak-hunt', edit, { 'if-match': `"${revision}"` })
    await eventually(() => textIn(find(board, 'h2')) === title)

    expect(board.state).to.equal('ready')
  })

  it('counts a contest down to its end, says at once that it ended, and reads its ranks', async () => {
    const board = await open({ boardId: 'leak-hunt' })
    const end = Date.parse(board.period!.until!)
    const head = () => textIn(find(board, '.head'))
    for (const [left, text] of [
      [2.5 * 86_400_000, '2 days left'],
      [5_400_000, '1 hour left'],
      [90_000, '1 minute left'],
      [30_000, '1 minute left'],
    ] as const) {
      goTo(end - left)
      board.requestUpdate()
      await board.updateComplete
      expect(head()).to.contain(text)
    }
    const running = board.places
    goTo(end + 1)
    await eventually(() => /Ended on/.test(head()))
    await eventually(() => board.period?.status === 'ended' && board.places !== running)

    expect(head()).to.contain('Prizes').and.not.to.contain('left')
    expect(rowsOf(board).length).to.be.greaterThan(1)
    expect(textIn(find(board, '.mine'))).to.match(/Rank \d+ of \d+/)
  })

  it('goes on to the next month when one ends', async () => {
    const board = await open()
    const { id, until: end = '' } = board.period!
    goTo(Date.parse(end) + 1)
    await eventually(() => board.period?.status === 'running' && board.period.id > id)

    expect(board.board!.periods.map((period) => period.id)).to.include(id)
    await eventually(() => board.mine?.period === board.period?.id)
  })

  it('shows nothing more of a board that the vendor takes away', async () => {
    const board = await open()
    const { revision } = await boardOf('sellers')
    const action = { action: 'retire', reason: { code: 'other' } }
    await asManager(mock, 'POST', '/boards/sellers/actions', action, {
      'if-match': `"${revision}"`,
    })
    await until(board, 'error')

    expect(textIn(find(board, '.root'))).to.contain('does not exist')
    expect(board.shadowRoot!.querySelector('.places, .mine, h2')).to.equal(null)
    await board.reload()
    await until(board, 'ready')
    expect(textIn(find(board, 'h2'))).to.equal('Partners')
  })

  it('follows the points behind a place, whose sum and rows stay one', async () => {
    let given: PointEvent | undefined
    const between = edited<{ items: PointEvent[] }>('/points', (page) => {
      given ??= page.items.find(({ points, reversedBy }) => points > 0 && !reversedBy)
      return page
    })
    const board = await open({}, { between })
    const before = board.mine!.value
    find(board, '.explain').click()
    await eventually(() => given && board.shadowRoot!.querySelector('#points'))

    const body = { reason: { code: 'mistake', text: 'Counted by mistake.' } }
    await asManager(mock, 'POST', `/points/${given!.id}/reversal`, body)
    await eventually(() => rowsOf(board).some((row) => row.includes('Takes points back')))

    expect(board.mine!.value).to.equal(before - given!.points)
    const sum = textIn(find(board, 'tfoot tr:last-child td'))
    expect(sum).to.equal(board.mine!.value.toLocaleString('en'))
  })

  it('keeps the pages that are open where the reader shows or hides their name', async () => {
    const board = await open({}, { between: inPages })
    await board.more()
    const shown = rowsOf(board).length
    const box = find<HTMLInputElement>(board, '.mine input')
    const before = board.mine!.visible
    let fewest = shown
    const watch = new MutationObserver(() => (fewest = Math.min(fewest, rowsOf(board).length)))
    watch.observe(board.shadowRoot!, { childList: true, subtree: true })
    box.focus()
    box.click()
    await eventually(() => !board.busy && board.mine!.visible === !before)
    watch.disconnect()

    expect([fewest, rowsOf(board).length]).to.deep.equal([shown, shown])
    expect(board.shadowRoot!.activeElement).to.equal(box)
  })
})
