import type { Words } from './courses.ts'

interface Listed {
  id: string
  title: Words
  description: Words
  courses: readonly unknown[]
  more?: Readonly<Record<string, unknown>>
}

const optional = (course: string) => ({ course, optional: true })
const scored = (course: string) => ({ course, minimumScore: 0.8 })

/** The paths of the academy. */
export const paths: readonly Listed[] = [
  {
    id: 'start',
    title: ['Start as a partner', 'Start als Partner', 'البداية كشريك'],
    description: [
      'The basics for everybody in the first month.',
      'Was alle im ersten Monat brauchen.',
      'ما يحتاجه الجميع في الشهر الأول.',
    ],
    courses: [
      'start/welcome',
      'start/code',
      'start/registration',
      optional('start/handbook'),
      'start/service',
    ],
  },
  {
    id: 'leak',
    title: ['Leak specialist', 'Lecksuche-Profi', 'أخصائي كشف التسربات'],
    description: [
      'From the first logger to your own survey.',
      'Vom ersten Logger bis zur eigenen Lecksuche.',
      'من أول مسجل حتى مسحك الخاص.',
    ],
    courses: [
      'echo/basics',
      'echo/mounting',
      'echo/correlate',
      'echo/survey',
      optional('echo/field'),
    ],
  },
  {
    id: 'flow',
    title: ['Flow specialist', 'Durchfluss-Profi', 'أخصائي قياس التدفق'],
    description: [
      'Choose, fit and check flow meters.',
      'Durchflusszähler auswählen, einbauen und prüfen.',
      'اختيار عدادات التدفق وتركيبها وفحصها.',
    ],
    courses: ['flux/basics', 'flux/sizing', 'flux/clamp', 'flux/zones', optional('flux/hot-tap')],
  },
  {
    id: 'pressure',
    title: ['Pressure specialist', 'Druck-Profi', 'أخصائي إدارة الضغط'],
    description: [
      'Measure pressure, and lower it where it breaks pipes.',
      'Druck messen und dort senken, wo er Rohre bricht.',
      'قياس الضغط وخفضه حيث يكسر الأنابيب.',
    ],
    courses: [
      'pulse/transients',
      'pulse/logging',
      'pulse/zones',
      'pulse/valves',
      optional('pulse/case'),
    ],
  },
  {
    id: 'basin',
    title: ['Basin for consultants', 'Basin für Berater', 'Basin للاستشاريين'],
    description: [
      'Set Basin up so that people use it each day.',
      'Basin so einrichten, dass es täglich benutzt wird.',
      'إعداد Basin ليُستخدم يوميًا.',
    ],
    courses: [
      'basin/tour',
      'basin/alarms',
      'basin/gateways',
      'basin/scada',
      optional('basin/admin'),
    ],
  },
  {
    id: 'sales',
    title: ['Sales', 'Vertrieb', 'المبيعات'],
    description: [
      'From the first talk to the order.',
      'Vom ersten Gespräch bis zum Auftrag.',
      'من المحادثة الأولى إلى الطلب.',
    ],
    courses: [
      'sell/needs',
      'sell/business-case',
      'sell/demo',
      optional('sell/tender'),
      optional('sell/pricing'),
    ],
  },
]

const none: Words = ['', '', '']
const certification = (
  id: string,
  title: Words,
  courses: readonly unknown[],
  more: Listed['more'] = {},
): Listed => ({ id, title, description: none, courses, more })

/** The certifications of the academy. */
export const certifications: readonly Listed[] = [
  certification(
    'starter',
    ['Quellmark Starter', 'Quellmark Starter', 'Quellmark – المستوى التمهيدي'],
    [scored('start/welcome'), scored('start/code')],
    { requirement: { needed: 1, graceDays: 60 } },
  ),
  certification(
    'service-technician',
    ['Service Technician', 'Servicetechniker', 'فني خدمة'],
    [scored('start/service')],
    { validityMonths: 24, renewalDays: 60 },
  ),
  certification(
    'leak-technician',
    ['Leak Technician', 'Lecksuchtechniker', 'فني كشف التسربات'],
    [scored('echo/basics'), scored('echo/mounting')],
    {
      ...{ validityMonths: 24, renewalDays: 60 },
      requirement: { needed: 2, graceDays: 90, audience: { tiers: ['Gold', 'Silver'] } },
    },
  ),
  certification(
    'leak-specialist',
    ['Leak Specialist', 'Lecksuchexperte', 'أخصائي كشف التسربات'],
    [scored('echo/basics'), scored('echo/correlate'), 'echo/field'],
    { validityMonths: 24, renewalDays: 90 },
  ),
  certification(
    'flow-technician',
    ['Flow Technician', 'Durchflusstechniker', 'فني قياس التدفق'],
    [scored('flux/basics'), 'flux/sizing'],
    { validityMonths: 24, renewalDays: 60 },
  ),
  certification(
    'pressure-technician',
    ['Pressure Technician', 'Drucktechniker', 'فني إدارة الضغط'],
    [scored('pulse/transients'), 'pulse/valves'],
    { validityMonths: 24, renewalDays: 60 },
  ),
  certification(
    'basin-consultant',
    ['Basin Consultant', 'Basin-Berater', 'استشاري Basin'],
    [scored('basin/tour'), scored('basin/alarms')],
    {
      ...{ validityMonths: 12, renewalDays: 60 },
      requirement: { needed: 1, graceDays: 90, audience: { tiers: ['Gold'] } },
    },
  ),
  certification(
    'sales-consultant',
    ['Sales Consultant', 'Vertriebsberater', 'استشاري مبيعات'],
    [scored('sell/needs'), 'sell/business-case'],
    { validityMonths: 12, renewalDays: 30 },
  ),
]
