import type { DealProgramme } from '@prmkit/contract'
import { notFound } from '../../problem.ts'
import { settingsFor, type Reading, type Settings } from '../shared/programme.ts'

/** The settings of a vendor who takes registrations. */
export type Programme = Settings & { deals: DealProgramme }

/** The vendor's programme; there is none where the vendor takes no registrations. */
export async function programmeFor(call: Pick<Reading, 'services' | 'tables' | 'languages'>) {
  const { settings, localised, language } = await settingsFor(call)
  const { deals } = localised
  if (!deals) throw notFound('registration')
  return { settings, programme: { ...localised, deals } satisfies Programme, language }
}
