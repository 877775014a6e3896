import { DealInput, DealStatus } from '@prmkit/contract'
import type { ProgrammeBlock, TableForm } from '../csv/table.ts'
import { suggestion } from '../problems.ts'
import type { Path } from '../text/yaml.ts'

/** The block `deals` of `vendor.yaml`: how registrations work. */
export const dealProgramme: ProgrammeBlock = {
  name: 'deals',
  defaults: {
    ...{ form: 'deal', statusLabels: {}, stages: [], reasons: [], lossReasons: [] },
    ...{ decisionHours: 16, protectionDays: 90, maxExtensions: 2, maxResubmissions: 2 },
  },
  faults({ deals }) {
    const faults: [Path, string][] = []
    for (const status of Object.keys(deals?.statusLabels ?? {}))
      if (!DealStatus.safeParse(status).success)
        faults.push([
          ['statusLabels', status],
          `is not a status.${suggestion(status, DealStatus.options)}`,
        ])
    for (const list of ['stages', 'reasons', 'lossReasons'] as const) {
      const values = (deals?.[list] ?? []).map(({ value }) => value)
      const twice = values.findIndex((value, index) => values.indexOf(value) !== index)
      if (twice >= 0) faults.push([[list, twice], `has the value of another one.`])
    }
    return faults
  },
}

/** The form that registers a deal. */
export const dealForm: TableForm = {
  nameIn: ({ deals }) => deals?.form,
  noun: 'deal',
  request: DealInput,
  closed: ['/status'],
}
