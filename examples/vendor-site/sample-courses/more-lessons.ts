import type { Lesson } from './packages.ts'

/** The lessons about pressure, software and sales. */
export const moreLessons: Readonly<Record<string, Lesson>> = {
  'pulse/transients': {
    title: 'Pressure transients',
    pages: [
      [
        'Waves in a pipe',
        'A pump that stops or a valve that shuts sends a wave through the network, at a kilometre a second.',
      ],
      [
        'What they break',
        'A wave of six bar that passes every night tires a joint until it opens. Averages per minute never show it.',
      ],
      [
        'Catch them',
        'Pulse loggers sample 128 times a second and keep what leaves the usual band.',
      ],
    ],
    questions: [
      [
        'Why do averages per minute not help?',
        'They hide short waves',
        'They cost too much',
        'They are too exact',
      ],
      [
        'How often does a Pulse logger sample?',
        '128 times a second',
        'Once a minute',
        'Once a day',
      ],
    ],
  },
  'basin/tour': {
    title: 'Basin: a guided tour',
    pages: [
      [
        'The map',
        'Every device is a point on the map. Its colour says how it is, its shape what it is.',
      ],
      [
        'Zones',
        'A zone adds up what flows in and what is billed. The rest is lost, and Basin ranks zones by it.',
      ],
      [
        'Reports',
        'Each Monday Basin sends the zones that got worse. Set the people up who should read it.',
      ],
    ],
    questions: [
      [
        'What does Basin rank zones by?',
        'The water that is lost',
        'Their name',
        'The number of devices',
      ],
      ['When does the report come?', 'Each Monday', 'Each hour', 'Once a year'],
    ],
  },
  'basin/alarms': {
    title: 'Alarms that people act on',
    pages: [
      [
        'Fewer, better',
        'Whoever gets forty alarms a day reads none. Begin with three that matter.',
      ],
      [
        'Thresholds',
        'Set them from four weeks of readings, by weekday and hour, not from the brochure.',
      ],
      [
        'Who is called',
        'Each alarm has one name, a deputy and a time after which the deputy is called.',
      ],
    ],
    questions: [
      ['From what do you set thresholds?', 'Four weeks of readings', 'The brochure', 'A guess'],
      ['How many alarms do you begin with?', 'Three', 'Forty', 'As many as possible'],
    ],
  },
  'sell/needs': {
    title: 'Understand what a utility needs',
    pages: [
      [
        'Ask for the loss first',
        'How much water do they lose, who knows it, and since when? Without a number there is no project.',
      ],
      [
        'Three people',
        'The network master wants quiet nights, the manager a budget that holds, the council a good story.',
      ],
      ['The next step', 'End each talk with one step, a date and a name.'],
    ],
    questions: [
      ['What do you ask for first?', 'The loss of water', 'The budget', 'The name of the mayor'],
      ['With what does a talk end?', 'A step, a date and a name', 'A brochure', 'A price'],
    ],
  },
}
