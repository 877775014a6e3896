import type { families } from './products.ts'

type Pair = readonly [en: string, de: string]

/** The details that all products of a family share, in English and German. */
interface FamilyDetails {
  benefits: readonly Pair[]
  rows: readonly (readonly [name: Pair, value: Pair])[]
  /** The figures of its presentation. */
  figures: readonly (readonly [value: Pair, words: Pair])[]
  /** The steps to install a product. */
  steps: readonly string[]
}

const same = (text: string): Pair => [text, text]
const outdoor: readonly (readonly [Pair, Pair])[] = [
  [
    ['Temperature', 'Temperatur'],
    ['–20 to +60 °C', '–20 bis +60 °C'],
  ],
  [['Approvals', 'Zulassungen'], same('CE, RED, UKCA')],
  [
    ['Warranty', 'Garantie'],
    ['24 months, 60 with a care plan', '24 Monate, 60 mit Wartungsvertrag'],
  ],
]

/** The details of each product family. */
export const details: Record<keyof typeof families, FamilyDetails> = {
  echo: {
    benefits: [
      ['Hears leaks in metal and plastic mains', 'Hört Lecks in Metall- und Kunststoffleitungen'],
      [
        'Correlates with its neighbours each night, without a visit',
        'Korreliert jede Nacht mit seinen Nachbarn, ohne Anfahrt',
      ],
      ['Holds by a magnet and is set in two minutes', 'Hält magnetisch, in zwei Minuten gesetzt'],
    ],
    rows: [
      [['Frequencies', 'Frequenzen'], same('5–5000 Hz')],
      [
        ['Listens', 'Hört'],
        ['02:00 to 04:00, adjustable', '02:00 bis 04:00, einstellbar'],
      ],
      [
        ['Memory', 'Speicher'],
        ['180 nights', '180 Nächte'],
      ],
      [['Dimensions', 'Maße'], same('Ø 62 × 118 mm, 0.48 kg')],
      ...outdoor,
    ],
    figures: [
      [same('41'), ['leaks found in the first month', 'Lecks im ersten Monat gefunden']],
      [same('± 1 m'), ['where to dig, in most cases', 'Grabungsstelle, in den meisten Fällen']],
      [
        ['40 : 1', '40 : 1'],
        ['loggers paid for by one leak', 'Logger bezahlt ein einziges Leck'],
      ],
    ],
    steps: [
      'Clean the spindle or the flange, so that metal touches metal.',
      'Set the logger upright; the magnet holds it. Turn it a quarter to the right.',
      'Hold the magnet key to the mark until the light blinks green twice.',
      'Wait two minutes for the first report. Basin shows the place and the signal.',
    ],
  },
  flux: {
    benefits: [
      ['Sees the smallest flow of the night', 'Sieht den kleinsten Durchfluss der Nacht'],
      ['No moving part, no strainer, no loss of pressure', 'Ohne bewegte Teile, ohne Druckverlust'],
      ['Readings each quarter of an hour by radio', 'Messwerte viertelstündlich per Funk'],
    ],
    rows: [
      [
        ['Principle', 'Prinzip'],
        ['Ultrasound, two paths', 'Ultraschall, zwei Pfade'],
      ],
      [['Turndown', 'Messspanne'], same('400 : 1')],
      [
        ['Pressure', 'Druck'],
        ['up to 16 bar', 'bis 16 bar'],
      ],
      [
        ['Straight runs', 'Ein- und Auslauf'],
        ['10 × DN before, 5 × DN after', '10 × DN davor, 5 × DN danach'],
      ],
      ...outdoor,
    ],
    figures: [
      [
        ['1.2 m', '1,2 Mio.'],
        ['million m³ saved a year in Graz', 'm³ spart Graz im Jahr'],
      ],
      [same('400 : 1'), ['from the day to the smallest night', 'vom Tag bis zur kleinsten Nacht']],
      [
        ['12 years', '12 Jahre'],
        ['on one battery', 'mit einer Batterie'],
      ],
    ],
    steps: [
      'Close the section and let the pressure off. Check that nobody is without water.',
      'Put the meter between the flanges, with the arrow in the direction of flow.',
      'Tighten the bolts crosswise as the label says: DN 50 to DN 100 with 40 Nm.',
      'Open slowly from the side of the supply. Wait until the display shows a flow.',
    ],
  },
  pulse: {
    benefits: [
      ['Catches surges that break pipes', 'Erfasst Druckstöße, die Rohre brechen'],
      ['Shows where pressure can be lower at night', 'Zeigt, wo nachts weniger Druck genügt'],
      ['Fits any hydrant or tapping', 'Passt an jeden Hydranten und jede Anbohrung'],
    ],
    rows: [
      [
        ['Sampling', 'Abtastung'],
        ['128 per second at a surge', '128 je Sekunde bei einem Druckstoß'],
      ],
      [['Accuracy', 'Genauigkeit'], same('± 0.1 %')],
      [['Thread', 'Anschluss'], same('G ½')],
      [['Radio', 'Funk'], same('NB-IoT, LTE-M')],
      ...outdoor,
    ],
    figures: [
      [
        ['1 bar', '1 bar'],
        ['less at night saves a tenth', 'weniger spart nachts ein Zehntel'],
      ],
      [same('– 31 %'), ['loss in Sharjah', 'Verlust in Schardscha']],
      [
        ['128 / s', '128 / s'],
        ['samples at a surge', 'Messungen bei einem Druckstoß'],
      ],
    ],
    steps: [
      'Flush the tapping until the water is clear.',
      'Screw the logger in by hand, then tighten it with 15 Nm. Use the flat seal.',
      'Vent it: open the screw half a turn until water comes, and close it.',
      'Compare the first value with your gauge. They may differ by 0.1 bar.',
    ],
  },
  gate: {
    benefits: [
      ['One gateway hears a whole town', 'Ein Gateway hört eine ganze Stadt'],
      [
        'Keeps readings for a month while the line is down',
        'Hält Messwerte einen Monat bei Ausfall',
      ],
      ['Your SIM or ours', 'Ihre SIM-Karte oder unsere'],
    ],
    rows: [
      [['Backhaul', 'Anbindung'], same('LTE, Ethernet, PoE+')],
      [
        ['Buffer', 'Puffer'],
        ['30 days', '30 Tage'],
      ],
      [['Antenna', 'Antenne'], same('6 dBi, 868/915 MHz')],
      [
        ['Mounting', 'Montage'],
        ['Mast 30 to 76 mm, wall', 'Mast 30 bis 76 mm, Wand'],
      ],
      ...outdoor,
    ],
    figures: [
      [
        ['5,000', '5.000'],
        ['devices at one gateway', 'Geräte an einem Gateway'],
      ],
      [
        ['12 km', '12 km'],
        ['in open country', 'in offenem Gelände'],
      ],
      [
        ['30 days', '30 Tage'],
        ['of readings are kept', 'Messwerte bleiben erhalten'],
      ],
    ],
    steps: [
      'Mount the gateway as high as you can, at least one metre from other antennas.',
      'Connect earth first, then the antenna, then power.',
      'Wait for the third light: the gateway has its line.',
      'Register it in Basin by the code on its side.',
    ],
  },
  basin: {
    benefits: [
      ['Night flow of each zone, each morning', 'Nachtverbrauch jeder Zone, jeden Morgen'],
      [
        'Three places a week, with the most loss first',
        'Drei Stellen je Woche, größter Verlust zuerst',
      ],
      ['Reports for the regulator by one click', 'Berichte für die Aufsicht mit einem Klick'],
    ],
    rows: [
      [
        ['Places', 'Standorte'],
        ['EU data centres, or your own', 'Rechenzentren in der EU oder eigene'],
      ],
      [['Interfaces', 'Schnittstellen'], same('OPC UA, Modbus, REST, CSV')],
      [
        ['Log-in', 'Anmeldung'],
        ['SAML 2.0, OpenID Connect', 'SAML 2.0, OpenID Connect'],
      ],
      [
        ['Languages', 'Sprachen'],
        ['English, German, Arabic', 'Englisch, Deutsch, Arabisch'],
      ],
      [
        ['Availability', 'Verfügbarkeit'],
        ['99.9 % a month', '99,9 % im Monat'],
      ],
    ],
    figures: [
      [
        ['3', '3'],
        ['places to dig a week', 'Grabungsstellen je Woche'],
      ],
      [
        ['06:00', '06:00'],
        ['the night is counted', 'ist die Nacht ausgewertet'],
      ],
      [
        ['99.9 %', '99,9 %'],
        ['availability', 'Verfügbarkeit'],
      ],
    ],
    steps: [
      'Create the zones by the names in your plan of the network.',
      'Assign each meter to its inlet, and each logger to its place.',
      'Let it run for seven nights before you set alarms.',
      'Invite the colleagues who dig, with a view of their zones.',
    ],
  },
}

/** Litres a second of a zone in each hour of a day; the night tells its loss. */
export const dayOfZone = [
  8, 7.2, 6.4, 6.2, 6.4, 8, 13, 19, 21, 18, 16, 15, 16, 15, 14, 14, 15, 17, 20, 22, 19, 15, 11, 9,
]
