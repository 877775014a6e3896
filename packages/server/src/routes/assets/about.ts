import { suitsRecords, type Matched } from '../../resource.ts'
import type { Services } from '../../services.ts'

/** The record that a request about assets names. */
export interface About {
  resource: Matched
  id: string
}

/** The record that these fields of a request name; none where they name none. */
export function aboutIn(
  { resources }: Pick<Services, 'resources'>,
  fields: object,
): About | undefined {
  const values: Record<string, unknown> = { ...fields }
  for (const resource of [...resources.values()].filter(suitsRecords)) {
    const id = values[resource.suits.idName]
    if (typeof id === 'string') return { resource, id }
  }
  return undefined
}
