import { courses, type SampleCourse } from './courses.ts'

/** The other half of the academy’s courses. */
const more: readonly SampleCourse[] = [
  {
    ...{ kind: 'cmi5', key: 'pulse/transients', minutes: 20 },
    title: ['Pressure transients', 'Druckstöße', 'موجات الضغط العابرة'],
    description: [
      'Waves that break pipes, and how to catch them.',
      'Wellen, die Rohre brechen, und wie man sie erfasst.',
      'موجات تكسر الأنابيب وكيفية رصدها.',
    ],
    facts: { products: ['pulse-p16', 'pulse-p25'] },
  },
  {
    ...{ kind: 'link', key: 'pulse/logging', minutes: 15 },
    title: ['Set up a Pulse logger', 'Einen Pulse-Logger einrichten', 'إعداد مسجل Pulse'],
    description: [
      'From the box to the first curve.',
      'Vom Karton zur ersten Kurve.',
      'من العلبة إلى أول منحنى.',
    ],
    facts: { products: ['pulse-p16'] },
  },
  {
    ...{ kind: 'document', key: 'pulse/zones', minutes: 30 },
    title: ['Lower pressure by zones', 'Druck zonenweise senken', 'خفض الضغط بحسب المناطق'],
    description: [
      'Fewer bursts with one bar less at night.',
      'Weniger Rohrbrüche mit nachts einem Bar weniger.',
      'انفجارات أقل بخفض بار واحد ليلًا.',
    ],
    facts: { products: ['pulse-valve'] },
  },
  {
    ...{ kind: 'class', key: 'pulse/valves', minutes: 450 },
    title: ['Commission Pulse Valve', 'Pulse Valve in Betrieb nehmen', 'تشغيل Pulse Valve'],
    description: [
      'Set the curve of a real valve in a real chamber.',
      'Die Kurve eines echten Ventils im echten Schacht einstellen.',
      'ضبط منحنى صمام حقيقي في غرفة حقيقية.',
    ],
    facts: {
      products: ['pulse-valve'],
      classes: [
        {
          ...{ id: 'dubai-valves', starts: 'today+30 09:00', ends: 'today+30 16:30', seats: 6 },
          ...{ timeZone: 'Asia/Dubai', place: 'Dubai, Al Quoz', language: 'en' },
          trainer: 'Rashid Al Hammadi',
        },
      ],
    },
  },
  {
    ...{ kind: 'link', key: 'pulse/case', minutes: 10 },
    title: [
      'How Sharjah halved its bursts',
      'Wie Schardscha Rohrbrüche halbierte',
      'كيف خفّضت الشارقة الانفجارات إلى النصف',
    ],
    description: [
      'A study with numbers that you can tell on.',
      'Eine Fallstudie mit Zahlen zum Weitererzählen.',
      'دراسة حالة بأرقام يمكن الاستشهاد بها.',
    ],
    facts: { products: ['pulse-valve'] },
  },
  {
    ...{ kind: 'cmi5', key: 'basin/tour', minutes: 15 },
    title: ['Basin: a guided tour', 'Basin: ein Rundgang', 'جولة في Basin'],
    description: [
      'Map, zones and reports in a quarter of an hour.',
      'Karte, Zonen und Berichte in einer Viertelstunde.',
      'الخريطة والمناطق والتقارير في ربع ساعة.',
    ],
    facts: { products: ['basin-s', 'basin-m', 'basin-l'] },
  },
  {
    ...{ kind: 'scorm2004', key: 'basin/alarms', minutes: 25 },
    title: [
      'Alarms that people act on',
      'Alarme, auf die jemand reagiert',
      'إنذارات يستجيب لها الناس',
    ],
    description: [
      'Fewer alarms, better thresholds, one name for each.',
      'Weniger Alarme, bessere Schwellen, für jeden ein Name.',
      'إنذارات أقل وعتبات أفضل واسم مسؤول لكل منها.',
    ],
    facts: { products: ['basin-m'], prerequisites: ['basin/tour'] },
  },
  {
    ...{ kind: 'link', key: 'basin/scada', minutes: 45 },
    title: ['Connect Basin to SCADA', 'Basin an SCADA anbinden', 'ربط Basin بنظام SCADA'],
    description: [
      'OPC UA and Modbus, tag by tag.',
      'OPC UA und Modbus, Variable für Variable.',
      'OPC UA وModbus متغيرًا متغيرًا.',
    ],
    facts: { products: ['basin-scada', 'gate-e2'] },
  },
  {
    ...{ kind: 'document', key: 'basin/admin', minutes: 40 },
    title: ['Administer Basin', 'Basin verwalten', 'إدارة Basin'],
    description: [
      'People, rights, backups and updates.',
      'Benutzer, Rechte, Sicherungen und Updates.',
      'المستخدمون والصلاحيات والنسخ الاحتياطية والتحديثات.',
    ],
    facts: { products: ['basin-op'], prerequisites: ['basin/tour'] },
  },
  {
    ...{ kind: 'link', key: 'basin/gateways', minutes: 20 },
    title: ['Place Gate gateways', 'Gate-Gateways platzieren', 'توزيع بوابات Gate'],
    description: [
      'Height, power and range, with a map to practise on.',
      'Höhe, Strom und Reichweite, mit einer Karte zum Üben.',
      'الارتفاع والطاقة والمدى مع خريطة للتدريب.',
    ],
    facts: { products: ['gate-l4', 'gate-solar'] },
  },
  {
    ...{ kind: 'cmi5', key: 'sell/needs', minutes: 20 },
    title: [
      'Understand what a utility needs',
      'Den Bedarf eines Versorgers verstehen',
      'فهم احتياجات مرفق المياه',
    ],
    description: [
      'The questions of a first talk, and who is asked.',
      'Die Fragen des ersten Gesprächs und wem man sie stellt.',
      'أسئلة المحادثة الأولى ولمن تُوجَّه.',
    ],
  },
  {
    ...{ kind: 'link', key: 'sell/business-case', minutes: 30 },
    title: [
      'Calculate the business case',
      'Die Wirtschaftlichkeit berechnen',
      'حساب الجدوى الاقتصادية',
    ],
    description: [
      'From lost water to the year in which it pays.',
      'Vom Wasserverlust zum Jahr, in dem es sich rechnet.',
      'من الماء المفقود إلى سنة استرداد التكلفة.',
    ],
  },
  {
    ...{ kind: 'document', key: 'sell/tender', minutes: 45 },
    title: ['Answer a public tender', 'Eine Ausschreibung beantworten', 'الرد على مناقصة عامة'],
    description: [
      'Texts and proofs that are asked for each time.',
      'Texte und Nachweise, die jedes Mal verlangt werden.',
      'نصوص وإثباتات تُطلب في كل مرة.',
    ],
  },
  {
    ...{ kind: 'class', key: 'sell/demo', minutes: 90 },
    title: ['Show Basin to a customer', 'Basin beim Kunden vorführen', 'عرض Basin على عميل'],
    description: [
      'Practise the demonstration, online, with our team.',
      'Die Vorführung online mit unserem Team üben.',
      'التدرب على العرض عبر الإنترنت مع فريقنا.',
    ],
    facts: {
      products: ['basin-m'],
      classes: [
        {
          ...{ id: 'online-demo-before', starts: 'today-2 14:00', ends: 'today-2 15:30' },
          ...{ seats: 12, link: 'https://meet.quellmark.example/demo', language: 'en' },
          ...{ trainer: 'Katrin Wessels', booked: ['U2034', 'U2036', 'U2001', 'U2005'] },
        },
        {
          ...{ id: 'online-demo', starts: 'today+9 14:00', ends: 'today+9 15:30', seats: 12 },
          ...{ link: 'https://meet.quellmark.example/demo', language: 'en' },
          trainer: 'Katrin Wessels',
        },
      ],
    },
  },
  {
    ...{ kind: 'link', key: 'sell/pricing', minutes: 10 },
    title: [
      'Project prices for Gold partners',
      'Projektpreise für Gold-Partner',
      'أسعار المشاريع لشركاء الفئة الذهبية',
    ],
    description: [
      'Which discounts apply from which quantity on.',
      'Welche Rabatte ab welcher Menge gelten.',
      'الخصومات المتاحة بحسب الكمية.',
    ],
    facts: { audience: { tiers: ['Gold'] } },
  },
]

/** All courses of the academy. */
export const allCourses: readonly SampleCourse[] = [...courses, ...more]
