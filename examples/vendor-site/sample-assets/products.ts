/** A product of the sample vendor as its material tells of it. */
export interface SampleProduct {
  key: string
  name: string
  family: keyof typeof families
  /** Rows of its datasheet in English and German. */
  facts: readonly (readonly [string, string, string, string])[]
  /** One sentence in English and German. */
  about: readonly [string, string]
}

/** The product families with their folder, colour, and names. */
export const families = {
  echo: { colour: [11, 79, 108], hex: '0B4F6C', en: 'Echo leak loggers', de: 'Echo-Leck-Logger' },
  flux: {
    colour: [31, 111, 84],
    hex: '1F6F54',
    en: 'Flux flow meters',
    de: 'Flux-Durchflussmesser',
  },
  pulse: { colour: [122, 68, 25], hex: '7A4419', en: 'Pulse pressure', de: 'Pulse-Druckmessung' },
  gate: { colour: [75, 63, 114], hex: '4B3F72', en: 'Gate gateways', de: 'Gate-Gateways' },
  basin: { colour: [32, 74, 135], hex: '204A87', en: 'Basin software', de: 'Basin-Software' },
} as const

const battery = (years: string) =>
  ['Battery', `${years} years`, 'Batterie', `${years} Jahre`] as const
const sealed = ['Protection', 'IP68', 'Schutzart', 'IP68'] as const
const size = (dn: string) => ['Size', dn, 'Nennweite', dn] as const
const radio = (kind: string) => ['Radio', kind, 'Funk', kind] as const
const exact = (value: string) => ['Accuracy', value, 'Genauigkeit', value] as const
const points = (count: string) =>
  ['Points', `up to ${count}`, 'Messpunkte', `bis ${count}`] as const

