// Pushes the export of a help centre into prmkit: `node push.ts EXPORT.json`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { createClient, type Client } from '@prmkit/client'
import type { ArticleRow, Audience, BulkResult, SectionRow } from '@prmkit/contract'
import { goneRows, rowsOf } from './rows.ts'
import type { HelpCentre } from './zendesk.ts'

/** The rows of the last push, so that the next one knows what is gone. */
interface Pushed {
  readonly sections: readonly SectionRow[]
  readonly articles: readonly ArticleRow[]
}

/** Rows and characters that one request takes; a backend refuses more than 500 rows or 16 MB. */
const mostRows = 500
const mostText = 8_000_000

/** Pushes a help centre; answers the lines of a report, and the rows for the next time. */
export async function push(
  client: Client,
  helpCentre: HelpCentre,
  segments: Readonly<Record<string, Audience>>,
  before: Pushed = { sections: [], articles: [] },
): Promise<{ report: string[]; refused: number; pushed: Pushed }> {
  const { sections, articles, leftOut } = rowsOf(helpCentre, segments)
  const report = leftOut.map((line) => `left out: ${line}`)
  const counts: Record<string, number> = {}
  const take = async <Row extends { key: string }>(
    rows: readonly Row[],
    send: (rows: Row[]) => Promise<BulkResult>,
  ) => {
    for (const batch of batchesOf(rows))
      for (const { key, result, errors = [] } of (await send(batch)).rows) {
        counts[result] = (counts[result] ?? 0) + 1
        for (const { pointer, detail } of errors)
          report.push(`refused: ${key}${pointer}: ${detail ?? 'not accepted'}`)
      }
  }
  // A section that is gone goes last, after the articles that stood in it.
  await take(sections, (rows) => client.sections.bulk({ body: { rows } }))
  await take([...articles, ...goneRows(before.articles, articles)], (rows) =>
    client.articles.bulk({ body: { rows } }),
  )
  await take(goneRows(before.sections, sections), (rows) =>
    client.sections.bulk({ body: { rows } }),
  )
  const summary = Object.entries(counts).map(([result, count]) => `${count} ${result}`)
  return {
    report: [...report, summary.join(', ')],
    refused: counts['refused'] ?? 0,
    pushed: { sections, articles },
  }
}

/** Rows in portions that one request takes. */
function batchesOf<Row>(rows: readonly Row[]): Row[][] {
  const batches: Row[][] = []
  let room = 0
  for (const row of rows) {
    const size = JSON.stringify(row).length
    const last = batches.at(-1)
    if (last && last.length < mostRows && size <= room) last.push(row)
    else {
      batches.push([row])
      room = mostText
    }
    room -= size
  }
  return batches
}

/** Reads a file of JSON, or nothing where it does not exist. */
function readJson<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined
}

async function main([file = 'help-centre.json']: readonly string[]) {
  const { API = 'http://localhost:4101', PRMKIT_SECRET_KEY: apiKey } = process.env
  if (!apiKey)
    throw new Error('PRMKIT_SECRET_KEY is not set. Set it to a secret key of the backend.')
  const helpCentre = readJson<HelpCentre>(file)
  if (!helpCentre) throw new Error(`There is no ${file}. Name the export of the help centre.`)
  const client = createClient({ baseUrl: API, apiKey })
  const last = `${file}.pushed`
  const segments = readJson<Record<string, Audience>>('segments.json') ?? {}
  const { report, refused, pushed } = await push(client, helpCentre, segments, readJson(last))
  writeFileSync(last, JSON.stringify(pushed))
  console.log(report.join('\n'))
  client.close()
  process.exitCode = refused > 0 ? 1 : 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2))
