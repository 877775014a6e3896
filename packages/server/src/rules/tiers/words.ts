import type { Reason } from '@prmkit/contract'

/** The news of another tier in one language: its title, and its text for each reason. */
interface Words {
  title(tier: string): string
  met: string
  missed: string
  byHand: string
}

const words: Record<string, Words> = {
  en: {
    title: (tier) => `Your tier is now ${tier}`,
    met: 'Your company meets all requirements of this tier. Thank you for your work.',
    missed:
      'The requirements of the tier before were not met, also not within the grace period. Your progress shows what is missing.',
    byHand: 'We have changed the tier of your company.',
  },
  de: {
    title: (tier) => `Ihre Partnerstufe ist jetzt ${tier}`,
    met: 'Ihr Unternehmen erfüllt alle Anforderungen dieser Stufe. Vielen Dank für Ihren Einsatz.',
    missed:
      'Die Anforderungen der bisherigen Stufe wurden auch innerhalb der Nachfrist nicht erfüllt. Ihr Fortschritt zeigt, was noch fehlt.',
    byHand: 'Wir haben die Partnerstufe Ihres Unternehmens geändert.',
  },
  ar: {
    title: (tier) => `فئة شراكتكم الآن: ${tier}`,
    met: 'استوفت شركتكم جميع متطلبات هذه الفئة. شكرًا لجهودكم.',
    missed: 'لم تُستوفَ متطلبات الفئة السابقة حتى خلال مهلة السماح. يعرض تقدمكم ما ينقص.',
    byHand: 'غيّرنا فئة شراكة شركتكم.',
  },
}

/** The news of another tier; a language without words of its own reads English. */
export function tierWords(
  language: string,
  tier: string,
  { code, text = '' }: Reason,
): { title: string; text: string } {
  const { title, met, missed, byHand } = words[language.split('-')[0] ?? ''] ?? words['en']!
  const sentence =
    code === 'requirements-met' ? met : code === 'requirements-missed' ? missed : byHand
  return { title: title(tier), text: text === '' ? sentence : `${sentence}\n\n${text}` }
}
