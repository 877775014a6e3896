import type { Board, BoardMine } from '@prmkit/contract'
import type { Client } from '../../base/portal.ts'

/**
 * Sends the reader's choice on a board until it is the one that they made last, each against the
 * revision that the answer before told. Answers the text of what is kept; rejects with the client's
 * error.
 */
export async function sendChoice(
  client: Client,
  { id }: Pick<Board, 'id'>,
  { revision: ifMatch }: Pick<BoardMine, 'revision'>,
  choices: ReadonlyMap<string, boolean>,
): Promise<'shown' | 'notShown'> {
  const visible = choices.get(id) === true
  const mine = await client.boards.setMine({ params: { id }, body: { visible }, ifMatch })
  if (choices.get(id) !== visible) return sendChoice(client, { id }, mine, choices)
  return visible ? 'shown' : 'notShown'
}
