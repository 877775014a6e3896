/** The words of certificates and of the page that verifies them. */
export interface BadgeWords {
  direction: 'ltr' | 'rtl'
  certificate: string
  heldBy: string
  holderHidden: string
  of: string
  issuedBy: string
  issuedAt: string
  validUntil: string
  validForGood: string
  criteria: string
  verify: string
  active: string
  expired: string
  revoked: string
  faulty: string
  checked: string
  download: string
  gone: string
  ask: string
}

const english: BadgeWords = {
  direction: 'ltr',
  certificate: 'Certificate',
  heldBy: 'Holder',
  holderHidden: 'The holder does not show their name.',
  of: 'Company',
  issuedBy: 'Issued by {vendor}',
  issuedAt: 'Issued on {date}',
  validUntil: 'Valid until {date}',
  validForGood: 'Valid without end',
  criteria: 'Completed: {courses}.',
  verify: 'Verify this certificate at',
  active: 'This certificate is valid.',
  expired: 'This certificate has expired.',
  revoked: 'This certificate was revoked.',
  faulty: 'This certificate could not be verified: its signature is not right.',
  checked: 'Signature, dates and status were checked on {date}.',
  download: 'Download the signed badge (Open Badges 3.0)',
  gone: 'There is no certificate at this address',
  ask: 'Perhaps its holder does not show it. Ask the person who sent you the address.',
}

const all: Readonly<Record<string, BadgeWords>> = {
  en: english,
  de: {
    direction: 'ltr',
    certificate: 'Zertifikat',
    heldBy: 'Inhaber/in',
    holderHidden: 'Der Name wird nicht angezeigt.',
    of: 'Unternehmen',
    issuedBy: 'Ausgestellt von {vendor}',
    issuedAt: 'Ausgestellt am {date}',
    validUntil: 'Gültig bis {date}',
    validForGood: 'Unbefristet gültig',
    criteria: 'Abgeschlossen: {courses}.',
    verify: 'Dieses Zertifikat prüfen:',
    active: 'Dieses Zertifikat ist gültig.',
    expired: 'Dieses Zertifikat ist abgelaufen.',
    revoked: 'Dieses Zertifikat wurde widerrufen.',
    faulty: 'Dieses Zertifikat konnte nicht geprüft werden: Die Signatur stimmt nicht.',
    checked: 'Signatur, Gültigkeit und Status wurden am {date} geprüft.',
    download: 'Signierten Badge herunterladen (Open Badges 3.0)',
    gone: 'Unter dieser Adresse gibt es kein Zertifikat',
    ask: 'Möglicherweise wird es nicht öffentlich gezeigt. Fragen Sie die Person, von der Sie die Adresse haben.',
  },
  ar: {
    direction: 'rtl',
    certificate: 'شهادة',
    heldBy: 'حامل الشهادة',
    holderHidden: 'اسم حامل الشهادة غير معروض.',
    of: 'الشركة',
    issuedBy: 'صادرة عن {vendor}',
    issuedAt: 'تاريخ الإصدار: {date}',
    validUntil: 'صالحة حتى {date}',
    validForGood: 'صالحة بلا تاريخ انتهاء',
    criteria: 'الدورات المكتملة: {courses}.',
    verify: 'للتحقق من هذه الشهادة:',
    active: 'هذه الشهادة سارية.',
    expired: 'انتهت صلاحية هذه الشهادة.',
    revoked: 'أُلغيت هذه الشهادة.',
    faulty: 'تعذّر التحقق من هذه الشهادة: التوقيع غير صحيح.',
    checked: 'تم التحقق من التوقيع والصلاحية والحالة في {date}.',
    download: 'تنزيل الشارة الموقّعة (Open Badges 3.0)',
    gone: 'لا توجد شهادة على هذا العنوان',
    ask: 'ربما لم يسمح حاملها بعرضها. اسأل من أرسل إليك العنوان.',
  },
}

/** The words in a language; English where there are none in it. */
export function badgeWords(language: string): BadgeWords {
  const [primary = ''] = language.toLowerCase().split('-')
  return Object.hasOwn(all, primary) ? all[primary]! : english
}
