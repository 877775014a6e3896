/** Subject and text of a message; `{name}` is the reader’s first name, `{link}` leads to the record. */
export interface MailText {
  subject: string
  text: string
}

/** Texts by language, then by the type of the event that they tell of. */
export type MailTexts = Readonly<Record<string, Readonly<Record<string, MailText>>>>

const message = (hello: string, subject: string, sentence: string): MailText => ({
  subject,
  text: `${hello}\n\n${sentence}\n\n{link}\n`,
})

const english = (subject: string, sentence: string) => message('Hello {name},', subject, sentence)
const german = (subject: string, sentence: string) =>
  message('Guten Tag {name},', subject, sentence)
const arabic = (subject: string, sentence: string) => message('مرحبًا {name}،', subject, sentence)

const approved = 'Your registration was approved'
const decided = 'There is a decision on your registration'

/**
 * The messages that are sent unless the vendor has its own. None names a customer, an amount or a
 * company: mail is read by others.
 */
export const mailTexts: MailTexts = {
  en: {
    'deal.approved': english(approved, 'One of your registrations was approved. See it here:'),
    'deal.rejected': english(decided, 'One of your registrations was decided. See it here:'),
    'deal.declined': english(decided, 'One of your registrations was decided. See it here:'),
    'deal.returned': english(
      'Your registration needs more information',
      'One of your registrations came back to you. See here what is missing:',
    ),
    'deal.expired': english(
      'The protection of a registration has ended',
      'The protection of one of your registrations has ended. See it here:',
    ),
    'deal.expiring': english(
      'A protection ends soon',
      'The protection of one of your registrations ends soon. See it here:',
    ),
    'enrolment.created': english(
      'Training was assigned to you',
      'A course was assigned to you. Start it here:',
    ),
    'enrolment.due_soon': english(
      'A course is due soon',
      'A course that you take is due soon. Go on here:',
    ),
    'enrolment.overdue': english(
      'A course is overdue',
      'A course that you take is overdue. Go on here:',
    ),
    'class.moved_up': english(
      'You have a seat in a class',
      'A seat has become free in a class that you were waiting for. It is yours now. See it here:',
    ),
    'award.expiring': english(
      'A certificate ends soon',
      'One of your certificates ends soon. See here how to renew it:',
    ),
    'award.issued': english(
      'You have earned a certificate',
      'You have earned a certificate. See and download it here:',
    ),
    'award.expired': english(
      'A certificate has expired',
      'One of your certificates has expired. See here how to renew it:',
    ),
  },
  de: {
    'deal.approved': german(
      'Ihre Registrierung ist genehmigt',
      'eine Ihrer Registrierungen ist genehmigt. Hier sehen Sie sie:',
    ),
    'deal.rejected': german(
      'Über Ihre Registrierung ist entschieden',
      'über eine Ihrer Registrierungen ist entschieden. Hier sehen Sie sie:',
    ),
    'deal.declined': german(
      'Über Ihre Registrierung ist entschieden',
      'über eine Ihrer Registrierungen ist entschieden. Hier sehen Sie sie:',
    ),
    'deal.returned': german(
      'Rückfrage zu Ihrer Registrierung',
      'eine Ihrer Registrierungen liegt wieder bei Ihnen. Hier sehen Sie, was noch fehlt:',
    ),
    'deal.expired': german(
      'Der Schutz einer Registrierung ist abgelaufen',
      'der Schutz einer Ihrer Registrierungen ist abgelaufen. Hier sehen Sie sie:',
    ),
    'deal.expiring': german(
      'Ein Schutz läuft bald ab',
      'der Schutz einer Ihrer Registrierungen läuft bald ab. Hier sehen Sie sie:',
    ),
    'enrolment.created': german(
      'Ihnen wurde eine Schulung zugewiesen',
      'Ihnen wurde ein Kurs zugewiesen. Hier beginnen Sie:',
    ),
    'enrolment.due_soon': german(
      'Ein Kurs ist bald fällig',
      'einer Ihrer Kurse ist bald fällig. Hier machen Sie weiter:',
    ),
    'enrolment.overdue': german(
      'Ein Kurs ist überfällig',
      'einer Ihrer Kurse ist überfällig. Hier machen Sie weiter:',
    ),
    'class.moved_up': german(
      'Sie haben einen Platz in einer Schulung',
      'in einer Schulung, für die Sie auf der Warteliste standen, ist ein Platz frei geworden. Er gehört jetzt Ihnen:',
    ),
    'award.expiring': german(
      'Ein Zertifikat läuft bald ab',
      'eines Ihrer Zertifikate läuft bald ab. Hier sehen Sie, wie Sie es erneuern:',
    ),
    'award.issued': german(
      'Sie haben ein Zertifikat erworben',
      'Sie haben ein Zertifikat erworben. Hier sehen Sie es und laden es herunter:',
    ),
    'award.expired': german(
      'Ein Zertifikat ist abgelaufen',
      'eines Ihrer Zertifikate ist abgelaufen. Hier sehen Sie, wie Sie es erneuern:',
    ),
  },
  ar: {
    'deal.approved': arabic(
      'تمت الموافقة على تسجيلك',
      'تمت الموافقة على أحد تسجيلاتك. يمكنك الاطلاع عليه هنا:',
    ),
    'deal.rejected': arabic(
      'صدر قرار بشأن تسجيلك',
      'صدر قرار بشأن أحد تسجيلاتك. يمكنك الاطلاع عليه هنا:',
    ),
    'deal.declined': arabic(
      'صدر قرار بشأن تسجيلك',
      'صدر قرار بشأن أحد تسجيلاتك. يمكنك الاطلاع عليه هنا:',
    ),
    'deal.returned': arabic(
      'تسجيلك بحاجة إلى معلومات إضافية',
      'أُعيد إليك أحد تسجيلاتك. اطّلع هنا على ما ينقصه:',
    ),
    'deal.expired': arabic(
      'انتهت حماية أحد تسجيلاتك',
      'انتهت مدة حماية أحد تسجيلاتك. يمكنك الاطلاع عليه هنا:',
    ),
    'deal.expiring': arabic(
      'تنتهي قريبًا حماية أحد تسجيلاتك',
      'تنتهي قريبًا مدة حماية أحد تسجيلاتك. يمكنك الاطلاع عليه هنا:',
    ),
    'enrolment.created': arabic('أُسند إليك تدريب', 'أُسندت إليك دورة. ابدأها من هنا:'),
    'enrolment.due_soon': arabic(
      'اقترب موعد إكمال دورة',
      'اقترب موعد إكمال إحدى دوراتك. تابعها من هنا:',
    ),
    'enrolment.overdue': arabic(
      'تجاوزت موعد إكمال دورة',
      'انقضى موعد إكمال إحدى دوراتك. تابعها من هنا:',
    ),
    'class.moved_up': arabic(
      'أصبح لديك مقعد في دورة حضورية',
      'توفّر مقعد في دورة كنت على قائمة انتظارها، وقد حُجز لك. يمكنك الاطلاع عليها هنا:',
    ),
    'award.expiring': arabic(
      'إحدى شهاداتك تنتهي قريبًا',
      'إحدى شهاداتك تنتهي صلاحيتها قريبًا. اطّلع هنا على كيفية تجديدها:',
    ),
    'award.issued': arabic('حصلت على شهادة', 'حصلت على شهادة جديدة. يمكنك عرضها وتنزيلها هنا:'),
    'award.expired': arabic(
      'انتهت صلاحية إحدى شهاداتك',
      'انتهت صلاحية إحدى شهاداتك. اطّلع هنا على كيفية تجديدها:',
    ),
  },
}

/** The events that somebody gets a message about. */
export const mailEvents: readonly string[] = Object.keys(mailTexts['en'] ?? {})

/**
 * The text for an event in a language, of the first source that has one before the server’s own; in
 * English where there is none in it.
 */
export function mailText(
  sources: readonly MailTexts[],
  language: string,
  event: string,
): MailText | undefined {
  const [primary = ''] = language.toLowerCase().split('-')
  for (const one of [language, primary, 'en'])
    for (const source of [...sources, mailTexts])
      if (Object.hasOwn(source, one) && source[one]?.[event]) return source[one][event]
  return undefined
}
