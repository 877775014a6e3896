import { skip } from '../expect.ts'

/** The records of a list. */
export async function listed<One>(list: AsyncIterable<One>): Promise<One[]> {
  const found: One[] = []
  for await (const one of list) found.push(one)
  return found
}

/** The first record of a list that fits, or a skip that says which one the backend lacks. */
export async function firstOf<One>(
  list: AsyncIterable<One>,
  lacking: string,
  fits: (one: One) => boolean = () => true,
): Promise<One> {
  for await (const one of list) if (fits(one)) return one
  skip(`The backend has no ${lacking}.`)
}

/** The ids of records. */
export const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id)
