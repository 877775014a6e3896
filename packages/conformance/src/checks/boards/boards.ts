import assert from 'node:assert/strict'
import {
  Board,
  BoardEntryPage,
  BoardList,
  BoardMine,
  BulkResult,
  type BoardEntry,
} from '@prmkit/contract'
import { check, needing } from '../../check.ts'
import type { Caller } from '../../context.ts'
import { answerOf, problemOf, skip } from '../../expect.ts'
import { requireOffered } from '../operations/operations.ts'

/** The boards that somebody sees. */
export const boardsOf = async (caller: Caller) =>
  (await answerOf(await caller.send('GET', '/boards'), 200, BoardList)).items

/** The caller's place on a board. */
export const mineOf = async (caller: Caller, { id }: Board, period = '') =>
  answerOf(
    await caller.send('GET', `/boards/${id}/mine${period && `?period=${period}`}`),
    200,
    BoardMine,
  )

/** The entries of a board's first period, by pages of this size; of a long board, the first. */
async function entriesOf(
  caller: Caller,
  { id }: Board,
  limit = 100,
  most = 500,
): Promise<BoardEntry[]> {
  const found: BoardEntry[] = []
  let cursor: string | undefined
  do {
    const path = `/boards/${id}/entries?limit=${limit}${cursor === undefined ? '' : `&cursor=${cursor}`}`
    const page = await answerOf(await caller.send('GET', path), 200, BoardEntryPage)
    found.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== undefined && found.length < most)
  return found
}

/** A board that fits, or a skip that says which one the backend lacks. */
async function oneOf(caller: Caller, kind: string, fits: (board: Board) => boolean) {
  return (
    (await boardsOf(caller)).find(fits) ?? skip(`The backend has no board for the seller${kind}.`)
  )
}

const boardChecks = [
  check(
    'boards.get',
    'boards',
    'a listed board opens by its id, and a period that it does not offer does not exist',
    async ({ seller }) => {
      const one = await oneOf(seller, '', () => true)
      const answer = await seller.send('GET', `/boards/${one.id}`)
      const tag = answer.headers.get('ETag') ?? ''
      const body = await answerOf(answer, 200, Board)

      assert.deepEqual([body.id, body.title], [one.id, one.title])
      assert.equal(tag.replace('W/', ''), `"${one.revision}"`)
      for (const { id } of one.periods.slice(0, 5)) await mineOf(seller, one, id)
      const path = `/boards/${one.id}/entries?period=month:1900-01`
      await problemOf(await seller.send('GET', path), 'not-found')
    },
  ),
  check(
    'boards.ranks',
    'boards',
    'ranks follow the values, ties share a rank, and pages of every size hold the same places',
    async ({ seller }) => {
      for (const board of await boardsOf(seller)) {
        const all = await entriesOf(seller, board)
        assert.deepEqual(await entriesOf(seller, board, 1, 5), all.slice(0, 5))
        for (const [index, { rank, value = 0 }] of all.entries()) {
          const before = all[index - 1]
          const next = board.ranking === 'dense' ? (before?.rank ?? 0) + 1 : index + 1
          const where = `${board.id}, place ${index + 1}`
          assert.ok(rank === next || rank === before?.rank, `${where} has rank ${rank}.`)
          if (before?.value === undefined || all[index]?.value === undefined) continue
          assert.ok(before.value >= value, `${where} has more than the place above.`)
          assert.equal(before.value === value, before.rank === rank, `${where} is no tie.`)
        }
      }
    },
  ),
  check(
    'boards.hidden',
    'board-privacy',
    'a hidden entry keeps its place and tells nothing else, and a board that withholds others shows none',
    async ({ seller, stranger }) => {
      for (const caller of [seller, stranger])
        for (const board of await boardsOf(caller)) {
          const path = `/boards/${board.id}/entries?limit=100`
          const page = await answerOf(await caller.send('GET', path), 200, BoardEntryPage)
          if (board.identity === 'own_only') assert.equal(page.withheld, 'own_only')
          if (page.withheld) assert.deepEqual(page.items, [])
          const others = page.items.filter(({ isMe }) => !isMe)
          const shown = page.items.filter(({ hidden }) => !hidden)
          if (!page.withheld && page.items.length > 0)
            assert.ok(shown.length >= Math.min(board.minCohort, 100), 'Fewer than minCohort.')
          for (const entry of others.filter(({ hidden }) => hidden))
            assert.deepEqual(Object.keys(entry).toSorted(), ['hidden', 'rank'])
          const { withheld, neighbours } = await mineOf(caller, board)
          assert.equal(withheld, page.withheld)
          if (withheld) assert.deepEqual(neighbours, [])
        }
    },
  ),
  check(
    'boards.choice',
    'board-privacy',
    'the caller hides and shows themselves, against the revision they read',
    async ({ seller, stranger }) => {
      const board = await oneOf(seller, ' on which they may decide who sees them', () => true)
      const found = (await boardsOf(seller)).filter(({ identity }) => identity === 'opt_in')
      const one = found.find(({ subject }) => subject === 'person') ?? board
      const before = await mineOf(seller, one)
      if (!before.editableFields.includes('/visible') || before.rank === undefined)
        skip('The seller has no entry whose visibility they may decide.')
      const set = (visible: boolean, revision: number) =>
        seller.send('PATCH', `/boards/${one.id}/mine`, {
          ...{ body: { visible }, headers: { 'If-Match': `"${revision}"` } },
        })
      const hidden = await answerOf(await set(false, before.revision), 200, BoardMine)
      assert.deepEqual([hidden.visible, hidden.revision], [false, before.revision + 1])
      const id = seller.me.user.id
      const sees = async () => {
        const seen = await stranger.send('GET', `/boards/${one.id}/entries?limit=100`)
        return (await seen.text()).includes(JSON.stringify(id))
      }
      assert.equal(await sees(), false, 'Somebody who hides is still told of.')
      await problemOf(await set(true, before.revision), 'revision-stale')
      const shown = await answerOf(await set(true, hidden.revision), 200, BoardMine)
      assert.equal(shown.visible, true)
    },
    ['writing'],
  ),
  check(
    'boards.rows',
    'boards',
    'a row makes a draft that partners do not see, a board that names people unasked is refused',
    async (context) => {
      const { seller, discovery, vendor } = context
      await requireOffered('boards.bulk', context)
      const [language = 'en'] = discovery.languages
      const draft = {
        ...{ key: 'kit-board', texts: { [language]: { title: 'Kit', unit: 'points' } } },
        ...{ subject: 'partner', identity: 'own_only', periods: ['all'], status: 'draft' },
      }
      const rows = [draft, { ...draft, key: 'kit-named', subject: 'person', identity: 'named' }]
      const answer = await vendor.send('POST', '/boards/bulk', { body: { rows } })
      const [made, named] = (await answerOf(answer, 200, BulkResult)).rows

      assert.ok(made?.id, JSON.stringify(made))
      assert.ok(!(await boardsOf(seller)).some(({ id }) => id === made.id))
      await problemOf(await seller.send('GET', `/boards/${made.id}`), 'not-found')
      assert.equal(named?.result, 'refused')
      assert.ok(
        named.errors?.some(({ pointer }) => pointer === '/identity'),
        JSON.stringify(named),
      )
      const { key: _, status: _status, ...body } = draft
      await problemOf(await seller.send('POST', '/boards', { body }), 'forbidden')
    },
    ['writing'],
  ),
]

export const boards = needing(['boards'], boardChecks)
