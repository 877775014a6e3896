import type { PackageKind } from './packages.ts'

/** A text in English, German and Arabic. */
export type Words = readonly [en: string, de: string, ar: string]

/** A course of the sample: its file, and the facts beside it. */
export interface SampleCourse {
  key: string
  kind: PackageKind | 'link' | 'document' | 'class'
  minutes: number
  title: Words
  description: Words
  facts?: Readonly<Record<string, unknown>>
}

const course = (
  kind: SampleCourse['kind'],
  key: string,
  minutes: number,
  title: Words,
  description: Words,
  facts: SampleCourse['facts'] = {},
): SampleCourse => ({ kind, key, minutes, title, description, facts })

const dated = (
  id: string,
  day: number,
  place: string,
  language: string,
  trainer: string,
  booked: readonly string[] = [],
) => ({
  classes: [
    {
      ...{ id, starts: `today+${day} 09:00`, ends: `today+${day} 16:30`, place },
      ...{ seats: 8, language, trainer, ...(booked.length > 0 && { booked }) },
    },
  ],
})

/** The courses of the sample vendor’s academy, path by path. */
export const courses: readonly SampleCourse[] = [
  course(
    'cmi5',
    'start/welcome',
    10,
    ['Welcome to Quellmark', 'Willkommen bei Quellmark', 'أهلًا بكم في Quellmark'],
    [
      'Five product families, and how we work together.',
      'Fünf Produktfamilien und wie wir zusammenarbeiten.',
      'خمس عائلات من المنتجات وكيف نعمل معًا.',
    ],
  ),
  course(
    'cmi5',
    'start/code',
    15,
    ['Code of conduct for partners', 'Verhaltenskodex für Partner', 'مدونة سلوك الشركاء'],
    [
      'Fair competition, gifts and the data of others. Everybody does it once.',
      'Fairer Wettbewerb, Geschenke und fremde Daten. Einmal für alle.',
      'المنافسة العادلة والهدايا وبيانات الآخرين. للجميع مرة واحدة.',
    ],
    { mandatory: true },
  ),
  course(
    'link',
    'start/registration',
    10,
    ['Register a project', 'Ein Projekt registrieren', 'تسجيل مشروع'],
    [
      'The meaning of protection, and the facts that we need for it.',
      'Was Projektschutz bedeutet und was wir dafür wissen müssen.',
      'ما معنى حماية المشروع وما نحتاج إلى معرفته لذلك.',
    ],
  ),
  course(
    'document',
    'start/handbook',
    30,
    ['Partner handbook', 'Partnerhandbuch', 'دليل الشريك'],
    [
      'Terms, contacts and deadlines on four pages.',
      'Bedingungen, Ansprechpersonen und Fristen auf vier Seiten.',
      'الشروط وجهات الاتصال والمواعيد في أربع صفحات.',
    ],
  ),
  course(
    'scorm12',
    'start/service',
    20,
    ['Service and warranty', 'Service und Gewährleistung', 'الخدمة والضمان'],
    [
      'The checks before a device goes back, and the way it takes.',
      'Was vor einer Rücksendung zu prüfen ist und wie sie geht.',
      'ما يجب فحصه قبل إرجاع جهاز وكيفية الإرجاع.',
    ],
  ),
  course(
    'cmi5',
    'echo/basics',
    20,
    ['Echo loggers: the basics', 'Echo-Logger: Grundlagen', 'أساسيات مسجلات Echo'],
    [
      'How leak loggers listen, and what their readings mean.',
      'Wie Leck-Logger horchen und was ihre Messwerte bedeuten.',
      'كيف تصغي مسجلات التسرب وما معنى قراءاتها.',
    ],
    { products: ['echo-100', 'echo-200'] },
  ),
  course(
    'scorm12',
    'echo/mounting',
    25,
    ['Mount Echo loggers', 'Echo-Logger montieren', 'تركيب مسجلات Echo'],
    [
      'Place, spacing and antenna, on metal and on plastic.',
      'Ort, Abstand und Antenne, auf Metall und auf Kunststoff.',
      'الموضع والمسافة والهوائي على المعدن والبلاستيك.',
    ],
    { products: ['echo-200', 'echo-300h'], prerequisites: ['echo/basics'] },
  ),
  course(
    'scorm2004',
    'echo/correlate',
    30,
    [
      'Locate a leak by correlation',
      'Lecks durch Korrelation orten',
      'تحديد موضع التسرب بالارتباط',
    ],
    [
      'From two noises to the spot where you dig.',
      'Von zwei Geräuschen zu der Stelle, an der gegraben wird.',
      'من صوتين إلى الموضع الذي يُحفر فيه.',
    ],
    { products: ['echo-200', 'echo-field'], prerequisites: ['echo/basics'] },
  ),
  course(
    'link',
    'echo/survey',
    40,
    ['Plan a leak survey', 'Eine Lecksuche planen', 'التخطيط لمسح التسربات'],
    [
      'Streets, nights and people for a network of 100 km.',
      'Straßen, Nächte und Personal für ein Netz von 100 km.',
      'الشوارع والليالي والفرق لشبكة طولها 100 كم.',
    ],
    { products: ['echo-200'] },
  ),
  course(
    'class',
    'echo/field',
    450,
    ['A day with Echo Field', 'Ein Tag mit Echo Field', 'يوم مع Echo Field'],
    [
      'Find three hidden leaks on our test ground.',
      'Drei verborgene Lecks auf unserem Prüfgelände finden.',
      'العثور على ثلاثة تسربات مخفية في ساحة الاختبار لدينا.',
    ],
    {
      products: ['echo-field'],
      ...dated('bremen-field', 16, 'Bremen, test ground', 'de', 'Jannes Behrens', [
        ...['U2001', 'U2002', 'U2003', 'U2005', 'U2034', 'U2036', 'U2037', 'U2038', 'U2039'],
      ]),
    },
  ),
  course(
    'cmi5',
    'flux/basics',
    20,
    ['Flux meters: the basics', 'Flux-Zähler: Grundlagen', 'أساسيات عدادات Flux'],
    [
      'Ultrasound, straight runs and small flows.',
      'Ultraschall, Beruhigungsstrecken und kleine Durchflüsse.',
      'الموجات فوق الصوتية والمسافات المستقيمة والتدفقات الصغيرة.',
    ],
    { products: ['flux-50', 'flux-100', 'flux-200'] },
  ),
  course(
    'document',
    'flux/sizing',
    35,
    ['Size a Flux meter', 'Einen Flux-Zähler auslegen', 'اختيار مقاس عداد Flux'],
    [
      'Flow range and pressure loss in three worked examples.',
      'Durchflussbereich und Druckverlust an drei Beispielen.',
      'نطاق التدفق وفقد الضغط في ثلاثة أمثلة محلولة.',
    ],
    { products: ['flux-100', 'flux-200', 'flux-400'], prerequisites: ['flux/basics'] },
  ),
  course(
    'class',
    'flux/hot-tap',
    450,
    [
      'Hot tapping with Flux Insert',
      'Anbohren unter Druck mit Flux Insert',
      'الثقب تحت الضغط مع Flux Insert',
    ],
    [
      'Drill under pressure, and put the probe in.',
      'Unter Druck anbohren und die Sonde einsetzen.',
      'الثقب تحت الضغط وإدخال المجس.',
    ],
    {
      products: ['flux-insert'],
      ...dated('graz-tap', 23, 'Graz, workshop 2', 'de', 'Miriam Lackner'),
    },
  ),
  course(
    'link',
    'flux/clamp',
    15,
    ['Measure with Flux Clamp', 'Mit Flux Clamp messen', 'القياس باستخدام Flux Clamp'],
    [
      'A reading in ten minutes, without cutting the pipe.',
      'In zehn Minuten zum Messwert, ohne das Rohr zu trennen.',
      'قراءة في عشر دقائق دون قطع الأنبوب.',
    ],
    { products: ['flux-clamp'] },
  ),
  course(
    'link',
    'flux/zones',
    30,
    ['Balance a metering zone', 'Eine Messzone bilanzieren', 'موازنة منطقة قياس'],
    [
      'Water that flows in, that is billed and that is lost.',
      'Was zufließt, was abgerechnet wird und was verloren geht.',
      'ما يدخل وما يُفوتر وما يُفقد.',
    ],
    { products: ['flux-100', 'basin-s'] },
  ),
]
