import { capabilitiesFor, type Capability, type Discovery } from '@prmkit/contract'

/** The resources that a vendor with these settings offers; content, boards and tiers need no settings. */
export function capabilitiesOf({ deals }: Pick<Discovery, 'deals'>): Capability[] {
  return [
    ...(deals ? (['deals'] as const) : []),
    'announcements',
    'articles',
    'assets',
    'asset-shares',
    'boards',
    'tiers',
    'training',
    'classes',
  ]
}

/** The capabilities one of which an operation needs; none where every backend has it. */
export function capabilitiesOfOperation(operation: string): readonly Capability[] {
  return capabilitiesFor(operation.split('.')[0] ?? '')
}
