import { foot, gray } from '../sample-assets/files.ts'
import type { SamplePage } from '../sample-assets/page.ts'
import { pdf } from '../sample-assets/pdf.ts'

/** The pages of the academy’s documents, by the key of their course. */
const documents: Readonly<Record<string, readonly SamplePage[]>> = {
  'start/handbook': [
    {
      title: 'Partner handbook',
      lead: 'What is agreed between us',
      paragraphs: [
        'Register a project as soon as you know the customer. A registration is decided within 27 working hours and protects you for 90 days.',
        'Protection can be extended twice, with a line about how the project goes on.',
      ],
    },
    {
      title: 'Tiers and discounts',
      rows: [
        ['Registered', '10 % on devices'],
        ['Silver', '18 % on devices, 10 % on software'],
        ['Gold', '25 % on devices, 15 % on software'],
      ],
    },
    {
      title: 'Who answers',
      rows: [
        ['Projects', 'partner desk, working days 08:30 to 17:30'],
        ['Technical questions', 'support, by the portal'],
        ['Returns', 'service, with a return number'],
      ],
    },
  ],
  'flux/sizing': [
    {
      title: 'Size a Flux meter',
      lead: 'Three worked examples',
      paragraphs: [
        'Take the largest flow of a usual day and the smallest flow of the night. Both must lie within the range of the meter.',
        'A DN 100 zone inlet with 60 m³/h by day and 2 m³/h by night takes a Flux 100. A Flux 200 would no longer see the night.',
      ],
    },
    {
      title: 'Straight runs',
      paragraphs: [
        'Ten diameters before the meter, five after it. After two elbows in two planes, twenty.',
      ],
    },
  ],
  'pulse/zones': [
    {
      title: 'Lower pressure by zones',
      paragraphs: [
        'Find the point with the least pressure, and give it what the contract asks for. Everything above that only breaks pipes.',
        'One bar less at night lowers losses by a tenth and bursts by a third.',
      ],
    },
    {
      title: 'Bursts per 100 km and year',
      bars: [
        ['Before', 31],
        ['First year', 22],
        ['Second year', 17],
      ],
    },
  ],
  'basin/admin': [
    {
      title: 'Administer Basin',
      paragraphs: [
        'Give rights by role, never by person. Review the list each quarter.',
        'A backup that nobody has restored is none. Restore one each half year, on another machine.',
      ],
    },
  ],
  'sell/tender': [
    {
      title: 'Answer a public tender',
      paragraphs: [
        'Read the criteria before the specification. They say what is worth how many points.',
        'Ask questions in time, in writing, and once. Everybody gets the answers.',
      ],
    },
    {
      title: 'Proofs that are always asked for',
      rows: [
        ['Drinking water approval', 'in the content library, Certificates'],
        ['Three references', 'case studies, with the consent of the utility'],
        ['Certified people', 'your certificates in this portal'],
      ],
    },
  ],
}

/** The PDF of a course that is a document. */
export function documentOf(key: string): Buffer {
  return pdf(documents[key]!, gray, foot)
}
