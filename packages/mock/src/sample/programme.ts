import type { SettingsRecord } from '@prmkit/server'
import { inEveryLanguage, type Say, type Words } from './words.ts'

const statusLabels: Record<string, Words> = {
  draft: ['Draft', 'Entwurf', 'مسودة'],
  submitted: ['Submitted', 'Eingereicht', 'مُقدَّم'],
  under_review: ['Under review', 'In Prüfung', 'قيد المراجعة'],
  action_required: ['Answer needed', 'Antwort nötig', 'الرد مطلوب'],
  approved: ['Protected', 'Geschützt', 'محمي'],
  rejected: ['Changes needed', 'Änderungen nötig', 'التعديل مطلوب'],
  declined: ['Declined', 'Abgelehnt', 'مرفوض'],
  duplicate: ['Already registered', 'Bereits registriert', 'مسجَّل مسبقًا'],
  withdrawn: ['Withdrawn', 'Zurückgezogen', 'مسحوب'],
  expired: ['Protection ended', 'Schutz abgelaufen', 'انتهت الحماية'],
  closed: ['Closed', 'Abgeschlossen', 'مغلق'],
}

/** How far a sale can be. */
export const stages: Record<string, Words> = {
  qualified: ['Need confirmed', 'Bedarf bestätigt', 'تأكيد الحاجة'],
  site_survey: ['Site survey', 'Ortsbegehung', 'معاينة الموقع'],
  pilot: ['Pilot running', 'Pilot läuft', 'تشغيل تجريبي'],
  proposal: ['Proposal made', 'Angebot liegt vor', 'عرض مقدَّم'],
  negotiation: ['Negotiation', 'Verhandlung', 'تفاوض'],
}

const reasons: Record<string, Words> = {
  incomplete: ['Details are missing', 'Angaben fehlen', 'بيانات ناقصة'],
  evidence_missing: [
    'No evidence of work with the customer',
    'Kein Nachweis der Arbeit mit dem Kunden',
    'لا يوجد إثبات على العمل مع العميل',
  ],
  existing_customer: [
    'Customer already buys from us directly',
    'Kunde kauft bereits direkt bei uns',
    'العميل يشتري منا مباشرة',
  ],
  already_registered: [
    'Another registration came first',
    'Eine andere Registrierung war früher',
    'سبقه تسجيل آخر',
  ],
  no_activity: ['No activity', 'Keine Aktivität', 'لا يوجد نشاط'],
  other: ['Another reason', 'Anderer Grund', 'سبب آخر'],
}

const lossReasons: Record<string, Words> = {
  price: ['Price', 'Preis', 'السعر'],
  competitor: ['Lost to a competitor', 'An Wettbewerber verloren', 'فاز منافس'],
  no_budget: ['Budget was cut', 'Budget gestrichen', 'أُلغيت الميزانية'],
  no_decision: ['No decision was made', 'Keine Entscheidung', 'لم يُتخذ قرار'],
}

const labels = (words: Record<string, Words>, say: Say) =>
  Object.fromEntries(Object.entries(words).map(([value, label]) => [value, say(label)]))

/** The options of a choice in one language. */
export const options = (words: Record<string, Words>, say: Say) =>
  Object.entries(labels(words, say)).map(([value, label]) => ({ value, label }))

/** How the made-up vendor’s programme works. */
export const settings: SettingsRecord = {
  softenAvailability: false,
  discovery: inEveryLanguage((say) => ({
    vendor: { name: 'Quellmark', url: 'https://www.quellmark.example' },
    timeZone: 'Europe/Berlin',
    businessHours: { days: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' },
    languages: ['en', 'de', 'ar'],
    currencies: ['EUR', 'USD', 'JPY'],
    deals: {
      form: 'deal',
      statusLabels: labels(statusLabels, say),
      stages: options(stages, say),
      reasons: options(reasons, say),
      lossReasons: options(lossReasons, say),
      decisionHours: 18,
      protectionDays: 90,
      maxExtensions: 2,
      maxResubmissions: 2,
    },
  })),
}
