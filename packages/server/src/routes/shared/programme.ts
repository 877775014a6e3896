import type { Discovery } from '@prmkit/contract'
import { bestLanguage } from '../../http/headers.ts'
import { offeredLanguages } from '../../rules/content/languages.ts'
import type { SessionCaller } from '../../rules/shared/callers.ts'
import type { Services } from '../../services.ts'
import type { Tables } from '../../store/store.ts'

/** The parts of a call that reading records needs. */
export interface Reading {
  caller: SessionCaller
  tables: Tables
  services: Services
  languages: readonly string[]
  now: string
}

/** The vendor's settings in one language. */
export type Settings = Omit<Discovery, 'contract' | 'capabilities' | 'files'>

/** The vendor's settings in the language the reader likes best. */
export async function settingsFor({
  services,
  tables,
  languages,
}: Pick<Reading, 'services' | 'tables' | 'languages'>) {
  const settings = await services.settings(tables)
  const language = bestLanguage(languages, settings.discovery, offeredLanguages(settings))
  const localised = settings.discovery[language]
  if (!localised) throw new Error('The store has no settings. Import content, or seed it.')
  return { settings, localised: localised satisfies Settings, language }
}
