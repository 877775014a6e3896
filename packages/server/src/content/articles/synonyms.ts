import { readFile } from 'node:fs/promises'
import type { Store } from '../../store/store.ts'
import type { FileLog } from '../problems.ts'

/** The vendor’s words that mean the same, one group a line, parted by commas; `#` begins a remark. */
export async function importSynonyms(store: Store, path: string, log: FileLog): Promise<void> {
  const groups: string[][] = []
  const lines = (await readFile(path, 'utf8')).split(/\r\n?|\n/)
  for (const [index, line] of lines.entries()) {
    const words = line
      .replace(/#.*/, '')
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean)
    if (words.length === 1)
      log.bad('A group needs at least two words: “leak, seepage”.', { line: index + 1 })
    if (words.length > 1) groups.push(words.slice(0, 20))
  }
  const before = await store.read.programme.synonyms()
  if (JSON.stringify(before) === JSON.stringify(groups)) return void (log.report.unchanged += 1)
  await store.write(({ programme }) => programme.putSynonyms(groups))
  log.report.changed++
}