/** Products with a datasheet. */
export const products: readonly SampleProduct[] = [
  {
    key: 'echo-100',
    name: 'Echo 100',
    family: 'echo',
    facts: [battery('5'), radio('868 MHz drive-by'), sealed],
    about: [
      'A noise logger that is read from a passing car.',
      'Ein Geräuschlogger, der im Vorbeifahren ausgelesen wird.',
    ],
  },
  {
    key: 'echo-200',
    name: 'Echo 200',
    family: 'echo',
    facts: [battery('5'), radio('NB-IoT, LTE-M'), sealed],
    about: [
      'A correlating logger that reports each night by itself.',
      'Ein korrelierender Logger, der jede Nacht von selbst meldet.',
    ],
  },
  {
    key: 'echo-200-lw',
    name: 'Echo 200 LoRaWAN',
    family: 'echo',
    facts: [battery('7'), radio('LoRaWAN 1.0.4'), sealed],
    about: [
      'The correlating logger for a network of your own.',
      'Der korrelierende Logger für ein eigenes Funknetz.',
    ],
  },
  {
    key: 'echo-300h',
    name: 'Echo 300 hydrophone',
    family: 'echo',
    facts: [battery('4'), radio('LTE-M'), sealed],
    about: [
      'A hydrophone in the water for plastic and large mains.',
      'Ein Hydrofon im Wasser für Kunststoff und große Leitungen.',
    ],
  },
  {
    key: 'echo-field',
    name: 'Echo Field',
    family: 'echo',
    facts: [battery('1'), ['Sensors', '2', 'Sensoren', '2']],
    about: [
      'A correlator kit that shows a leak on the spot.',
      'Ein Korrelatorset, das ein Leck vor Ort zeigt.',
    ],
  },
  {
    key: 'flux-50',
    name: 'Flux 50',
    family: 'flux',
    facts: [size('DN 50'), exact('±0.5 %'), battery('12')],
    about: [
      'A battery meter for house groups and small zones.',
      'Ein Batteriezähler für Häusergruppen und kleine Zonen.',
    ],
  },
  {
    key: 'flux-100',
    name: 'Flux 100',
    family: 'flux',
    facts: [size('DN 100'), exact('±0.5 %'), battery('12')],
    about: ['A battery meter for district metering areas.', 'Ein Batteriezähler für Messzonen.'],
  },
  {
    key: 'flux-200',
    name: 'Flux 200',
    family: 'flux',
    facts: [size('DN 200'), exact('±0.4 %'), battery('10')],
    about: [
      'A battery meter for mains and zone inlets.',
      'Ein Batteriezähler für Hauptleitungen und Zoneneinläufe.',
    ],
  },
  {
    key: 'flux-400',
    name: 'Flux 400',
    family: 'flux',
    facts: [size('DN 400'), exact('±0.3 %'), ['Power', '24 V', 'Versorgung', '24 V']],
    about: ['A powered meter for waterworks.', 'Ein netzversorgter Zähler für Wasserwerke.'],
  },
  {
    key: 'flux-clamp',
    name: 'Flux Clamp',
    family: 'flux',
    facts: [size('DN 25–1200'), exact('±1 %')],
    about: [
      'A portable meter that is clamped on in ten minutes.',
      'Ein tragbarer Zähler, in zehn Minuten angelegt.',
    ],
  },
  {
    key: 'flux-insert',
    name: 'Flux Insert',
    family: 'flux',
    facts: [size('DN 150–1000'), exact('±2 %')],
    about: ['A probe that goes in under pressure.', 'Eine Sonde, die unter Druck eingesetzt wird.'],
  },
  {
    key: 'pulse-p16',
    name: 'Pulse P16',
    family: 'pulse',
    facts: [['Range', '16 bar', 'Bereich', '16 bar'], battery('8'), sealed],
    about: ['A pressure logger that catches surges.', 'Ein Drucklogger, der Druckstöße erfasst.'],
  },
  {
    key: 'pulse-p25',
    name: 'Pulse P25',
    family: 'pulse',
    facts: [['Range', '25 bar', 'Bereich', '25 bar'], battery('8'), sealed],
    about: ['The pressure logger for pumped mains.', 'Der Drucklogger für Pumpleitungen.'],
  },
  {
    key: 'pulse-valve',
    name: 'Pulse Valve',
    family: 'pulse',
    facts: [['Control', 'by flow and time', 'Regelung', 'nach Durchfluss und Zeit'], sealed],
    about: [
      'It lowers pressure at night and losses with it.',
      'Senkt nachts den Druck und damit die Verluste.',
    ],
  },
  {
    key: 'gate-l4',
    name: 'Gate 4',
    family: 'gate',
    facts: [radio('LoRaWAN, LTE'), ['Devices', '5,000', 'Geräte', '5.000']],
    about: ['An outdoor gateway for a whole town.', 'Ein Außen-Gateway für eine ganze Stadt.'],
  },
  {
    key: 'gate-e2',
    name: 'Gate 2 Edge',
    family: 'gate',
    facts: [['Protocols', 'Modbus, OPC UA', 'Protokolle', 'Modbus, OPC UA']],
    about: ['It brings readings into the control room.', 'Bringt Messwerte in die Leitwarte.'],
  },
  {
    key: 'gate-solar',
    name: 'Gate Solar',
    family: 'gate',
    facts: [['Energy', '80 Wh', 'Energie', '80 Wh']],
    about: ['A mast kit for places without power.', 'Ein Mastset für Orte ohne Strom.'],
  },
  {
    key: 'basin-m',
    name: 'Basin Cloud',
    family: 'basin',
    facts: [points('1,500')],
    about: [
      'Night flow, alarms and reports in one place.',
      'Nachtverbrauch, Alarme und Berichte an einem Ort.',
    ],
  },
  {
    key: 'basin-op',
    name: 'Basin On-Premises',
    family: 'basin',
    facts: [points('100,000')],
    about: ['Basin on servers of your own.', 'Basin auf eigenen Servern.'],
  },
  {
    key: 'basin-scada',
    name: 'Basin connector',
    family: 'basin',
    facts: [['Systems', 'SCADA, ERP, GIS', 'Systeme', 'Leitsystem, ERP, GIS']],
    about: [
      'It connects Basin with the systems that are there.',
      'Verbindet Basin mit vorhandenen Systemen.',
    ],
  },
]

/** The products of which there is a picture. */
export const pictured = products.slice(0, 14)
