import { fileURLToPath } from 'node:url'
import type { Log } from './log.ts'
import type { Store } from './store/store.ts'

/** The folder of the sample programme, in the shape of any content folder. */
const starter = fileURLToPath(new URL('./starter', import.meta.url))

/** The place of the records, and whether a sample may go there. */
export interface Beginning {
  /** The place as a person names it: the data folder, the memory or the database. */
  place: string
  /** A database server, or a server in production: its owner expects no made-up partners there. */
  refusesSamples: boolean
  log: Log
}

/**
 * Gives a store without a programme the small sample programme, and says so. Where samples are
 * refused, the error says how to begin.
 */
export async function beginProgramme(
  store: Store,
  { place, refusesSamples, log }: Beginning,
): Promise<void> {
  const { storedSettings } = await import('./content/programme/stored-settings.ts')
  if (await storedSettings(store)) return
  if (refusesSamples)
    throw new Error(
      `There is no programme in ${place} yet, and no sample is put there. ` +
        `Start once with --content DIR; ${starter} is a folder to copy.`,
    )
  const { importContent } = await import('./content/import.ts')
  await importContent(store, starter, { log })
  log.info(
    { place, starter, user: 'ada@partner.example' },
    `There was no programme in ${place}, so a small sample was put there. Ask for a token for ` +
      `ada@partner.example by POST /v1/sessions. For your own programme, copy ${starter}, edit it ` +
      'and start with --content and a new --data-dir.',
  )
}
