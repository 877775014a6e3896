import { eq, sql } from 'drizzle-orm'
import type { MailTexts } from '../mail/mail-texts.ts'
import type { Synonyms } from '../rules/text-search/query.ts'
import type { Programme } from '../store/store.ts'
import { noPointRules, type PointRules } from '../store/points.ts'
import type { EnrolmentRule } from '../store/training-records.ts'
import { noTiers, type TierProgramme } from '../store/tiers.ts'
import { rowsOf, type Queries } from './engine/database.ts'
import { forms, settings } from './schema.ts'

const name = 'programme'

export function programmeTable(queries: Queries): Programme {
  /** A part of the programme beside its settings. */
  async function part<Part>(of: string): Promise<Part | undefined> {
    const [row] = await rowsOf<{ record: Part }>(
      queries,
      sql`select record from settings where name = ${of}`,
    )
    return row?.record
  }
  const putPart = (of: string, record: object) =>
    queries.execute(sql`insert into settings (name, record)
      values (${of}, ${JSON.stringify(record)}::jsonb)
      on conflict (name) do update set record = excluded.record`)

  return {
    async settings() {
      const [row] = await queries.select().from(settings).where(eq(settings.name, name))
      if (row) return row.record
      throw new Error(
        'The database has no programme yet: no settings were imported. Start the server once with --content DIR.',
      )
    },
    async form(form) {
      const [row] = await queries.select().from(forms).where(eq(forms.name, form))
      return row?.record
    },
    async putSettings(record) {
      await queries
        .insert(settings)
        .values({ name, record })
        .onConflictDoUpdate({ target: settings.name, set: { record } })
    },
    async putForm(record) {
      await queries
        .insert(forms)
        .values({ name: record.name, record })
        .onConflictDoUpdate({ target: forms.name, set: { record } })
    },
    pointRules: async () => (await part<PointRules>('points')) ?? noPointRules,
    async putPointRules(record) {
      await putPart('points', record)
    },
    tiers: async () => (await part<TierProgramme>('tiers')) ?? noTiers,
    async putTiers(record) {
      await putPart('tiers', record)
    },
    enrolmentRules: async () =>
      (await part<{ rules: EnrolmentRule[] }>('enrolment-rules'))?.rules ?? [],
    async putEnrolmentRules(rules) {
      await putPart('enrolment-rules', { rules })
    },
    mailTexts: async () => (await part<MailTexts>('mail-texts')) ?? {},
    async putMailTexts(texts) {
      await putPart('mail-texts', texts)
    },
    synonyms: async () => (await part<{ groups: Synonyms }>('synonyms'))?.groups ?? [],
    async putSynonyms(groups) {
      await putPart('synonyms', { groups })
    },
    keyRule: async () => (await part<{ rule: number }>('customer-keys'))?.rule ?? 0,
    async putKeyRule(rule) {
      await putPart('customer-keys', { rule })
    },
    countingRule: async () => (await part<{ rule: number }>('board-scores'))?.rule ?? 0,
    async putCountingRule(rule) {
      await putPart('board-scores', { rule })
    },
  }
}
