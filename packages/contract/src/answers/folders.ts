// Generated from routes.ts; see generate.ts.
import { Folder, FolderTree } from '../schemas/articles/sections.ts'
import { BulkResult } from '../schemas/bulk.ts'

/** The schemas of the answers of `folders`; in brackets where pages hold them. */
export const answers = {
  list: FolderTree,
  create: Folder,
  update: Folder,
  act: Folder,
  bulk: BulkResult,
}
