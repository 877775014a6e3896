import type { Reason } from '@prmkit/contract'

/** News for the people of a partner. */
export interface News {
  title: string
  text: string
}

/** The news of another tier in one language: its title, and its text for each reason; and those of a grace. */
interface Words {
  title(tier: string): string
  graceTitle(tier: string): string
  grace(day: string): string
  met: string
  missed: string
  byHand: string
}

const words: Record<string, Words> = {
  en: {
    title: (tier) => `Your tier is now ${tier}`,
    graceTitle: (tier) => `Your tier ${tier} is at risk`,
    grace: (day) =>
      `Your company did not meet the requirements of this tier. It keeps the tier if it meets them by ${day}. Your progress shows what is missing.`,
    met: 'Your company meets all requirements of this tier. Thank you for your work.',
    missed:
      'The requirements of the tier before were not met, also not within the grace period. Your progress shows what is missing.',
    byHand: 'We have changed the tier of your company.',
  },
  de: {
    title: (tier) => `Ihre Partnerstufe ist jetzt ${tier}`,
    graceTitle: (tier) => `Ihre Partnerstufe ${tier} ist gefährdet`,
    grace: (day) =>
      `Ihr Unternehmen hat die Anforderungen dieser Stufe nicht erfüllt. Es behält sie, wenn es die Anforderungen bis zum ${day} erfüllt. Ihr Fortschritt zeigt, was noch fehlt.`,
    met: 'Ihr Unternehmen erfüllt alle Anforderungen dieser Stufe. Vielen Dank für Ihren Einsatz.',
    missed:
      'Die Anforderungen der bisherigen Stufe wurden auch innerhalb der Nachfrist nicht erfüllt. Ihr Fortschritt zeigt, was noch fehlt.',
    byHand: 'Wir haben die Partnerstufe Ihres Unternehmens geändert.',
  },
  ar: {
    title: (tier) => `فئة شراكتك الآن: ${tier}`,
    graceTitle: (tier) => `فئة شراكتك ${tier} معرّضة للفقدان`,
    grace: (day) =>
      `لم تستوفِ شركتك متطلبات هذه الفئة. تحتفظ بها إذا استوفتها حتى ${day}. يعرض تقدمك ما ينقص.`,
    met: 'استوفت شركتك جميع متطلبات هذه الفئة. شكرًا لجهودك.',
    missed: 'لم تُستوفَ متطلبات الفئة السابقة حتى خلال مهلة السماح. يعرض تقدمك ما ينقص.',
    byHand: 'غيّرنا فئة شراكة شركتك.',
  },
}

/** The news of another tier; a language without words of its own reads English. */
export function tierWords(language: string, tier: string, { code, text = '' }: Reason): News {
  const { title, met, missed, byHand } = wordsIn(language)
  const sentence =
    code === 'requirements-met' ? met : code === 'requirements-missed' ? missed : byHand
  return { title: title(tier), text: text === '' ? sentence : `${sentence}\n\n${text}` }
}

/** The news that a partner keeps its tier by grace alone, with the last day of it in the vendor’s zone. */
export function graceWords(
  language: string,
  tier: string,
  { graceUntil, zone }: { graceUntil: string; zone: string },
): News {
  const { graceTitle, grace } = wordsIn(language)
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: zone })
  return { title: graceTitle(tier), text: grace(day.format(new Date(graceUntil))) }
}

const wordsIn = (language: string): Words => words[language.split('-')[0] ?? ''] ?? words['en']!
