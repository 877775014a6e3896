import { Capability, type Discovery } from '@prmkit/contract'

/** The resources that a vendor with these settings offers. */
export function capabilitiesOf({ deals }: Pick<Discovery, 'deals'>): Capability[] {
  return deals ? ['deals'] : []
}

/** The capability that an operation belongs to; undefined where every backend has it. */
export function capabilityOf(operation: string): Capability | undefined {
  return Capability.safeParse(operation.split('.')[0]).data
}
