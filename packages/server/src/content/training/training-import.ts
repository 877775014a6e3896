import type { Performer } from '../../background/performer.ts'
import type { AssetImport } from '../assets/find-assets.ts'
import type { Tell } from '../assets/read-asset.ts'
import type { Tree } from '../tree/walk.ts'

/** Everything that bringing in courses needs. */
export interface TrainingImport extends AssetImport, Tree {
  /** The vendor’s time zone. */
  zone: string
  /** Reads packages, in child processes. */
  performer: Performer
  tell: Tell
}
