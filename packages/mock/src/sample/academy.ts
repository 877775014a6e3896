import type { CertificationRecord, CourseRecord, PathRecord, TrainingContent } from '@prmkit/server'
import type { Calendar } from './deal.ts'
import { inEveryLanguage, type Words } from './words.ts'

type Texts = readonly [title: Words, description: Words]

function content(
  { instant }: Calendar,
  id: string,
  position: number,
  [title, description]: Texts,
): TrainingContent {
  const made = instant(-300)
  return {
    ...{ id, externalIds: {}, createdAt: made, updatedAt: made, revision: 1, status: 'published' },
    ...{ language: 'en', audience: {}, position, custom: {} },
    texts: inEveryLanguage((say) => ({ title: say(title), description: say(description) })),
  }
}

/** The courses of the made-up vendor’s academy. */
export function coursesAt(calendar: Calendar): CourseRecord[] {
  const course = (
    id: string,
    position: number,
    texts: Texts,
    more: Partial<CourseRecord> = {},
  ): CourseRecord => ({
    ...content(calendar, id, position, texts),
    ...{ kind: 'link', minutes: 20, productIds: [], prerequisiteIds: [], mandatory: false },
    ...{ units: [], url: `https://www.quellmark.example/academy/${id}` },
    ...more,
  })
  return [
    course(
      'echo-basics',
      1,
      [
        ['Echo loggers: the basics', 'Echo-Logger: Grundlagen', 'أساسيات مسجلات Echo'],
        [
          'How leak loggers listen, where they are mounted, and what their readings mean.',
          'Wie Leck-Logger horchen, wo sie montiert werden und was ihre Messwerte bedeuten.',
          'كيف تصغي مسجلات التسرب وأين تُركَّب وما معنى قراءاتها.',
        ],
      ],
      { productIds: ['echo-100', 'echo-200'], minutes: 25 },
    ),
    course(
      'leak-survey',
      2,
      [
        ['Plan a leak survey', 'Eine Lecksuche planen', 'التخطيط لمسح التسربات'],
        [
          'Choose spacing and listening times for a network of pipes.',
          'Abstände und Horchzeiten für ein Rohrnetz wählen.',
          'اختيار المسافات وأوقات الإصغاء لشبكة أنابيب.',
        ],
      ],
      { productIds: ['echo-200'], prerequisiteIds: ['echo-basics'], minutes: 40 },
    ),
    course(
      'flux-sizing',
      3,
      [
        ['Size a Flux meter', 'Einen Flux-Zähler auslegen', 'اختيار مقاس عداد Flux'],
        [
          'Flow range, straight runs and pressure loss, with three worked examples.',
          'Durchflussbereich, Beruhigungsstrecken und Druckverlust an drei Beispielen.',
          'نطاق التدفق والمسافات المستقيمة وفقد الضغط مع ثلاثة أمثلة محلولة.',
        ],
      ],
      { productIds: ['flux-50', 'flux-100', 'flux-200'], minutes: 35 },
    ),
    course(
      'partner-code',
      4,
      [
        ['Code of conduct for partners', 'Verhaltenskodex für Partner', 'مدونة سلوك الشركاء'],
        [
          'Fair competition, gifts and data protection. Everybody does it once a year.',
          'Fairer Wettbewerb, Geschenke und Datenschutz. Einmal im Jahr für alle.',
          'المنافسة العادلة والهدايا وحماية البيانات. للجميع مرة كل عام.',
        ],
      ],
      { mandatory: true, minutes: 15 },
    ),
    course(
      'commissioning',
      5,
      [
        ['Commissioning on site', 'Inbetriebnahme vor Ort', 'التشغيل في الموقع'],
        [
          'A day at the test bench: mount and commission loggers and meters.',
          'Ein Tag am Prüfstand: Logger und Zähler montieren und in Betrieb nehmen.',
          'يوم على منصة الاختبار: تركيب المسجلات والعدادات وتشغيلها وتسليمها.',
        ],
      ],
      { kind: 'class', minutes: 420, productIds: ['echo-200', 'flux-100'] },
    ),
    course(
      'gold-pricing',
      6,
      [
        [
          'Project prices for Gold partners',
          'Projektpreise für Gold-Partner',
          'أسعار المشاريع لشركاء الفئة الذهبية',
        ],
        [
          'Which discounts apply from which quantity on.',
          'Welche Rabatte ab welcher Menge gelten.',
          'الخصومات المتاحة بحسب الكمية.',
        ],
      ],
      { audience: { tiers: ['Gold'] }, minutes: 10 },
    ),
  ]
}

/** The paths of the made-up vendor’s academy. */
export function pathsAt(calendar: Calendar): PathRecord[] {
  const step = (courseId: string, required = true) => ({ courseId, required })
  return [
    {
      ...content(calendar, 'leak-path', 1, [
        ['Leak specialist', 'Lecksuche-Profi', 'أخصائي كشف التسربات'],
        [
          'From the first logger to your own survey.',
          'Vom ersten Logger bis zur eigenen Lecksuche.',
          'من أول مسجل حتى مسحك الخاص.',
        ],
      ]),
      courses: [step('echo-basics'), step('leak-survey'), step('commissioning', false)],
    },
    {
      ...content(calendar, 'start-path', 2, [
        ['Start as a partner', 'Start als Partner', 'البداية كشريك'],
        [
          'The basics for everybody in the first month.',
          'Was alle im ersten Monat brauchen.',
          'ما يحتاجه الجميع في الشهر الأول.',
        ],
      ]),
      courses: [step('partner-code'), step('flux-sizing'), step('gold-pricing', false)],
    },
  ]
}

/** The certifications of the made-up vendor’s academy. */
export function certificationsAt(calendar: Calendar): CertificationRecord[] {
  return [
    {
      ...content(calendar, 'leak-specialist', 1, [
        [
          'Certified leak specialist',
          'Zertifizierte Fachkraft für Lecksuche',
          'أخصائي معتمد لكشف التسربات',
        ],
        [
          'Plans and runs surveys with Echo loggers.',
          'Plant und leitet Lecksuchen mit Echo-Loggern.',
          'يخطط لعمليات المسح بمسجلات Echo وينفذها.',
        ],
      ]),
      courses: [{ courseId: 'echo-basics' }, { courseId: 'leak-survey' }],
      ...{ validityMonths: 24, renewalDays: 60 },
      requirement: { needed: 2, graceDays: 90, audience: { tiers: ['Gold', 'Silver'] } },
    },
    {
      ...content(calendar, 'flux-engineer', 2, [
        ['Certified Flux engineer', 'Zertifizierte Flux-Fachkraft', 'مهندس Flux معتمد'],
        [
          'Sizes and commissions Flux meters.',
          'Legt Flux-Zähler aus und nimmt sie in Betrieb.',
          'يختار مقاسات عدادات Flux ويشغّلها.',
        ],
      ]),
      courses: [{ courseId: 'flux-sizing' }, { courseId: 'commissioning' }],
      renewalDays: 60,
    },
  ]
}
