import { capabilitiesFor, Capability, Discovery } from '@prmkit/contract'

/** The capabilities of the contract for which this server has no operations. */
const missing: readonly Capability[] = ['cases', 'returns', 'packages', 'badges']
const offered = Capability.options.filter((name) => !missing.includes(name))

/** The resources that a vendor with these settings offers; one with a block in them needs that block. */
export function capabilitiesOf(settings: Partial<Discovery>): Capability[] {
  const blocks: Record<string, unknown> = settings
  return offered.filter((name) => !(name in Discovery.shape) || blocks[name] !== undefined)
}

/** The capabilities one of which an operation needs; none where every backend has it. */
export function capabilitiesOfOperation(operation: string): readonly Capability[] {
  return capabilitiesFor(operation.split('.')[0] ?? '')
}
