import { Capability, type Discovery } from '@prmkit/contract'

/** The resources that a vendor with these settings offers; news needs no settings. */
export function capabilitiesOf({ deals }: Pick<Discovery, 'deals'>): Capability[] {
  return [...(deals ? (['deals'] as const) : []), 'announcements']
}

/** The capability that an operation belongs to; undefined where every backend has it. */
export function capabilityOf(operation: string): Capability | undefined {
  return Capability.safeParse(operation.split('.')[0]).data
}
