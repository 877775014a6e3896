import type { Deal } from '@prmkit/contract'

/** The registration in full was changed here. */
export class ChangedEvent extends Event {
  readonly deal: Deal

  constructor(deal: Deal) {
    super('prm-changed')
    this.deal = deal
  }
}
