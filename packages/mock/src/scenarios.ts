import type { Fault } from './faults.ts'
import { breakJson, cut, delay, edit, hang, only, refuse } from './faults.ts'
import { drifted } from './drift.ts'
import { hostile, long } from './odd-texts.ts'
import { shortForm } from './sample/form.ts'
import { many, takenCustomer } from './sample/more-deals.ts'
import { withDeals, type Sample } from './sample/sample.ts'

/** The records of a backend and its behaviour. */
export interface Scenario {
  /** The scenario in a sentence. */
  readonly summary: string
  /** The id of the user who is signed in. */
  readonly person?: string
  /** Changes the sample before the backend gets it. */
  readonly change?: (sample: Sample, now: number) => Sample
  /** Stands between the client and the backend. */
  readonly fault?: Fault
}

const own = ({ deals }: Sample) =>
  deals.filter(({ partners }) => partners[0]?.partnerId === 'rheinblick')

const holds = (choose: (sample: Sample, now: number) => Sample['deals']) => {
  return (sample: Sample, now: number): Sample => ({ ...sample, ...withDeals(choose(sample, now)) })
}

/** Names for states that a designer or a tester asks about. */
export const scenarios = {
  filled: { summary: 'A partner in the middle of the work, with registrations of every status.' },
  newPartner: {
    summary: 'A partner who has registered nothing yet.',
    change: holds(() => []),
  },
  everyStatus: {
    summary: 'One registration of each status and nothing else.',
    change: holds((sample) => [
      ...new Map(own(sample).map((deal) => [deal.status, deal] as const)).values(),
    ]),
  },
  returned: {
    summary: 'One registration, which the vendor returned with a reason and a deadline.',
    change: holds((sample) => own(sample).filter(({ status }) => status === 'action_required')),
  },
  customerTaken: {
    summary: 'Whatever customer is checked, another partner has registered it.',
    fault: only(['POST /deals/availability'], async (request, next) => {
      const { headers, url, method } = request
      const body = JSON.stringify({ ...(await request.json()), ...takenCustomer })
      return next(new Request(url, { method, headers, body }))
    }),
  },
  customerInHouse: {
    summary: 'Whatever customer is checked, the vendor keeps it for itself.',
    fault: only(['POST /deals/availability'], async (request, next) => {
      const { headers, url, method } = request
      const house = { companyName: 'Hamburgische Wasserwerke Elbe AöR', country: 'DE' }
      const body = JSON.stringify({ ...house, website: 'https://www.hww-elbe.example' })
      return next(new Request(url, { method, headers, body }))
    }),
  },
  pending: { summary: 'The backend never answers.', fault: hang },
  slow: { summary: 'Every answer takes a second and a half.', fault: delay(1500) },
  offline: { summary: 'No connection comes about.', fault: cut },
  expiredSession: {
    summary: 'The session is over: every token is refused.',
    fault: refuse('token-expired', { 'www-authenticate': 'Bearer error="invalid_token"' }),
  },
  forbidden: {
    summary: 'The user may not see registrations.',
    fault: only(['GET /deals', 'GET /forms/*'], refuse('forbidden')),
  },
  rateLimited: {
    summary: 'Too many requests; the backend asks to wait five minutes.',
    fault: refuse('rate-limited', { 'retry-after': '300' }),
  },
  unavailable: {
    summary: 'The backend is being maintained for an hour.',
    fault: refuse('unavailable', { 'retry-after': '3600' }),
  },
  serverError: {
    summary: 'Every request fails inside the backend.',
    fault: refuse('internal-error'),
  },
  refusedForm: {
    summary: 'The backend finds a fault in two fields of whatever is sent in.',
    fault: only(['POST /deals', 'POST /deals/*/actions'], refuseFields()),
  },
  partlyDown: {
    summary: 'Lists work; comments, timelines and files do not.',
    fault: only(
      ['GET /deals/*/comments', 'GET /deals/*/timeline', 'GET /files/*', 'POST /files'],
      refuse('unavailable', { 'retry-after': '3600' }),
    ),
  },
  drift: {
    summary: 'A newer or careless backend: unknown values, additional and missing fields.',
    fault: edit(drifted),
  },
  malformed: { summary: 'Every answer breaks off in the middle.', fault: breakJson },
  longTexts: {
    summary: 'Every name and text is as long as the contract allows.',
    change: (sample) => long(sample),
  },
  hostileTexts: {
    summary: 'Markup, direction overrides and combining signs in every text.',
    change: (sample) => hostile(sample),
  },
  noBoards: {
    summary: 'A vendor whose portal has no boards and no points.',
    change: (sample) => ({ ...sample, boards: [], points: [] }),
  },
  noPoints: {
    summary: 'Boards on which nobody has points yet.',
    change: (sample, now) => ({ ...holds(() => [])(sample, now), points: [] }),
  },
  fewAgree: {
    summary: 'Boards of people on which too few agreed to be seen.',
    change: (sample) => ({ ...sample, agreed: ['claudia'] }),
  },
  noAnnouncements: {
    summary: 'A vendor who has announced nothing yet.',
    change: (sample) => ({ ...sample, announcements: [] }),
  },
  noArticles: {
    summary: 'A vendor whose knowledge base is still empty.',
    change: (sample) => ({ ...sample, sections: [], articles: [] }),
  },
  noAssets: {
    summary: 'A vendor whose content library is still empty.',
    change: (sample) => ({ ...sample, folders: [], assets: [] }),
  },
  contentOnly: {
    summary: 'A vendor whose portal takes no registrations.',
    change: withoutDeals,
  },
  arabicCustomer: {
    summary: 'A partner in Riyadh, whose customers and people have Arabic names.',
    person: 'noura',
  },
  manyDeals: {
    summary: 'A partner with a thousand registrations.',
    change: holds((sample, now) => many(sample.deals, 1000, now)),
  },
  otherForm: {
    summary: 'Another vendor’s form, which asks for three things.',
    change: (sample) => ({ ...sample, form: shortForm }),
  },
  vendorManager: { summary: 'The vendor’s channel manager, who decides.', person: 'katrin' },
} satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof scenarios

function withoutDeals(sample: Sample): Sample {
  const { discovery } = sample.settings
  const reduced = Object.entries(discovery).map(([language, { deals: _, ...rest }]) => [
    language,
    rest,
  ])
  return { ...sample, settings: { ...sample.settings, discovery: Object.fromEntries(reduced) } }
}

function refuseFields(): Fault {
  const errors = [
    { pointer: '/customer/companyName', code: 'too-short', detail: 'Give the full legal name.' },
    { pointer: '/amount', code: 'too-small', detail: 'Below the programme’s least value.' },
  ]
  return async (request, next) => {
    const refused = await refuse('validation-failed')(request, next)
    const { headers, status } = refused
    return new Response(JSON.stringify({ ...(await refused.json()), errors }), { headers, status })
  }
}
