import type { SampleArticle, SectionRecord } from '@prmkit/server'

const day = 86_400_000

/** The knowledge base of the made-up vendor: sections, and articles in up to three languages. */
export function articlesAt(now: number): { sections: SectionRecord[]; articles: SampleArticle[] } {
  const ago = (days: number) => new Date(now - days * day).toISOString()
  const section = (
    id: string,
    position: number,
    texts: SectionRecord['texts'],
    parentId?: string,
  ) => ({
    ...{ id, externalIds: {}, createdAt: ago(400), updatedAt: ago(400), revision: 1, position },
    ...{ status: 'published' as const, language: 'en', texts },
    ...(parentId !== undefined && { parentId }),
  })
  return {
    sections: [
      section('loggers', 1, {
        en: { title: 'Echo loggers', description: 'Install, read and maintain leak loggers.' },
        de: { title: 'Echo-Logger', description: 'Leck-Logger einbauen, auslesen und warten.' },
        ar: { title: 'مسجلات Echo', description: 'تركيب مسجلات التسرب وقراءتها وصيانتها.' },
      }),
      section(
        'errors',
        1,
        { en: { title: 'Error codes' }, de: { title: 'Fehlercodes' } },
        'loggers',
      ),
      section('meters', 2, { en: { title: 'Flux meters' }, de: { title: 'Flux-Zähler' } }),
      section('portal', 3, { en: { title: 'Partner portal' }, de: { title: 'Partnerportal' } }),
    ],
    articles: [
      {
        ...{ id: 'reset-logger', publishedAt: ago(200), sectionId: 'loggers', promoted: true },
        ...{
          tags: ['reset', 'magnet'],
          productIds: ['echo-100', 'echo-200'],
          updatedBy: 'Jonas Petersen',
        },
        language: 'en',
        texts: {
          en: {
            title: 'Reset an Echo logger',
            body: resetEnglish,
            updatedAt: ago(20),
          },
          de: { title: 'Einen Echo-Logger zurücksetzen', body: resetGerman, updatedAt: ago(90) },
          ar: { title: 'إعادة ضبط مسجل Echo', body: resetArabic, updatedAt: ago(10) },
        },
      },
      {
        ...{ id: 'error-codes', publishedAt: ago(150), sectionId: 'errors', tags: ['errors'] },
        ...{ productIds: ['echo-200'], language: 'en' },
        texts: {
          en: { title: 'Error codes of the Echo 200', body: errorsEnglish },
          de: { title: 'Fehlercodes des Echo 200', body: errorsGerman },
        },
      },
      {
        ...{ id: 'battery', publishedAt: ago(90), sectionId: 'loggers', tags: ['battery'] },
        ...{ productIds: ['echo-100', 'echo-200'], language: 'en' },
        texts: {
          en: { title: 'Battery life and how to extend it', body: batteryEnglish },
          de: { title: 'Batterielaufzeit und wie sie länger wird', body: batteryGerman },
        },
      },
      {
        ...{ id: 'straight-runs', publishedAt: ago(60), sectionId: 'meters', tags: ['mounting'] },
        ...{ productIds: ['flux-50', 'flux-100', 'flux-200'], language: 'en' },
        texts: {
          en: { title: 'Straight runs before and after a Flux meter', body: runsEnglish },
          de: { title: 'Beruhigungsstrecken vor und nach einem Flux-Zähler', body: runsGerman },
        },
      },
      {
        ...{
          id: 'clamp-air',
          publishedAt: ago(30),
          sectionId: 'meters',
          tags: ['mounting', 'errors'],
        },
        ...{ productIds: ['flux-clamp'], language: 'en', validUntil: ago(-60) },
        texts: { en: { title: 'Flux Clamp reads zero', body: clampEnglish } },
      },
      {
        ...{ id: 'gold-discounts', publishedAt: ago(15), sectionId: 'portal', tags: ['prices'] },
        ...{ audience: { tiers: ['Gold'] }, language: 'en' },
        texts: {
          en: { title: 'Project discounts for Gold partners', body: goldEnglish },
          de: { title: 'Projektrabatte für Gold-Partner', body: goldGerman },
        },
      },
      {
        ...{ id: 'stock-import', publishedAt: ago(12), sectionId: 'portal', language: 'en' },
        ...{ audience: { partnerKinds: ['distributor'] }, tags: ['stock'] },
        texts: { en: { title: 'Upload the weekly stock list', body: stockEnglish } },
      },
      {
        ...{ id: 'echo-50', publishedAt: ago(700), sectionId: 'loggers', language: 'en', tags: [] },
        more: {
          status: 'retired',
          statusReason: { code: 'replaced', text: 'The Echo 50 is no longer supported.' },
        },
        texts: { en: { title: 'Reset an Echo 50', body: 'Remove the battery for one minute.' } },
      },
    ],
  }
}

