import type { Deal } from '@prmkit/contract'
import type { TestBackend } from './backend.ts'

/** A registration that the vendor sent back with a question, open for change in name and problem. */
export async function returnedDeal(backend: TestBackend): Promise<Deal> {
  const body = {
    customer: { companyName: 'Waterworks', country: 'DE' },
    name: 'A secret project',
    lines: [{ productId: 'p1', quantity: 1 }],
    consents: { contact: { version: '2026-03', given: true } },
  }
  const { id, revision }: Deal = await backend.as('ada', 'POST', '/deals', body)
  const act = (action: object, seen: number): Promise<Deal> =>
    backend.as('mia', 'POST', `/deals/${id}/actions`, action, seen)
  const review = await act({ action: 'start_review' }, revision)
  return act(
    {
      action: 'return',
      reason: { code: 'incomplete', text: 'Which plant is it?' },
      respondUntil: '2999-01-01',
      editableFields: ['/name', '/problem'],
    },
    review.revision,
  )
}
