import type { SettingsRecord } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'

/** The vendor's settings; `undefined` on a store that has no programme yet. */
export async function storedSettings(store: Store): Promise<SettingsRecord | undefined> {
  try {
    return await store.read.programme.settings()
  } catch {
    return undefined
  }
}
