import { html, nothing, type TemplateResult } from 'lit'
import type { Client } from '@prmkit/client'
import type { Award, Certification } from '@prmkit/contract'
import { DeskPart } from '../parts/desk-part.ts'
import { troubleView } from '../desk/trouble.ts'
import { figure, inDays, say, words } from '../desk/words.ts'
import { holderTable, revocation } from './holder-table.ts'
import { allOf, doneView, hint, scrollTable } from '../parts/views.ts'

/** A certification, how many people hold it, and how many lose it soon. */
interface Held {
  certification: Certification
  holders: number
  soon: number
}

/** The certifications with their holders, and the way to revoke the certificate of one. */
export class CertificateDesk extends DeskPart {
  static override properties = {
    ...DeskPart.properties,
    held: { state: true },
    chosen: { state: true },
    awards: { state: true },
    partners: { state: true },
    revoking: { state: true },
  }

  declare held: readonly Held[] | undefined
  /** The certification whose holders are shown. */
  declare chosen: Certification | undefined
  declare awards: readonly Award[] | undefined
  /** The names of partners by id. */
  declare partners: ReadonlyMap<string, string>
  /** The award whose revocation asks for its reason. */
  declare revoking: Award | undefined

  protected override readonly follows: readonly string[] = ['awards', 'certifications']

  constructor() {
    super()
    this.partners = new Map()
  }

  protected override async fetch(client: Client): Promise<void> {
    const { chosen } = this
    if (chosen) {
      const query = { certificationId: chosen.id, limit: 100 }
      const awards = await allOf(client.awards.list({ query }))
      if (!this.partners.size)
        this.partners = new Map(
          (await allOf(client.partners.list({ query: { limit: 100 } }))).map(
            ({ id, name }) => [id, name] as const,
          ),
        )
      if (chosen === this.chosen) this.awards = awards
      return
    }
    const certifications = await allOf(client.certifications.list({ query: { limit: 100 } }))
    this.held = await Promise.all(certifications.map((one) => heldOf(client, one)))
  }

  async #open(chosen: Certification | undefined) {
    const before = this.chosen?.id
    Object.assign(this, { chosen, awards: undefined, revoking: undefined, done: undefined })
    const loaded = this.load()
    await this.focusOn(chosen ? '#certificate' : `[data-certificate="${before}"]`)
    await loaded
  }

  readonly #ask = async (award: Award) => {
    this.revoking = award
    await this.focusOn('#revoke')
  }

  readonly #cancel = async () => {
    const id = this.revoking?.id
    this.revoking = undefined
    await this.focusOn(`[data-award="${id}"] button`)
  }

  readonly #revoke = async (text: string) => {
    const { id, revision: ifMatch, holder } = this.revoking!
    const reason = { code: 'other', text }
    const isRevoked = await this.attempt(async (client) => {
      await client.awards.act({ params: { id }, ifMatch, body: { action: 'revoke', reason } })
      return say(words.trainRevoked, { name: holder.name })
    })
    if (!isRevoked) return
    this.revoking = undefined
    await this.focusOn('.done')
  }

  override render(): TemplateResult {
    const { chosen } = this
    return html`${troubleView(this.trouble, this.load)} ${doneView(this.done)}
    ${chosen ? this.#holders(chosen) : this.#list()}`
  }

  #holders({ title }: Certification) {
    const { awards, partners, revoking, busy } = this
    const host = { busy, onRevoke: this.#revoke, onCancel: this.#cancel }
    return html`<button class="link" @click=${() => this.#open(undefined)}>
        ${words.trainBackToCertificates}
      </button>
      <h2 id="certificate" tabindex="-1"><bdi>${title}</bdi></h2>
      ${revoking ? revocation(revoking, host) : nothing}
      ${awards ? holderTable(awards, { partners, revoking, onAsk: this.#ask }) : hint()}`
  }

  #list() {
    const { held } = this
    if (!held) return hint()
    if (!held.length) return hint(words.trainNoCertificates)
    return scrollTable(
      words.trainCertificates,
      [
        ...[words.trainCertificate, words.trainValid],
        ...[words.trainHolders, words.trainSoon].map((head) => [head, 'number'] as const),
      ],
      held.map(({ certification, holders, soon }) => {
        const { id, title, validityMonths, renewalDays } = certification
        return html`<tr>
          <th scope="row">
            <button class="link" data-certificate=${id} @click=${() => this.#open(certification)}>
              <bdi>${title}</bdi>
            </button>
          </th>
          <td>
            ${
              validityMonths
                ? say(words.trainMonths, { count: figure(validityMonths) })
                : words.trainForever
            }
          </td>
          <td class="number">${figure(holders)}</td>
          <td class="number ${soon ? 'late' : ''}">
            ${figure(soon)}
            ${
              validityMonths
                ? html`<small>${say(words.trainSoonDays, { count: figure(renewalDays) })}</small>`
                : nothing
            }
          </td>
        </tr>`
      }),
    )
  }
}

async function heldOf(client: Client, certification: Certification): Promise<Held> {
  const { id: certificationId, renewalDays } = certification
  const query = { certificationId, status: ['active' as const], limit: 1, facets: true }
  const expiresUntil = `${inDays(renewalDays)}T23:59:59.999Z`
  const [all, soon] = await Promise.all([
    client.awards.list({ query }),
    client.awards.list({ query: { ...query, expiresUntil } }),
  ])
  return { certification, holders: all.total ?? 0, soon: soon.total ?? 0 }
}
