import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type { Client } from '@prmkit/client'
import type { Tier, TierChange, TierStanding } from '@prmkit/contract'
import { PartnerPart } from '../parts/partner-part.ts'
import { tierOf } from './requests.ts'
import { changeList, standingView } from './tier-view.ts'
import { troubleView } from '../desk/trouble.ts'
import { say, words } from '../desk/words.ts'
import { doneView, reasonField } from '../parts/views.ts'

/** The tier of a partner with its requirements, and the way to set it by hand. */
export class TierDesk extends PartnerPart {
  static override properties = {
    ...PartnerPart.properties,
    tiers: { state: true },
    standing: { state: true },
    changes: { state: true },
  }

  declare tiers: readonly Tier[]
  declare standing: TierStanding | undefined
  declare changes: readonly TierChange[] | undefined

  protected override readonly follows: readonly string[] = ['tiers']

  constructor() {
    super()
    this.tiers = []
  }

  protected override async fetch(client: Client): Promise<void> {
    const { partnerId } = this
    this.tiers = (await client.tiers.list()).items
    const standing =
      partnerId === undefined ? undefined : await client.tiers.get({ params: { id: partnerId } })
    const query = { limit: 20, ...(partnerId && { partnerId }) }
    const { items } = await client.tiers.listChanges({ query })
    if (partnerId !== this.partnerId) return
    this.standing = standing
    this.changes = items
  }

  protected override forget(): void {
    Object.assign(this, { standing: undefined, changes: undefined })
  }

  readonly #set = async (event: SubmitEvent) => {
    event.preventDefault()
    const { standing } = this
    const body = tierOf(new FormData(event.target as HTMLFormElement))
    if (!standing) return
    await this.attempt(async (client) => {
      const { partnerId: id, revision: ifMatch } = standing
      const { tier } = await client.tiers.set({ params: { id }, ifMatch, body })
      return say(words.tierSet, { tier: tier?.name ?? body.tier })
    })
  }

  override render(): TemplateResult {
    const { standing, tiers, changes } = this
    return html`${troubleView(this.trouble, this.load)} ${this.partnerField()}
      ${doneView(this.done)}
      ${standing ? [standingView(standing), keyed(standing.revision, this.#form(standing))] : nothing}
      <h2>${words.tierChanges}</h2>
      ${changeList(changes, tiers)}`
  }

  #form({ tier, allowedActions }: TierStanding) {
    if (!allowedActions.includes('set')) return nothing
    return html`<form class="ask card" @submit=${this.#set}>
      <p class="field">
        <label for="set-tier">${words.tierNew}</label>
        <select id="set-tier" name="tier">
          ${this.tiers.map(
            ({ id, name }) =>
              html`<option value=${id} ?selected=${id === tier?.id}>${name}</option>`,
          )}
        </select>
      </p>
      ${reasonField('tier-text', words.tierWhy, words.tierHint)}
      <div class="row">
        <button class="button strong" ?disabled=${this.busy}>${words.tierDo}</button>
      </div>
    </form>`
  }
}
