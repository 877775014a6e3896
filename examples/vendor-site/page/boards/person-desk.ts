import { html, nothing, type TemplateResult } from 'lit'
import type { Client } from '@prmkit/client'
import type { User } from '@prmkit/contract'
import { DeskPart } from './desk-part.ts'
import { confirmation, personTable } from './person-table.ts'
import { saveFile } from '../desk/save-file.ts'
import { troubleView } from '../desk/trouble.ts'
import { figure, say, words } from '../desk/words.ts'

/** The people of a partner: everything about one as a file, and the way to erase one. */
export class PersonDesk extends DeskPart {
  static override properties = {
    ...DeskPart.properties,
    partnerId: { state: true },
    people: { state: true },
    erasing: { state: true },
  }

  /** The partner whose people are listed. */
  declare partnerId: string | undefined
  declare people: readonly User[] | undefined
  /** The person whose erasure asks for confirmation. */
  declare erasing: User | undefined

  protected override readonly follows: readonly string[] = []

  protected override async fetch(client: Client): Promise<void> {
    const { partnerId } = this
    if (partnerId === undefined) return
    const people: User[] = []
    let cursor: string | undefined
    do {
      const query = { partnerId, limit: 100, ...(cursor && { cursor }) }
      const page = await client.users.list({ query })
      people.push(...page.items)
      cursor = page.nextCursor
    } while (cursor)
    if (partnerId === this.partnerId) this.people = people
  }

  readonly #choose = ({ target }: Event) => {
    const partnerId = (target as HTMLInputElement).value || undefined
    Object.assign(this, { partnerId, people: undefined, erasing: undefined, done: undefined })
    void this.load()
  }

  readonly #export = ({ id, name }: User) =>
    this.attempt(async (client) => {
      const kept = await client.users.export({ params: { id } })
      saveFile(`${id}.json`, 'application/json', JSON.stringify(kept, undefined, 2))
      return say(words.personExported, { name })
    })

  readonly #ask = async (person: User) => {
    this.erasing = person
    await this.#focus('#erase')
  }

  readonly #cancel = async () => {
    const id = this.erasing?.id
    this.erasing = undefined
    await this.#focus(`[data-person="${id}"] [aria-expanded]`)
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
    await this.#focus('.done')
  }

  async #focus(selector: string) {
    await this.updateComplete
    this.querySelector<HTMLElement>(selector)?.focus()
  }

  override render(): TemplateResult {
    return html`${troubleView(this.trouble)}
      <div class="ask">
        <prm-combobox
          .label=${words.partner}
          .search=${this.searchPartners}
          @change=${this.#choose}
        ></prm-combobox>
      </div>
      <p role="status" class="done" tabindex="-1" ?hidden=${!this.done}>${this.done}</p>
      ${this.#people()}`
  }

  #people() {
    const { partnerId, people, erasing, busy } = this
    if (partnerId === undefined) return html`<p class="hint">${words.personWhose}</p>`
    if (!people)
      return this.trouble ? nothing : html`<p class="hint" role="status">${words.loading}</p>`
    const host = {
      ...{ erasing, busy, onExport: this.#export, onAsk: this.#ask },
      ...{ onErase: this.#erase, onCancel: this.#cancel },
    }
    return html`${confirmation(host)} ${personTable(people, host)}`
  }
}
