import type { DealRecord } from '@prmkit/server'
import { calendarAt, dealFrom, type DealSketch } from './deal.ts'
import { statusBrings } from './progress.ts'

const leaks =
  'Two mains lose water every night and nobody knows where. They want the suspicious spots on a map each morning, not a measuring van each night.'
const halls = 'Water has to be metered hall by hall, without stopping the plant to fit the meters.'
const bursts =
  'Pressure swings by more than 3 bar and pipes burst. They look for loggers that catch the surges.'

const sketches: DealSketch[] = [
  {
    ...{ number: 'QM-4402', name: 'Leak monitoring, old town', owner: 'claudia', status: 'draft' },
    ...{ age: 1, closesIn: 120, problem: leaks, lines: 'echo-200*40 gate-l4*3 basin-s*1' },
    customer: customer('Stadtwerke Wörth am Kai', 'sw-woerth', 'DE', 'Wörth', 'utility'),
    contact: ['Elke', 'Jäger', 'Head of network'],
  },
  {
    ...{ number: 'QM-4396', name: 'Abstraction metering for 14 wells', owner: 'aylin' },
    ...{ status: 'submitted', age: 2, closesIn: 124, lines: 'flux-100*12 gate-l4*4 basin-s*1' },
    customer: customer(
      'Bewässerungsverband Altes Land',
      'bv-altes-land',
      'DE',
      'Jork',
      'irrigation',
    ),
    contact: ['Volker', 'Schäfer', 'Purchasing'],
    problem: 'The authority wants hourly figures from next season on. The wells have no power.',
    more: statusBrings.submitted,
  },
  {
    ...{ number: 'QM-4386', name: 'District meters', owner: 'holger', status: 'under_review' },
    ...{ age: 4, closesIn: 143, problem: bursts, lines: 'echo-200*18 flux-200*6 pulse-p16*4' },
    ...{ stage: 'site_survey', contact: ['Karin', 'Voß', 'Network planning'] },
    customer: customer('Stadtwerke Schönaich-Tal', 'sw-schoenaich', 'DE', 'Schönaich', 'utility'),
    more: statusBrings.under_review,
  },
  {
    ...{ number: 'QM-4318', name: 'Zone metering, reservoir south', owner: 'claudia' },
    ...{ status: 'action_required', age: 10, closesIn: 151, stage: 'proposal', problem: leaks },
    lines: 'echo-100*18 echo-300h*8 gate-l4*1 basin-s*1',
    customer: customer('Stadtwerke Prien-See', 'sw-prien-see', 'DE', 'Prien', 'utility'),
    contact: ['Annegret', 'Zöllner', 'Operations manager'],
    more: statusBrings.action_required,
  },
  {
    ...{ number: 'QM-4219', name: 'Water loss balance, Harz', owner: 'aylin', status: 'approved' },
    ...{ age: 56, closesIn: 14, stage: 'proposal', lines: 'echo-200*72 echo-300h*12 basin-m*1' },
    customer: customer(
      'Fernwasser Harzvorland GmbH',
      'fernwasser-harz',
      'DE',
      'Quedlinburg',
      'utility',
    ),
    contact: ['Ines', 'Müller-Stahl', 'Operations manager'],
    problem:
      'Plastic mains cannot be heard with what they have. A test with hydrophones convinced.',
    more: (calendar) => ({ ...statusBrings.approved(calendar), fileIds: ['file_survey'] }),
  },
  {
    ...{ number: 'QM-4182', name: 'Fire main, press shop', owner: 'holger', status: 'approved' },
    ...{
      age: 83,
      closesIn: 39,
      stage: 'pilot',
      problem: halls,
      lines: 'flux-50*6 pulse-p16*3 gate-e2*2',
    },
    customer: customer('Automobilwerk Zwickau-Mosel', 'aw-mosel', 'DE', 'Zwickau', 'industry'),
    contact: ['Heiko', 'Pfeiffer', 'Works manager'],
    more: statusBrings.approvedSoonOver,
  },
  {
    ...{ number: 'QM-4180', name: 'Campus network check', owner: 'claudia', status: 'approved' },
    ...{ age: 80, closesIn: 122, stage: 'negotiation', lines: 'flux-50*11 echo-200*20 gate-l4*1' },
    customer: customer(
      'Messe und Kongress Oldenhof GmbH',
      'messe-oldenhof',
      'DE',
      'Oldenburg',
      'buildings',
    ),
    contact: ['Ute', 'Yıldız', 'Technical purchasing'],
    problem: 'A burst flooded the cellar in January; the insurer wants the mains monitored.',
    more: statusBrings.extensionPending,
  },
  {
    ...{ number: 'QM-4274', name: 'Transport main DN 400', owner: 'aylin', status: 'rejected' },
    ...{ age: 23, closesIn: 129, problem: leaks, lines: 'echo-200*96 gate-l4*3 basin-m*1' },
    customer: customer('Wasserverband Untere Aller', 'wv-aller', 'DE', 'Verden', 'utility'),
    contact: ['Torsten', 'Ruschmeyer', 'Drinking water'],
    more: statusBrings.rejected,
  },
  {
    ...{ number: 'QM-4164', name: 'Works network, ring 2', owner: 'holger', status: 'declined' },
    ...{ age: 105, closesIn: 60, problem: bursts, lines: 'flux-200*12 gate-e2*1 svc-start*3' },
    customer: customer('Gießerei Blöcher GmbH', 'giesserei-bloecher', 'DE', 'Haiger', 'industry'),
    contact: ['Wiebke', 'Hüttmann', 'Technical director'],
    more: statusBrings.declined,
  },
  {
    ...{ number: 'QM-4217', name: 'Pressure surges', owner: 'aylin', status: 'duplicate' },
    ...{ age: 58, closesIn: 128, problem: bursts, lines: 'flux-100*9 gate-e2*1 svc-start*2' },
    customer: customer('Stadtwerke Lindenau', 'sw-lindenau', 'DE', 'Lindenau', 'utility'),
    contact: ['Heiko', 'Mahnke', 'Water master'],
    more: statusBrings.duplicate,
  },
  {
    ...{ number: 'QM-4240', name: 'Bottling line 3', owner: 'claudia', status: 'withdrawn' },
    ...{ age: 44, closesIn: 20, problem: halls, lines: 'flux-100*4 gate-e2*1' },
    customer: customer('Bergquell Getränke AG', 'bergquell', 'AT', 'Bad Ischl', 'food'),
    contact: ['Matthias', 'Leitner', 'Production'],
  },
  {
    ...{ number: 'QM-4121', name: 'Cooling ring, hall B', owner: 'claudia', status: 'expired' },
    ...{ age: 130, closesIn: -5, stage: 'pilot', problem: halls, lines: 'flux-100*6 gate-e2*4' },
    customer: customer(
      'Rechenzentrum Mainkai GmbH',
      'rz-mainkai',
      'DE',
      'Frankfurt am Main',
      'data_centre',
    ),
    contact: ['Selin', 'Aydın', 'Facility management'],
    more: statusBrings.expired,
  },
  {
    ...{ number: 'QM-4102', name: 'Ring main, plant 2', owner: 'holger', status: 'closed' },
    ...{
      age: 312,
      closesIn: -257,
      stage: 'negotiation',
      lines: 'flux-200*4 echo-200*16 basin-s*1',
    },
    customer: customer('Hofmolkerei Allgäuer Tor eG', 'hofmolkerei-at', 'DE', 'Memmingen', 'food'),
    contact: ['Gesa', 'Albers', 'Head of network'],
    problem: 'After the last leak, bottling stood still for nine hours.',
    more: statusBrings.won,
  },
  {
    ...{ number: 'QM-4103', name: 'Lake crossing', owner: 'claudia', status: 'closed' },
    ...{
      age: 310,
      closesIn: -281,
      stage: 'pilot',
      problem: bursts,
      lines: 'echo-300h*8 gate-l4*4',
    },
    customer: customer('Wasserwerke Saale-Unstrut', 'ww-saale', 'DE', 'Naumburg', 'utility'),
    contact: ['Wiebke', 'Claußen', 'Head of network'],
    more: statusBrings.lost,
  },
  {
    ...{ number: 'QM-4209', name: 'Loggers for Lindenau', owner: 'doerte', status: 'approved' },
    ...{ age: 70, closesIn: 30, problem: leaks, lines: 'echo-200*24 flux-100*4 gate-l4*2' },
    customer: customer('Stadtwerke Lindenau', 'sw-lindenau', 'DE', 'Lindenau', 'utility'),
    contact: ['Heiko', 'Mahnke', 'Water master'],
    more: statusBrings.approved,
  },
  {
    ...{
      number: 'QM-4390',
      name: 'مراقبة التسربات في حي الورود',
      owner: 'noura',
      status: 'approved',
    },
    ...{ age: 30, closesIn: 75, stage: 'pilot', currency: 'USD', lines: 'echo-200*60 gate-l4*4' },
    customer: customer('شركة مياه الواحة', 'alwaha-water', 'SA', 'الرياض', 'utility'),
    contact: ['فهد', 'الدوسري', 'مدير الشبكة'],
    problem: 'تفقد الشبكة ثلث المياه ليلًا، ويريد العميل تحديد مواقع التسرب دون حفر.',
    more: statusBrings.approved,
  },
  {
    ...{
      number: 'QM-4398',
      name: 'قياس التدفق في محطة التحلية',
      owner: 'noura',
      status: 'submitted',
    },
    ...{ age: 1, closesIn: 90, currency: 'USD', lines: 'flux-200*8 gate-e2*2 basin-s*1' },
    customer: customer('محطة تحلية الساحل', 'sahel-desal', 'SA', 'جدة', 'industry'),
    contact: ['ريم', 'الحربي', 'مهندسة قياس'],
    problem: 'لا تتطابق قراءات العدادات مع الإنتاج.',
    more: statusBrings.submitted,
  },
]

/** Registrations of every status, most of them of one partner. */
export function dealsAt(now: number): DealRecord[] {
  const calendar = calendarAt(now)
  return sketches.map((sketch) => dealFrom(sketch, calendar))
}

function customer(
  companyName: string,
  host: string,
  country: string,
  city: string,
  industry: string,
): DealRecord['customer'] {
  return { companyName, website: `https://www.${host}.example`, country, city, industry }
}
