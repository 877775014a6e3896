import { mails, type MailWords } from './mail-texts.ts'

/** A rejected and a declined registration read alike: the decision itself stands in the portal alone. */
const decided: MailWords = {
  en: [
    'There is a decision on your registration',
    'One of your registrations was decided. See it here:',
  ],
  de: [
    'Über Ihre Registrierung ist entschieden',
    'über eine Ihrer Registrierungen ist entschieden. Hier sehen Sie sie:',
  ],
  ar: ['صدر قرار بشأن تسجيلك', 'صدر قرار بشأن أحد تسجيلاتك. يمكنك الاطلاع عليه هنا:'],
}

/** The messages about registrations. */
export const dealMails = mails({
  'deal.approved': {
    en: ['Your registration was approved', 'One of your registrations was approved. See it here:'],
    de: [
      'Ihre Registrierung ist genehmigt',
      'eine Ihrer Registrierungen ist genehmigt. Hier sehen Sie sie:',
    ],
    ar: ['تمت الموافقة على تسجيلك', 'تمت الموافقة على أحد تسجيلاتك. يمكنك الاطلاع عليه هنا:'],
  },
  'deal.rejected': decided,
  'deal.declined': decided,
  'deal.returned': {
    en: [
      'Your registration needs more information',
      'One of your registrations came back to you. See here what is missing:',
    ],
    de: [
      'Rückfrage zu Ihrer Registrierung',
      'eine Ihrer Registrierungen liegt wieder bei Ihnen. Hier sehen Sie, was noch fehlt:',
    ],
    ar: ['تسجيلك بحاجة إلى معلومات إضافية', 'أُعيد إليك أحد تسجيلاتك. اطّلع هنا على ما ينقصه:'],
  },
  'deal.expired': {
    en: [
      'The protection of a registration has ended',
      'The protection of one of your registrations has ended. See it here:',
    ],
    de: [
      'Der Schutz einer Registrierung ist abgelaufen',
      'der Schutz einer Ihrer Registrierungen ist abgelaufen. Hier sehen Sie sie:',
    ],
    ar: ['انتهت حماية أحد تسجيلاتك', 'انتهت مدة حماية أحد تسجيلاتك. يمكنك الاطلاع عليه هنا:'],
  },
  'deal.expiring': {
    en: [
      'A protection ends soon',
      'The protection of one of your registrations ends soon. See it here:',
    ],
    de: [
      'Ein Schutz läuft bald ab',
      'der Schutz einer Ihrer Registrierungen läuft bald ab. Hier sehen Sie sie:',
    ],
    ar: [
      'تنتهي قريبًا حماية أحد تسجيلاتك',
      'تنتهي قريبًا مدة حماية أحد تسجيلاتك. يمكنك الاطلاع عليه هنا:',
    ],
  },
})
