import type { AnnouncementRecord } from '@prmkit/server'

const day = 86_400_000

/** The made-up vendor’s news: for everybody, for one tier, and one to acknowledge. */
export function announcementsAt(now: number): AnnouncementRecord[] {
  const made = (
    id: string,
    days: number,
    texts: AnnouncementRecord['texts'],
    more: Partial<AnnouncementRecord> = {},
  ): AnnouncementRecord => {
    const validFrom = new Date(now - days * day).toISOString()
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
        text: 'بين الساعة 22:00 و23:30 يمكنكم القراءة دون الإرسال. تُحفظ المسودات.',
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
          text: 'أهم النقاط:\n\n1. تبقى الحماية 90 يومًا.\n2. يمكن تمديدها مرتين.\n\nاقرؤوا [الشروط كاملة](https://www.quellmark.example/partner-terms).',
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
  ]
}
