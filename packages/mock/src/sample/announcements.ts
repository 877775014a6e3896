import type { AnnouncementRecord } from '@prmkit/server'

const day = 86_400_000

/** The made-up vendor’s news: for everybody, for some partners, to acknowledge, and one that is over. */
export function announcementsAt(now: number): AnnouncementRecord[] {
  const inDays = (days: number) => new Date(now + days * day).toISOString()
  const made = (
    id: string,
    days: number,
    texts: AnnouncementRecord['texts'],
    more: Partial<AnnouncementRecord> = {},
  ): AnnouncementRecord => {
    const validFrom = inDays(-days)
    return {
      ...{ id, externalIds: {}, createdAt: validFrom, updatedAt: validFrom, revision: 1 },
      ...{ language: 'en', texts, validFrom, acknowledge: false, audience: {} },
      ...more,
    }
  }
  return [
    made('portal-rest', 1, {
      en: {
        title: 'The portal rests on Sunday night',
        text: 'Between 22:00 and 23:30 you may read, but not send. Drafts are kept.',
      },
      de: {
        title: 'Das Portal ruht Sonntagnacht',
        text: 'Zwischen 22:00 und 23:30 Uhr können Sie lesen, aber nichts senden. Entwürfe bleiben erhalten.',
      },
      ar: {
        title: 'تتوقف البوابة مساء الأحد',
        text: 'بين الساعة 22:00 و23:30 يمكنك القراءة دون الإرسال. تُحفظ المسودات.',
      },
    }),
    made(
      'terms',
      12,
      {
        en: {
          title: 'New programme terms',
          text: 'The most important points:\n\n1. Protection lasts 90 days as before.\n2. It can be extended twice.\n\nRead [the terms in full](https://www.quellmark.example/partner-terms).',
        },
        de: {
          title: 'Neue Programmbedingungen',
          text: 'Das Wichtigste:\n\n1. Der Schutz gilt wie bisher 90 Tage.\n2. Er lässt sich zweimal verlängern.\n\nLesen Sie [die Bedingungen im Ganzen](https://www.quellmark.example/partner-terms).',
        },
        ar: {
          title: 'شروط جديدة للبرنامج',
          text: 'أهم النقاط:\n\n1. تبقى الحماية 90 يومًا.\n2. يمكن تمديدها مرتين.\n\nاقرأ [الشروط كاملة](https://www.quellmark.example/partner-terms).',
        },
      },
      { acknowledge: true },
    ),
    made(
      'gold-forum',
      3,
      {
        en: {
          title: 'Gold partner forum in Hamburg',
          text: 'Two days with our engineers and the roadmap for the coming year:\n\n- visit to the test loop\n- workshops on correlation\n- dinner at the harbour',
        },
      },
      { audience: { tiers: ['Gold'] } },
    ),
    made(
      'echo-300',
      6,
      {
        en: {
          title: 'Echo 300 replaces the Echo 200 from next month on',
          text: 'The Echo 300 hears leaks on plastic pipes up to 150 m away.\n\n- Registrations with the Echo 200 keep their protection and their prices.\n- New registrations can name either until the end of the quarter.\n- The demo kit is exchanged free of charge.\n\nThe data sheet is on [the product page](https://www.quellmark.example/echo-300).',
        },
        de: {
          title: 'Der Echo 300 löst ab nächstem Monat den Echo 200 ab',
          text: 'Der Echo 300 hört Lecks an Kunststoffleitungen bis 150 m weit.\n\n- Registrierungen mit dem Echo 200 behalten ihren Schutz und ihre Preise.\n- Neue Registrierungen dürfen bis zum Quartalsende beide nennen.\n- Der Demokoffer wird kostenlos getauscht.\n\nDas Datenblatt steht auf der [Produktseite](https://www.quellmark.example/echo-300).',
        },
        ar: {
          title: 'يحل Echo 300 محل Echo 200 ابتداءً من الشهر المقبل',
          text: 'يسمع Echo 300 التسربات في الأنابيب البلاستيكية حتى مسافة 150 مترًا.\n\n- تحتفظ التسجيلات التي تتضمن Echo 200 بحمايتها وأسعارها.\n- يمكن للتسجيلات الجديدة ذكر أيٍّ منهما حتى نهاية الربع.\n- تُستبدل حقيبة العرض مجانًا.\n\nورقة البيانات في [صفحة المنتج](https://www.quellmark.example/echo-300).',
        },
      },
      { validUntil: inDays(45) },
    ),
    made(
      'stock-lists',
      20,
      {
        en: {
          title: 'Stock lists move to the new format',
          text: 'From next week on the weekly stock list has a column for the firmware version. Files in the old format are refused.',
        },
        de: {
          title: 'Bestandslisten im neuen Format',
          text: 'Ab nächster Woche hat die wöchentliche Bestandsliste eine Spalte für die Firmware-Version. Dateien im alten Format werden abgelehnt.',
        },
      },
      { acknowledge: true, audience: { partnerKinds: ['distributor'] } },
    ),
    made('price-list', 30, {
      en: {
        title: 'The price list of the new year',
        text: 'List prices rise by 2.5 % on average; loggers stay as they are. Earlier registrations keep their prices until their protection ends.',
      },
      de: {
        title: 'Die Preisliste des neuen Jahres',
        text: 'Die Listenpreise steigen im Schnitt um 2,5 %; Logger bleiben gleich. Frühere Registrierungen behalten ihre Preise, bis ihr Schutz endet.',
      },
      ar: {
        title: 'قائمة أسعار العام الجديد',
        text: 'ترتفع الأسعار بنسبة 2.5 % في المتوسط، وتبقى أسعار أجهزة التسجيل كما هي. يحتفظ ما سُجّل من قبل بسعره حتى انتهاء حمايته.',
      },
    }),
    made(
      'webinar',
      40,
      {
        en: {
          title: 'Webinar: planning a leak survey',
          text: 'On Thursday at 10:00 we show how a survey is planned from the network’s own data.',
        },
        de: {
          title: 'Webinar: eine Lecksuche planen',
          text: 'Am Donnerstag um 10:00 Uhr zeigen wir, wie sich eine Lecksuche aus den Daten des Netzes planen lässt.',
        },
      },
      { validUntil: inDays(-33) },
    ),
  ]
}
