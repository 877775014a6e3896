// Gathers the licences of the packages whose code stands in a file of ours.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The notices for data of others that a package holds and ships no notice for. */
const dataNotices: Readonly<Record<string, string>> = {
  tldts: `It holds data of the Public Suffix List, which is subject to the terms of the Mozilla Public
License, v. 2.0 (https://mozilla.org/MPL/2.0/). Its source is https://publicsuffix.org/list/.`,
}

/** The notices of all packages that these modules come from, by their paths; ours have none. */
export function licensesOf(modules: Iterable<string>): string {
  const notices = new Map<string, string>()
  for (const id of modules) {
    const folder = packageOf(id)
    if (!folder) continue
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    )
    const title = `${name} ${version} (${license})`
    if (notices.has(title)) continue
    const parts = [title, textIn(folder), dataNotices[name]].filter(Boolean)
    notices.set(title, `${parts.join('\n\n')}\n`)
  }
  const sorted = [...notices].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return sorted.map(([, notice]) => notice).join(`\n${'-'.repeat(80)}\n\n`)
}

/** The folder of the package of a module below `node_modules`. */
function packageOf(id: string): string | undefined {
  if (!id.includes('/node_modules/')) return undefined
  let folder = dirname(id)
  // A package may have further package.json files inside, without a name and version.
  while (!/\/node_modules\/(@[^/]+\/)?[^/]+$/.test(folder)) folder = dirname(folder)
  return folder
}

/** The licence as the package ships it. */
function textIn(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name))
  if (!file) throw new Error(`${folder} ships no licence.`)
  return readFileSync(join(folder, file), 'utf8').trim()
}
