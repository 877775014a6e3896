import { indexContent, tellOf, type Library } from '../../routes/content/library.ts'
import type { ContentRecord } from '../../store/content-records.ts'
import type { Store } from '../../store/store.ts'
import type { FileLog } from '../problems.ts'

const removed = { code: 'removed' }

/** Tells whether content is retired because its file was gone, and not by the vendor’s own word. */
export function isGone({ status, statusReason }: Pick<ContentRecord, 'status' | 'statusReason'>) {
  return status === 'retired' && statusReason?.code === removed.code
}

/** Retires content whose files are gone; their addresses say so. */
export async function retireGone<Stored extends ContentRecord>(
  library: Library<Stored>,
  { store, now, log }: { store: Store; now: string; log: FileLog },
  prefix: string,
  keys: ReadonlySet<string>,
): Promise<void> {
  const there = await library.sources(store.read, prefix)
  const gone = there.filter(({ source = '' }) => !keys.has(source.slice(prefix.length)))
  for (const { id } of gone)
    await store.write(async (tables) => {
      const before = await library.lock(tables, id)
      if (!before || before.status === 'retired') return
      const record = {
        ...{ ...before, status: 'retired', updatedAt: now, revision: before.revision + 1 },
        statusReason: removed,
      }
      await library.put(tables, [record])
      await indexContent(library, tables, [record])
      const { retired } = library.resource.events
      await tellOf(library, { tables, now, requestId: 'import' }, record, retired, before)
      log.report.changed++
    })
}
