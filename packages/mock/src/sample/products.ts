import type { ProductRecord } from '@prmkit/server'

/** The products of the made-up vendor: leak detection and flow metering for water networks. */
export const products: ProductRecord[] = [
  product('echo-100', 'QM-E100', 'Echo leak loggers', 'Echo 100 noise logger', 289, 324),
  product('echo-200', 'QM-E200', 'Echo leak loggers', 'Echo 200 correlating logger', 412, 461),
  product('echo-300h', 'QM-E300H', 'Echo leak loggers', 'Echo 300 hydrophone logger', 1190, 1330),
  product('echo-field', 'QM-EF2', 'Echo leak loggers', 'Echo Field correlator kit', 8450, 9460),
  product('flux-50', 'QM-F050', 'Flux flow meters', 'Flux ultrasonic meter DN 50', 742, 831),
  product('flux-100', 'QM-F100', 'Flux flow meters', 'Flux ultrasonic meter DN 100', 1085, 1220),
  product('flux-200', 'QM-F200', 'Flux flow meters', 'Flux ultrasonic meter DN 200', 1960, 2200),
  product('flux-clamp', 'QM-FC1', 'Flux flow meters', 'Flux Clamp portable meter', 3380, 3790),
  product('pulse-p16', 'QM-P16', 'Pulse pressure', 'Pulse pressure logger 16 bar', 635, 711),
  product('pulse-valve', 'QM-PV2', 'Pulse pressure', 'Pulse Valve controller', 2680, 3000),
  product('gate-l4', 'QM-G4', 'Gate gateways', 'Gate 4 LoRaWAN gateway, outdoor', 1480, 1660),
  product('gate-e2', 'QM-G2E', 'Gate gateways', 'Gate 2 Edge controller', 1925, 2160),
  product('basin-s', 'QM-BS', 'Basin software', 'Basin Cloud, 250 points, per year', 5900, 6610),
  product(
    'basin-m',
    'QM-BM',
    'Basin software',
    'Basin Cloud, 1,500 points, per year',
    18400,
    20610,
  ),
  product('svc-start', 'QM-SS', 'Services', 'Commissioning on site, per day', 1380, 1550),
]

function product(
  id: string,
  sku: string,
  family: string,
  name: string,
  euro: number,
  dollar: number,
): ProductRecord {
  const listPrices = [
    { amount: euro.toFixed(2), currency: 'EUR' },
    { amount: dollar.toFixed(2), currency: 'USD' },
    { amount: String(Math.round(euro / 10) * 1600), currency: 'JPY' },
  ]
  return { id, externalIds: {}, sku, name, family, listPrices, active: true }
}
