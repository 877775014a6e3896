import type { MailTexts } from '../mail/mail-texts.ts'
import type { Synonyms } from '../rules/text-search/query.ts'
import type { PointRules } from './points.ts'
import type { FormRecord, SettingsRecord } from './records.ts'
import type { TierProgramme } from './tiers.ts'
import type { EnrolmentRule } from './training-records.ts'

/** The vendor's programme: settings, forms, and the rules of points and tiers. */
export interface Programme {
  settings(): Promise<SettingsRecord>
  form(name: string): Promise<FormRecord | undefined>
  putSettings(settings: SettingsRecord): Promise<void>
  putForm(form: FormRecord): Promise<void>
  /** The rules that make points; none until some were brought in. */
  pointRules(): Promise<PointRules>
  putPointRules(rules: PointRules): Promise<void>
  /** The tiers of the programme; none until some were brought in. */
  tiers(): Promise<TierProgramme>
  putTiers(tiers: TierProgramme): Promise<void>
  /** The rules by which people are enrolled in courses. */
  enrolmentRules(): Promise<readonly EnrolmentRule[]>
  putEnrolmentRules(rules: readonly EnrolmentRule[]): Promise<void>
  /** The vendor’s own messages, which go before those of the server. */
  mailTexts(): Promise<MailTexts>
  putMailTexts(texts: MailTexts): Promise<void>
  /** Groups of words that mean the same for a search. */
  synonyms(): Promise<Synonyms>
  putSynonyms(synonyms: Synonyms): Promise<void>
  /** The rule by which the stored customers got their keys; 0 where none is known. */
  keyRule(): Promise<number>
  putKeyRule(rule: number): Promise<void>
  /** The rule by which boards with an audience were counted; 0 where none is known. */
  countingRule(): Promise<number>
  putCountingRule(rule: number): Promise<void>
}
