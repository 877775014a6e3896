/** The words of a page with shared assets. */
interface ShareWords {
  direction: 'ltr' | 'rtl'
  title: string
  from: string
  until: string
  download: string
  open: string
  gone: string
  ask: string
}

const english: ShareWords = {
  direction: 'ltr',
  title: 'Documents from {vendor}',
  from: '{partner} has shared these documents with you.',
  until: 'This page works until {date}.',
  download: 'Download',
  open: 'Open website',
  gone: 'This link does not work',
  ask: 'Ask the person who sent it to you for a new one.',
}

const all: Readonly<Record<string, ShareWords>> = {
  en: english,
  de: {
    direction: 'ltr',
    title: 'Unterlagen von {vendor}',
    from: '{partner} hat Ihnen diese Unterlagen bereitgestellt.',
    until: 'Diese Seite ist bis zum {date} erreichbar.',
    download: 'Herunterladen',
    open: 'Website öffnen',
    gone: 'Dieser Link funktioniert nicht',
    ask: 'Bitten Sie die Person, die ihn gesendet hat, um einen neuen.',
  },
  ar: {
    direction: 'rtl',
    title: 'مستندات من {vendor}',
    from: 'شاركت {partner} هذه المستندات معك.',
    until: 'تبقى هذه الصفحة متاحة حتى {date}.',
    download: 'تنزيل',
    open: 'فتح الموقع',
    gone: 'هذا الرابط لا يعمل',
    ask: 'اطلب رابطًا جديدًا ممن أرسله إليك.',
  },
}

/** The words in a language; English where there are none in it. */
export function wordsOf(language: string): ShareWords {
  const [primary = ''] = language.toLowerCase().split('-')
  return Object.hasOwn(all, primary) ? all[primary]! : english
}
