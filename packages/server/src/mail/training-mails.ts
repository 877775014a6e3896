import { mails } from './mail-texts.ts'

/** The messages about enrolments. */
export const enrolmentMails = mails({
  'enrolment.created': {
    en: ['Training was assigned to you', 'A course was assigned to you. Start it here:'],
    de: [
      'Ihnen wurde eine Schulung zugewiesen',
      'Ihnen wurde ein Kurs zugewiesen. Hier beginnen Sie:',
    ],
    ar: ['أُسند إليك تدريب', 'أُسندت إليك دورة. ابدأها من هنا:'],
  },
  'enrolment.due_soon': {
    en: ['A course is due soon', 'A course that you take is due soon. Go on here:'],
    de: ['Ein Kurs ist bald fällig', 'einer Ihrer Kurse ist bald fällig. Hier machen Sie weiter:'],
    ar: ['اقترب موعد إكمال دورة', 'اقترب موعد إكمال إحدى دوراتك. تابعها من هنا:'],
  },
  'enrolment.overdue': {
    en: ['A course is overdue', 'A course that you take is overdue. Go on here:'],
    de: ['Ein Kurs ist überfällig', 'einer Ihrer Kurse ist überfällig. Hier machen Sie weiter:'],
    ar: ['تجاوزت موعد إكمال دورة', 'انقضى موعد إكمال إحدى دوراتك. تابعها من هنا:'],
  },
})

/** The messages about classes. */
export const classMails = mails({
  'class.moved_up': {
    en: [
      'You have a seat in a class',
      'A seat has become free in a class that you were waiting for. It is yours now. See it here:',
    ],
    de: [
      'Sie haben einen Platz in einer Schulung',
      'in einer Schulung, für die Sie auf der Warteliste standen, ist ein Platz frei geworden. Er gehört jetzt Ihnen:',
    ],
    ar: [
      'أصبح لديك مقعد في دورة حضورية',
      'توفّر مقعد في دورة كنت على قائمة انتظارها، وقد حُجز لك. يمكنك الاطلاع عليها هنا:',
    ],
  },
})

/** The messages about awards. */
export const awardMails = mails({
  'award.expiring': {
    en: [
      'A certificate ends soon',
      'One of your certificates ends soon. See here how to renew it:',
    ],
    de: [
      'Ein Zertifikat läuft bald ab',
      'eines Ihrer Zertifikate läuft bald ab. Hier sehen Sie, wie Sie es erneuern:',
    ],
    ar: [
      'إحدى شهاداتك تنتهي قريبًا',
      'إحدى شهاداتك تنتهي صلاحيتها قريبًا. اطّلع هنا على كيفية تجديدها:',
    ],
  },
  'award.issued': {
    en: [
      'You have earned a certificate',
      'You have earned a certificate. See and download it here:',
    ],
    de: [
      'Sie haben ein Zertifikat erworben',
      'Sie haben ein Zertifikat erworben. Hier sehen Sie es und laden es herunter:',
    ],
    ar: ['حصلت على شهادة', 'حصلت على شهادة جديدة. يمكنك عرضها وتنزيلها هنا:'],
  },
  'award.expired': {
    en: [
      'A certificate has expired',
      'One of your certificates has expired. See here how to renew it:',
    ],
    de: [
      'Ein Zertifikat ist abgelaufen',
      'eines Ihrer Zertifikate ist abgelaufen. Hier sehen Sie, wie Sie es erneuern:',
    ],
    ar: ['انتهت صلاحية إحدى شهاداتك', 'انتهت صلاحية إحدى شهاداتك. اطّلع هنا على كيفية تجديدها:'],
  },
})
