import { seedTraining, type SampleTraining } from '@prmkit/server'
import type { TestBackend } from './backend.ts'

const day = 86_400_000

const contentOf = (id: string, title: string, position: number) => {
  const at = new Date(Date.now() - 90 * day).toISOString()
  return {
    ...{ id, externalIds: {}, createdAt: at, updatedAt: at, revision: 1, language: 'en' },
    ...{ status: 'published' as const, audience: {}, position, custom: {} },
    texts: { en: { title, description: `All about ${title}.` } },
  }
}

type Course = SampleTraining['courses'][number]

/** A published course that is a link, with whatever a test says otherwise. */
export const courseOf = (
  id: string,
  title: string,
  position: number,
  more: Partial<Course> = {},
): Course => ({
  ...contentOf(id, title, position),
  ...{ kind: 'link', minutes: 10, productIds: [], prerequisiteIds: [], mandatory: false },
  ...{ units: [], url: 'https://academy.example/pumps' },
  ...more,
})

/** Gives a backend four courses, a path, a class, a certification, and `eva`, who administers North. */
export async function teachAcademy({ store }: TestBackend): Promise<void> {
  const soon = Date.now() + 7 * day
  const at = new Date().toISOString()
  await store.write(async (tables) => {
    await tables.users.put([
      {
        ...{ id: 'eva', name: 'eva', email: 'eva@example.com', role: 'partner_admin' },
        ...{ partnerIds: ['north'], companyWide: true, externalIds: {}, active: true },
      },
    ])
    await seedTraining(tables, {
      courses: [
        courseOf('basics', 'Pump basics', 1),
        courseOf('service', 'Pump service', 2, { prerequisiteIds: ['basics'] }),
        courseOf('code', 'Code of conduct', 3, { mandatory: true }),
        courseOf('bench', 'Day at the bench', 4, { kind: 'class' }),
      ],
      paths: [
        {
          ...contentOf('start', 'Start', 1),
          courses: [
            { courseId: 'basics', required: true },
            { courseId: 'service', required: true },
          ],
        },
      ],
      classes: [
        {
          ...{ id: 'kiel', externalIds: {}, createdAt: at, updatedAt: at, revision: 1 },
          ...{ status: 'scheduled', courseId: 'bench', timeZone: 'Europe/Berlin', language: 'en' },
          startsAt: new Date(soon).toISOString(),
          endsAt: new Date(soon + day / 4).toISOString(),
          ...{ seats: 1, place: 'Kiel' },
        },
      ],
      ...{ bookings: [], enrolments: [], awards: [] },
      certifications: [
        {
          ...contentOf('expert', 'Expert', 1),
          courses: [{ courseId: 'basics' }, { courseId: 'service' }],
          ...{ validityMonths: 12, renewalDays: 60 },
          requirement: { needed: 1, graceDays: 30, audience: {} },
        },
      ],
    })
  })
}
