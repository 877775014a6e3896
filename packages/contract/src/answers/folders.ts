// Generated from routes.ts; see generate.ts.
import { BulkResult } from '../schemas/bulk.ts'
import { Folder, FolderTree } from '../schemas/sections.ts'

/** The schemas of the answers of `folders`; in brackets where pages hold them. */
export const answers = {
  list: FolderTree,
  create: Folder,
  update: Folder,
  act: Folder,
  bulk: BulkResult,
}
