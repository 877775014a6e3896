import { html, nothing, type TemplateResult } from 'lit'
import type { Client } from '@prmkit/client'
import type { User } from '@prmkit/contract'
import { PartnerPart } from '../parts/partner-part.ts'
import { confirmation, personTable } from './person-table.ts'
import { saveFile } from '../desk/save-file.ts'
import { troubleView } from '../desk/trouble.ts'
import { figure, say, words } from '../desk/words.ts'
import { allOf, doneView, hint } from '../parts/views.ts'

/** The people of a partner: everything about one as a file, and the way to erase one. */
export class PersonDesk extends PartnerPart {
  static override properties = {
    ...PartnerPart.properties,
    people: { state: true },
    former: { state: true },
    erasing: { state: true },
  }

  declare people: readonly User[] | undefined
  /** Those whose access has ended. */
  declare former: readonly User[] | undefined
  /** The person whose erasure asks for confirmation. */
  declare erasing: User | undefined

  protected override readonly follows: readonly string[] = []

  protected override async fetch(client: Client): Promise<void> {
    const { partnerId } = this
    if (partnerId === undefined) return
    const query = { partnerId, limit: 100 }
    const [people, former] = await Promise.all([
      allOf(client.users.list({ query })),
      allOf(client.users.list({ query: { ...query, former: true } })),
    ])
    if (partnerId === this.partnerId) Object.assign(this, { people, former })
  }

  protected override forget(): void {
    Object.assign(this, { people: undefined, former: undefined, erasing: undefined })
  }

  readonly #export = ({ id, name }: User) =>
    this.attempt(async (client) => {
      const kept = await client.users.export({ params: { id } })
      saveFile(`${id}.json`, 'application/json', JSON.stringify(kept, undefined, 2))
      return say(words.personExported, { name })
    })

  readonly #ask = async (person: User) => {
    this.erasing = person
    await this.focusOn('#erase')
  }

  readonly #cancel = async () => {
    const id = this.erasing?.id
    this.erasing = undefined
    await this.focusOn(`[data-person="${id}"] [aria-expanded]`)
  }

  readonly #erase = async (answers: FormData) => {
    const { id, name } = this.erasing!
    const email = String(answers.get('email') ?? '').trim()
    const isErased = await this.attempt(async (client) => {
      const { records } = await client.users.erase({ params: { id }, body: { email } })
      return say(words.personErased, { name, count: figure(records) })
    })
    if (!isErased) return
    this.erasing = undefined
    await this.focusOn('.done')
  }

  override render(): TemplateResult {
    return html`${troubleView(this.trouble)} ${this.partnerField()} ${doneView(this.done)}
    ${this.#people()}`
  }

  #people() {
    const { partnerId, people, former, erasing, busy } = this
    if (partnerId === undefined) return html`<p class="hint">${words.personWhose}</p>`
    if (!people || !former) return this.trouble ? nothing : hint()
    const host = {
      ...{ erasing, busy, onExport: this.#export, onAsk: this.#ask },
      ...{ onErase: this.#erase, onCancel: this.#cancel },
    }
    return html`${confirmation(host)} ${personTable(people, former, host)}`
  }
}
