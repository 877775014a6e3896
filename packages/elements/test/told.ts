import { edit, only, type Fault, type Scenario } from '@prmkit/mock'

/** A backend that answers these operations with the changes. */
export const told = <Body>(
  summary: string,
  operations: readonly string[],
  change: (body: Body) => object,
): Scenario => ({
  summary,
  fault: only(
    operations,
    edit((body) => change(body as Body)),
  ),
})

/** A backend that answers these operations in its own way. */
export const answering = (
  summary: string,
  operations: readonly string[],
  fault: Fault,
): Scenario => ({ summary, fault: only(operations, fault) })
