import { moreLessons } from './more-lessons.ts'
import type { Lesson } from './packages.ts'

/** The lessons of the sample’s packages, by the key of their course. */
export const lessons: Readonly<Record<string, Lesson>> = {
  'start/welcome': {
    title: 'Welcome to Quellmark',
    pages: [
      [
        'Water that never arrives',
        'A third of the treated water in many networks never reaches a customer. Our partners find where it goes.',
      ],
      [
        'Five product families',
        'Echo hears leaks, Flux measures flow, Pulse measures and lowers pressure, Gate brings the readings home, Basin shows them.',
      ],
      [
        'How we work together',
        'You know the utility; we know the technology. Register each project early, so that nobody else takes it up behind your back.',
      ],
    ],
    questions: [
      ['Which family hears leaks?', 'Echo', 'Flux', 'Gate'],
      ['When do you register a project?', 'As early as possible', 'After the order', 'Never'],
    ],
  },
  'start/code': {
    title: 'Code of conduct for partners',
    pages: [
      [
        'Fair competition',
        'Never talk to competitors about prices, customers or tenders. If they begin, say no, leave and tell us.',
      ],
      [
        'Gifts',
        'A coffee is fine. Anything that could move a decision is not, least of all for people in public office.',
      ],
      [
        'Data of others',
        'Readings of a utility belong to the utility. Show them to others only with its written consent.',
      ],
    ],
    questions: [
      [
        'A competitor mentions his price for a tender. What do you do?',
        'Say no, leave and report it',
        'Note it down',
        'Name yours',
      ],
      ['To whom do readings belong?', 'The utility', 'The partner', 'Quellmark'],
    ],
  },
  'start/service': {
    title: 'Service and warranty',
    pages: [
      [
        'Two years, three for Gold',
        'Devices have a warranty of two years from delivery. Gold partners give their customers three.',
      ],
      [
        'Before you send it back',
        'Check battery, antenna and firmware. Every second returned logger only lacked a firmware update.',
      ],
      [
        'The return',
        'Ask for a return number and write it on the parcel. Without it, nobody here can tell who sent it.',
      ],
    ],
    questions: [
      [
        'How long is the warranty for customers of Gold partners?',
        'Three years',
        'One year',
        'Two years',
      ],
      [
        'What stands on the parcel?',
        'The return number',
        'The order value',
        'The serial number of the gateway',
      ],
    ],
  },
  'echo/basics': {
    title: 'Echo loggers: the basics',
    pages: [
      [
        'A leak makes noise',
        'Water under pressure that leaves a pipe makes it vibrate. The sound travels along the pipe wall to the next valve.',
      ],
      [
        'Why at night',
        'Between two and four in the morning little water is drawn and little traffic passes. What still sounds then is probably a leak.',
      ],
      [
        'Level and spread',
        'A logger keeps the level of the noise and how much it varies. High and steady is a leak; high and unsteady is consumption.',
      ],
    ],
    questions: [
      ['Which reading points to a leak?', 'High and steady', 'High and unsteady', 'Low and steady'],
      ['When do loggers listen?', 'At night', 'At noon', 'All day'],
      ['How does the sound travel?', 'Along the pipe wall', 'Through the air', 'By radio'],
    ],
  },
  'echo/mounting': {
    title: 'Mount Echo loggers',
    pages: [
      [
        'The place',
        'Take a valve spindle or a hydrant. Metal needs clean metal: brush rust away until it shines.',
      ],
      [
        'Spacing',
        'Up to 150 m apart on metal, 80 m on fibre cement, 50 m on plastic. On plastic take hydrophones.',
      ],
      [
        'The cover',
        'A cast iron cover swallows radio. Fix the antenna below its edge, never flat under the middle.',
      ],
    ],
    questions: [
      ['How far apart are loggers on plastic pipes?', '50 m', '150 m', '300 m'],
      [
        'Where does the antenna go?',
        'Below the edge of the cover',
        'Under the middle of the cover',
        'Into the water',
      ],
    ],
  },
  'echo/correlate': {
    title: 'Locate a leak by correlation',
    pages: [
      [
        'Two ears',
        'Two loggers hear the same leak at different times. From the difference and the speed of sound follows the place.',
      ],
      [
        'Speed of sound',
        'In cast iron about 1,200 m/s, in plastic 400 m/s. A wrong material moves the spot by metres.',
      ],
      ['Check it', 'Repeat the measurement with another pair. Dig only where two of them agree.'],
    ],
    questions: [
      [
        'What moves the spot by metres?',
        'A wrong pipe material',
        'A full battery',
        'The colour of the pipe',
      ],
      [
        'When do you dig?',
        'When two measurements agree',
        'After the first',
        'When the customer asks',
      ],
    ],
  },
  'flux/basics': {
    title: 'Flux meters: the basics',
    pages: [
      [
        'Sound with and against the flow',
        'Ultrasound travels faster with the flow than against it. The difference is the velocity, without any moving part.',
      ],
      [
        'Straight runs',
        'Elbows and valves disturb the profile. Leave ten diameters before the meter and five after it.',
      ],
      [
        'Small flows',
        'Night flow tells more about leaks than daily sums. Choose a size that still measures it.',
      ],
    ],
    questions: [
      ['How much straight pipe stands before the meter?', 'Ten diameters', 'One diameter', 'None'],
      ['Which flow tells most about leaks?', 'Night flow', 'Flow at noon', 'The yearly sum'],
    ],
  },
  ...moreLessons,
}
