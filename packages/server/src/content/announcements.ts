import { PartnerKind, Role, type Audience } from '@prmkit/contract'
import { announcementOwned } from '../rules/announcements/owned.ts'
import { hasBegun, nextDue } from '../rules/announcements/validity.ts'
import { readersOf } from '../rules/shared/owned.ts'
import type { AnnouncementRecord } from '../store/announcements.ts'
import type { EventRecord } from '../store/records.ts'
import { strangeWords } from './audience-words.ts'
import { columnsOf, split } from './csv/columns.ts'
import { quoted } from './problems.ts'
import type { Row } from './csv/row.ts'
import type { Table } from './csv/table.ts'

/** An announcement as its files describe it. */
type Described = Omit<
  AnnouncementRecord,
  'createdAt' | 'updatedAt' | 'revision' | 'validFrom' | 'dueAt'
> & {
  validFrom?: string
}

const textLength = 50_000

/** `announcements/*.md`: the vendor's news. */
export const announcements: Table<Described> = {
  file: 'announcements/*.md',
  kind: 'announcements',
  columns: columnsOf([
    { names: ['title'], required: true, help: 'one line of plain text' },
    {
      names: ['text', 'title.', 'text.'],
      help: 'of the files themselves: the text below the front matter, and `name.de.md`',
    },
    { names: ['key'], help: 'else the name of the file, without its language' },
    { names: ['language'], help: 'else the first language of `vendor.yaml`' },
    {
      names: ['validFrom', 'validUntil'],
      help: 'a date or an instant; else from the first import on, without end',
    },
    { names: ['acknowledge'], help: '`true` asks every reader to acknowledge it' },
    {
      names: ['audience.tiers', 'audience.regions'],
      help: 'the words of `partners.csv`, exactly as they stand there',
    },
    { names: ['audience.partnerKinds'], help: '`reseller`, `distributor`, `agency`' },
    { names: ['audience.partners'], of: 'partners', keys: split, help: 'keys of partners' },
    { names: ['audience.roles'], help: '`partner_admin`, `partner_seller`' },
  ]),
  row(row, id, key, { settings, words }) {
    const languages = settings?.languages ?? []
    const language = row.cell('language') ?? languages[0] ?? 'en'
    if (languages.length > 0 && !languages.includes(language))
      row.wrong('language', `${quoted(language)} is not one of the languages in vendor.yaml.`)
    const validFrom = row.instant('validFrom')
    const validUntil = readEnd(row)
    if (validUntil !== undefined && validFrom !== undefined && validUntil <= validFrom)
      row.wrong('validUntil', 'This is before validFrom.')
    const audience = readAudience(row)
    for (const { field, text } of strangeWords(audience, words)) row.note(`audience.${field}`, text)
    return {
      id,
      externalIds: row.externalIds(key),
      language,
      texts: readTexts(row, language),
      ...(validFrom !== undefined && { validFrom }),
      ...(validUntil !== undefined && { validUntil }),
      acknowledge: row.flag('acknowledge') ?? false,
      audience,
    }
  },
  async replace({ announcements: stored, events }, { added, changed, at }) {
    const known = await stored.many(changed.map(({ record }) => record.id))
    const before = new Map(known.map((record) => [record.id, record]))
    const records = [...added, ...changed].map(({ record }) => {
      const { createdAt = at, revision = 0, validFrom = at } = before.get(record.id) ?? {}
      const made = { validFrom, ...record, createdAt, updatedAt: at, revision: revision + 1 }
      const dueAt = nextDue(made, at)
      return { ...made, ...(dueAt !== undefined && { dueAt }) }
    })
    await stored.put(records)
    const told = records.filter((record) =>
      [record, before.get(record.id)].some((one) => one && hasBegun(one, at)),
    )
    if (told.length > 0)
      await events.append(...told.map((record) => changeEvent(record, at, before.get(record.id))))
  },
}

/** The event that tells all who may read an announcement, or might until now, of its change. */
function changeEvent(
  record: AnnouncementRecord,
  at: string,
  before: AnnouncementRecord = record,
): EventRecord {
  const { id: resourceId, revision } = record
  return {
    ...{ type: 'announcement.updated', resource: 'announcements', resourceId, revision, at },
    ...readersOf(announcementOwned(record, at), announcementOwned(before, at)),
  }
}

function readTexts(row: Row, language: string): AnnouncementRecord['texts'] {
  const textOf = (suffix: string) => ({
    title: row.required(`title${suffix}`, row.text(`title${suffix}`), ''),
    text: row.longText(`text${suffix}`, textLength) ?? '',
  })
  const texts: AnnouncementRecord['texts'] = { [language]: textOf('') }
  for (const { name } of row.header.family('text.'))
    if (name in texts) row.wrong(`text.${name}`, `Another file is in ${name} already.`)
    else texts[name] = textOf(`.${name}`)
  return texts
}

/** The last instant: that of a day where no time is given. */
function readEnd(row: Row): string | undefined {
  const hasTime = row.cell('validUntil')?.includes(':')
  return hasTime ? row.instant('validUntil') : row.endOfDay('validUntil')
}

function readAudience(row: Row): Audience {
  const kinds = row.oneOfEach('audience.partnerKinds', PartnerKind.options)
  const roles = row.oneOfEach('audience.roles', Role.options)
  const tiers = row.list('audience.tiers')
  const regions = row.list('audience.regions')
  const partnerIds = row.references('audience.partners')
  return {
    ...(tiers.length > 0 && { tiers }),
    ...(regions.length > 0 && { regions }),
    ...(kinds.length > 0 && { partnerKinds: kinds }),
    ...(partnerIds.length > 0 && { partnerIds }),
    ...(roles.length > 0 && { roles }),
  }
}
