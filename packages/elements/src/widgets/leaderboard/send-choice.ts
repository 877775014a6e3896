import type { PrmError } from '@prmkit/client'
import type { Board, BoardMine } from '@prmkit/contract'
import type { Client } from '../../base/portal.ts'

export { catalog } from '../../locales/leaderboard-later/catalog.ts'

/**
 * Sends the reader's choice on a board until it is the one that they made last, each against the
 * revision that was told last. A choice that was made elsewhere in between gives way to this one,
 * which came later. Answers the text of what is kept; rejects with the client's error.
 */
export async function sendChoice(
  client: Client,
  { id }: Pick<Board, 'id'>,
  { revision: ifMatch }: Pick<BoardMine, 'revision'>,
  choices: ReadonlyMap<string, boolean>,
): Promise<'shown' | 'notShown'> {
  const visible = choices.get(id) === true
  const params = { id }
  let isKept = true
  const known = await client.boards
    .setMine({ params, body: { visible }, ifMatch })
    .catch(async (error: PrmError) => {
      if (error.code !== 'revision-stale') throw error
      isKept = false
      const now = await client.boards.getMine({ params })
      if (now.revision === ifMatch) throw error
      return now
    })
  if (isKept && choices.get(id) === visible) return visible ? 'shown' : 'notShown'
  return sendChoice(client, { id }, known, choices)
}
