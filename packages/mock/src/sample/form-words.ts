import type { Words } from './words.ts'

/** Titles and labels of the registration form. */
export const words = {
  title: ['Register a deal', 'Projekt registrieren', 'تسجيل صفقة'],
  shortTitle: ['Pass on a lead', 'Kontakt weitergeben', 'إرسال فرصة'],
  customer: ['End customer', 'Endkunde', 'العميل النهائي'],
  company: ['Organisation', 'Organisation', 'الجهة'],
  website: ['Website', 'Website', 'الموقع الإلكتروني'],
  country: ['Country', 'Land', 'الدولة'],
  city: ['City', 'Ort', 'المدينة'],
  industry: ['Industry', 'Branche', 'القطاع'],
  network: [
    'Length of the pipe network (km)',
    'Länge des Rohrnetzes (km)',
    'طول شبكة الأنابيب (كم)',
  ],
  contact: ['Contact at the customer', 'Ansprechperson beim Kunden', 'جهة الاتصال لدى العميل'],
  firstName: ['First name', 'Vorname', 'الاسم الأول'],
  lastName: ['Last name', 'Nachname', 'اسم العائلة'],
  email: ['E-mail', 'E-Mail', 'البريد الإلكتروني'],
  phone: ['Phone', 'Telefon', 'الهاتف'],
  opportunity: ['Opportunity', 'Vorhaben', 'الفرصة'],
  project: ['Project name', 'Projektname', 'اسم المشروع'],
  business: ['Deal type', 'Projektart', 'نوع الصفقة'],
  contract: ['Current contract number', 'Laufende Vertragsnummer', 'رقم العقد الحالي'],
  problem: ['Customer’s need', 'Bedarf des Kunden', 'احتياج العميل'],
  purchase: ['Procurement', 'Beschaffungsweg', 'طريقة الشراء'],
  tender: ['Tender number', 'Ausschreibungsnummer', 'رقم المناقصة'],
  close: ['Expected close date', 'Erwartetes Abschlussdatum', 'تاريخ الإغلاق المتوقع'],
  stage: ['Sales stage', 'Verkaufsphase', 'مرحلة البيع'],
  rivals: ['Competitors', 'Wettbewerber', 'المنافسون'],
  products: ['Products and value', 'Produkte und Wert', 'المنتجات والقيمة'],
  lines: ['Products', 'Produkte', 'المنتجات'],
  amount: ['Deal value', 'Projektwert', 'قيمة الصفقة'],
  viaDistributor: [
    'We buy through a distributor',
    'Wir kaufen über einen Distributor',
    'نشتري عبر موزّع',
  ],
  distributor: ['Distributor', 'Distributor', 'الموزّع'],
  files: ['Files', 'Dateien', 'الملفات'],
  campaign: ['Campaign', 'Kampagne', 'الحملة'],
  consent: ['Contact data', 'Kontaktdaten', 'بيانات الاتصال'],
} as const satisfies Record<string, Words>

export const hints = {
  customer: [
    'The organisation that will run the equipment, not a contractor.',
    'Die Organisation, die die Geräte betreibt, nicht das Planungsbüro.',
    'الجهة التي ستشغّل الأجهزة، وليس المقاول.',
  ],
  website: [
    'Helps us to tell apart organisations with similar names.',
    'Hilft uns, Organisationen mit ähnlichem Namen zu unterscheiden.',
    'يساعدنا على التمييز بين الجهات المتشابهة الأسماء.',
  ],
  network: ['A rough figure is enough.', 'Ein Richtwert genügt.', 'يكفي رقم تقريبي.'],
  lines: ['An estimate is fine.', 'Eine Schätzung genügt.', 'يكفي التقدير.'],
  files: [
    'Survey report, minutes, enquiry.',
    'Begehungsprotokoll, Notiz, Anfrage.',
    'تقرير المعاينة أو محضر الاجتماع أو الاستفسار.',
  ],
} as const satisfies Record<string, Words>

export const industries: Record<string, Words> = {
  utility: ['Water utility', 'Wasserversorger', 'مرفق مياه'],
  industry: ['Industrial plant', 'Industriebetrieb', 'منشأة صناعية'],
  food: ['Food and drink', 'Lebensmittel und Getränke', 'أغذية ومشروبات'],
  buildings: ['Hotels and buildings', 'Hotels und Gebäude', 'فنادق ومبانٍ'],
  data_centre: ['Data centre', 'Rechenzentrum', 'مركز بيانات'],
  irrigation: ['Irrigation', 'Bewässerung', 'ري'],
}

export const businesses: Record<string, Words> = {
  new: ['New customer', 'Neukunde', 'عميل جديد'],
  expansion: ['Expansion', 'Erweiterung', 'توسعة'],
  renewal: ['Renewal', 'Erneuerung', 'تجديد'],
}

export const purchase: Record<string, Words> = {
  direct: ['Direct order', 'Direktauftrag', 'طلب مباشر'],
  quotes: ['Several quotes', 'Mehrere Angebote', 'عدة عروض أسعار'],
  tender: ['Public tender', 'Öffentliche Ausschreibung', 'مناقصة عامة'],
}

export const rivals: Record<string, Words> = {
  none: ['Nobody we know of', 'Niemand bekannt', 'لا أحد نعرفه'],
  incumbent: ['The present supplier', 'Der bisherige Lieferant', 'المزوّد الحالي'],
  global: ['A global meter maker', 'Ein internationaler Zählerhersteller', 'مصنّع عدادات عالمي'],
  local: ['A local integrator', 'Ein regionaler Systemintegrator', 'مكامل أنظمة محلي'],
}

export const consent: Words = [
  'The contact at the customer knows that I pass their data on to Quellmark for this project.',
  'Die Ansprechperson beim Kunden weiß, dass ich ihre Daten für dieses Projekt an Quellmark weitergebe.',
  'جهة الاتصال لدى العميل على علم بأنني أشارك بياناتها مع كويلمارك لأغراض هذا المشروع.',
]
