import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { only, refuse, scenarios, type Sample, type Scenario } from '@prmkit/mock'
import { html, nothing } from 'lit'
import { pressUntil } from '../../../test/press.ts'
import type { PrmTrainingTracker } from './define.ts'
import './define.ts'

type Props = Pick<PrmTrainingTracker, 'courseId' | 'courseHref' | 'view'>
type Story = StoryObj<Props>

export default {
  title: 'Widgets/Training tracker',
  component: 'prm-training-tracker',
  render: ({ courseId, courseHref, view }) => html`
    <prm-training-tracker
      course-id=${courseId ?? nothing}
      course-href=${courseHref ?? nothing}
      view=${view ?? nothing}
    ></prm-training-tracker>
  `,
} satisfies Meta<Props>

type Training = Sample['training']

const training = (
  summary: string,
  change: (training: Training) => Partial<Training>,
): Scenario => ({
  summary,
  change: (sample) => ({ ...sample, training: { ...sample.training, ...change(sample.training) } }),
})

const none = training('A vendor without courses.', () => ({
  ...{ courses: [], paths: [], classes: [], bookings: [] },
  ...{ enrolments: [], certifications: [], awards: [] },
}))
const noPaths = training('A vendor without learning paths.', () => ({ paths: [] }))
const noAwards = training('A person without certificates.', () => ({ awards: [] }))
const nothingBegun = training('A person who has begun no course.', () => ({
  ...{ enrolments: [], awards: [] },
}))
const inClasses = training(
  'A seat in one class and a place in the waiting list of another.',
  (one) => ({
    bookings: [
      ...one.bookings,
      ...(['kiel', 'online'] as const).map((classId) => ({
        ...{ classId, userId: 'claudia', partnerId: 'rheinblick', at: new Date().toISOString() },
        status: classId === 'kiel' ? ('booked' as const) : ('waiting' as const),
      })),
    ],
  }),
)
const cancelled = training('A class that the vendor cancelled.', ({ classes }) => ({
  classes: classes.map((one) => ({ ...one, status: 'cancelled' as const })),
}))
const noRights: Scenario = {
  summary: 'A person who may not see courses.',
  fault: only(['GET /courses'], refuse('forbidden')),
}

const launching = (summary: string, fault: Scenario['fault']): Scenario => ({
  summary,
  ...(fault && { fault: only(['POST /enrolments/*/launch'], fault) }),
})

export const Filled: Story = {}
export const Course: Story = { args: { courseId: 'leak-survey' } }
export const CourseNotBegun: Story = {
  args: { courseId: 'echo-basics' },
  parameters: { scenario: nothingBegun },
}
export const CourseLocked: Story = {
  args: { courseId: 'leak-survey' },
  parameters: { scenario: nothingBegun },
}
export const CourseDone: Story = { args: { courseId: 'echo-basics' } }
export const CourseOverdue: Story = {
  args: { courseId: 'partner-code' },
  parameters: { person: 'holger' },
}
/** A course of the sample, once its button is pressed in a browser that opens no tab. */
const launched = (scenario: Scenario, until: string): Story => ({
  args: { courseId: 'leak-survey' },
  parameters: { scenario },
  beforeEach: () => {
    const { open } = window
    window.open = () => null
    return () => (window.open = open)
  },
  play: pressUntil('.actions .primary', until),
  tags: ['!autodocs'],
})
export const CourseOpening = launched(
  launching('A course that is about to open.', scenarios.pending.fault),
  '.actions [aria-busy=true]',
)
export const CourseTabKept = launched(scenarios.filled, '[role=alert] a')
export const CourseNotOpened = launched(
  launching('A course that does not open.', refuse('forbidden')),
  '.toast',
)
export const CourseWithClasses: Story = { args: { courseId: 'commissioning' } }
export const CourseNarrow: Story = { args: { courseId: 'leak-survey' }, parameters: { width: 320 } }
export const CourseArabic: Story = { args: { courseId: 'leak-survey' }, parameters: { lang: 'ar' } }
export const CourseGone: Story = { args: { courseId: 'no-such-course' } }
export const Overdue: Story = { parameters: { person: 'holger' } }
export const NothingBegun: Story = { parameters: { scenario: nothingBegun } }
export const Empty: Story = { parameters: { scenario: none } }
export const Paths: Story = { args: { view: 'paths' } }
export const Classes: Story = { args: { view: 'classes' } }
export const SeatAndWaitingList: Story = {
  args: { view: 'classes' },
  parameters: { scenario: inClasses },
}
export const ClassesCancelled: Story = {
  args: { view: 'classes' },
  parameters: { scenario: cancelled },
}
export const ClassesEmpty: Story = { args: { view: 'classes' }, parameters: { scenario: none } }
export const PathsEmpty: Story = { args: { view: 'paths' }, parameters: { scenario: noPaths } }
export const CalendarAddress: Story = {
  args: { view: 'classes' },
  play: pressUntil('#feed-make', '#feed-address'),
}
export const Certificates: Story = { args: { view: 'certificates' } }
export const CertificatesNone: Story = {
  args: { view: 'certificates' },
  parameters: { scenario: noAwards },
}
export const Team: Story = { args: { view: 'team' } }
export const TeamEmpty: Story = { args: { view: 'team' }, parameters: { scenario: nothingBegun } }
export const TranscriptSaved: Story = {
  args: { view: 'team' },
  play: pressUntil('#transcript', '.toast'),
  tags: ['!autodocs'],
}
export const AssignIncomplete: Story = {
  args: { view: 'team' },
  play: pressUntil('form button[type=submit]', '#fault:not(:empty)'),
}
export const Narrow: Story = { parameters: { width: 320 } }
export const TeamNarrow: Story = { args: { view: 'team' }, parameters: { width: 320 } }
export const German: Story = { parameters: { lang: 'de' }, tags: ['one-language'] }
export const Arabic: Story = { parameters: { lang: 'ar' } }
export const ArabicNarrow: Story = { parameters: { lang: 'ar', width: 320 } }
export const Loading: Story = { parameters: { scenario: scenarios.pending }, tags: ['pending'] }
export const Offline: Story = { parameters: { scenario: scenarios.offline } }
export const Failed: Story = { parameters: { scenario: scenarios.serverError } }
export const SessionOver: Story = { parameters: { scenario: scenarios.expiredSession } }
export const Forbidden: Story = { parameters: { scenario: noRights } }
export const BrokenAnswers: Story = { parameters: { scenario: scenarios.malformed } }
export const LongTexts: Story = { parameters: { scenario: scenarios.longTexts } }
export const HostileTexts: Story = { parameters: { scenario: scenarios.hostileTexts } }
export const NewerBackend: Story = { parameters: { scenario: scenarios.drift } }
