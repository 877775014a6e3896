import type { FormRecord, SettingsRecord } from '../records.ts'
import type { Programme } from '../store.ts'
import { noPointRules, type PointRules } from '../points.ts'
import { noTiers, type TierProgramme } from '../tiers.ts'
import type { EnrolmentRule } from '../training-records.ts'
import type { MailTexts } from '../../mail/mail-texts.ts'
import type { Synonyms } from '../../rules/text-search/query.ts'
import { Table, type Undo } from './table.ts'

export function programmeTable(undo: Undo): Programme {
  const settings = new Table<SettingsRecord>(undo)
  const forms = new Table<FormRecord>(undo)
  const rules = new Table<PointRules>(undo)
  const tiers = new Table<TierProgramme>(undo)
  const enrolling = new Table<readonly EnrolmentRule[]>(undo)
  const messages = new Table<MailTexts>(undo)
  const same = new Table<{ groups: Synonyms }>(undo)
  const keys = new Table<{ rule: number }>(undo)
  return {
    async settings() {
      const found = settings.get('programme')
      if (found) return found
      throw new Error(
        'The store has no programme yet: no settings were imported. Start the server with --content DIR, or seed the store.',
      )
    },
    async form(name) {
      return forms.get(name)
    },
    async putSettings(record) {
      settings.put('programme', record)
    },
    async putForm(record) {
      forms.put(record.name, record)
    },
    async pointRules() {
      return rules.get('points') ?? noPointRules
    },
    async putPointRules(record) {
      rules.put('points', record)
    },
    async tiers() {
      return tiers.get('tiers') ?? noTiers
    },
    async putTiers(record) {
      tiers.put('tiers', record)
    },
    async enrolmentRules() {
      return enrolling.get('all') ?? []
    },
    async putEnrolmentRules(rules) {
      enrolling.put('all', rules)
    },
    async mailTexts() {
      return messages.get('all') ?? {}
    },
    async putMailTexts(texts) {
      messages.put('all', texts)
    },
    async synonyms() {
      return same.get('all')?.groups ?? []
    },
    async putSynonyms(groups) {
      same.put('all', { groups })
    },
    async keyRule() {
      return keys.get('customers')?.rule ?? 0
    },
    async putKeyRule(rule) {
      keys.put('customers', { rule })
    },
    async countingRule() {
      return keys.get('scores')?.rule ?? 0
    },
    async putCountingRule(rule) {
      keys.put('scores', { rule })
    },
  }
}