const resetEnglish = `Hold the ring magnet QM-MAG1 to the mark for **ten seconds**. The logger starts again and keeps its readings.

## Before you begin

- Read the logger out. A full reset deletes what was not sent.
- Note the serial number below the cap.

## Reset by magnet

1. Hold the magnet to the mark until the red light is on.
2. Take it away. The light blinks green three times.
3. Wait two minutes for the first report.

## Reset by app

Open **Service → Reset** in the Basin app and enter the code of the device:

\`\`\`text
AT+QMRST=1
OK
\`\`\`

## The light stays red

See the [error codes](https://www.quellmark.example/support/echo-errors). With \`E-1042\` the battery is empty.`

const resetGerman = `Halten Sie den Ringmagneten QM-MAG1 **zehn Sekunden** an die Markierung. Der Logger startet neu und behält seine Messwerte.

## Vor dem Zurücksetzen

- Lesen Sie den Logger aus. Ein vollständiges Zurücksetzen löscht, was nicht gesendet wurde.

## Mit dem Magneten zurücksetzen

1. Halten Sie den Magneten an die Markierung, bis das rote Licht leuchtet.
2. Nehmen Sie ihn weg. Das Licht blinkt dreimal grün.`

const resetArabic = `قرّب المغناطيس الحلقي QM-MAG1 من العلامة **عشر ثوانٍ**، فيعيد المسجل التشغيل ويحتفظ بقراءاته.

## قبل البدء

- اقرأ بيانات المسجل أولًا؛ فإعادة الضبط الكاملة تحذف ما لم يُرسل.

## إعادة الضبط بالمغناطيس

1. أبقِ المغناطيس عند العلامة حتى يضيء الضوء الأحمر.
2. أبعده، فيومض الضوء الأخضر ثلاث مرات.`

const errorsEnglish = `The light below the cap blinks an error code; the app shows it as text.

| code | meaning | what to do |
| --- | --- | --- |
| \`E-1042\` | The battery is empty. | Change it, see below. |
| \`E-1051\` | No network for three days. | Move the antenna. |
| \`E-2003\` | The sensor does not answer. | Send the logger in. |

## Change the battery

Only the pack QM-BAT2 fits. Tighten the cap with 4 Nm.

## No network

The antenna needs 15 cm of air below the cover.`

const errorsGerman = `Das Licht unter der Kappe blinkt einen Fehlercode; die App zeigt ihn als Text.

| Code | Bedeutung | Abhilfe |
| --- | --- | --- |
| \`E-1042\` | Die Batterie ist leer. | Batterie tauschen. |
| \`E-1051\` | Seit drei Tagen kein Netz. | Antenne versetzen. |
| \`E-2003\` | Der Sensor antwortet nicht. | Logger einsenden. |

## Batterie tauschen

Nur der Satz QM-BAT2 passt. Ziehen Sie die Kappe mit 4 Nm an.`

const batteryEnglish = `A battery lasts five years with one report a day. Cold and a weak signal shorten it.

## What shortens it most

- a report every hour: two years
- a signal below −115 dBm: three years

## Extend it

Send one report a day and listen at night only.`

const batteryGerman = `Eine Batterie hält bei einem Bericht am Tag fünf Jahre. Kälte und ein schwaches Signal verkürzen die Laufzeit.

## Was am meisten kostet

- stündliche Berichte: zwei Jahre
- ein Signal unter −115 dBm: drei Jahre`

const runsEnglish = `Turbulence before the meter makes readings jump. Keep straight pipe before and after it.

| before the meter | straight run |
| --- | --- |
| elbow | 10 × DN |
| two elbows in different planes | 25 × DN |
| pump or control valve | 40 × DN |

## Not enough room

A flow straightener halves the run before the meter.`

const runsGerman = `Verwirbelungen vor dem Zähler lassen die Werte springen. Halten Sie gerade Strecken davor und danach frei.

| vor dem Zähler | gerade Strecke |
| --- | --- |
| Bogen | 10 × DN |
| Pumpe oder Regelventil | 40 × DN |`

const clampEnglish = `The display shows **0.00** although water flows.

## Air in the pipe

Mount the sensors at the side, never on top: air gathers there.

## Too little gel

Clean the pipe and use new gel QM-GEL5.`

const goldEnglish = `Gold partners ask for a project discount from 25 loggers on.

## How to ask

Register the deal first. Then write to your partner manager with its number.`

const goldGerman = `Gold-Partner können ab 25 Loggern einen Projektrabatt anfragen.

## So fragen Sie an

Registrieren Sie zuerst das Projekt. Schreiben Sie dann mit der Nummer an Ihre Betreuung.`

const stockEnglish = `Upload the list each Monday before noon. The first column is the part number, such as QM-E200.`
