import { html, nothing, type TemplateResult } from 'lit'
import type { Client } from '@prmkit/client'
import type { Board, BoardEntry, BoardEntryPage } from '@prmkit/contract'
import { DeskPart } from '../parts/desk-part.ts'
import { changeText } from './requests.ts'
import { troubleView } from '../desk/trouble.ts'
import { dayAt, figure, instant, say, words } from '../desk/words.ts'
import { hint, scrollTable } from '../parts/views.ts'

/** The places of one page. */
const atOnce = 50

/** A board of fewer places says that it is small, as partners read it. */
const smallBoard = 5

/** The boards with their places, as far as the vendor may see names. */
export class BoardPlaces extends DeskPart {
  static override properties = {
    ...DeskPart.properties,
    boards: { state: true },
    chosen: { state: true },
    period: { state: true },
    group: { state: true },
    page: { state: true },
  }

  declare boards: readonly Board[] | undefined
  /** The id of the board that is shown. */
  declare chosen: string | undefined
  declare period: string | undefined
  declare group: string | undefined
  declare page: BoardEntryPage | undefined
  /** Pages that were fetched before: what changes is fetched as far as it is shown. */
  #shown = atOnce

  protected override readonly follows: readonly string[] = ['boards']

  protected override async fetch(client: Client): Promise<void> {
    const { items } = await client.boards.list()
    this.boards = items
    const board = this.#board
    if (!board) return
    const asked = this.#asked
    const { period, group } = this
    const query = { ...(period && { period }), ...(group && { group }) }
    const entries: BoardEntry[] = []
    let page: BoardEntryPage | undefined
    do {
      const cursor = page?.nextCursor
      page = await client.boards.listEntries({
        params: { id: board.id },
        query: { ...query, limit: atOnce, ...(cursor && { cursor }) },
      })
      entries.push(...page.items)
    } while (page.nextCursor && entries.length < this.#shown)
    if (asked === this.#asked) this.page = { ...page, items: entries }
  }

  get #board(): Board | undefined {
    return this.boards?.find(({ id }) => id === this.chosen) ?? this.boards?.[0]
  }

  get #asked(): string {
    return [this.chosen, this.period, this.group, this.#shown].join()
  }

  #show(change: Partial<Pick<BoardPlaces, 'chosen' | 'period' | 'group'>>) {
    Object.assign(this, change, { page: undefined })
    this.#shown = atOnce
    void this.load()
  }

  override render(): TemplateResult {
    const board = this.#board
    const none = this.boards && !board
    return html`${troubleView(this.trouble, this.load)}
    ${board ? [this.#choices(board), this.#facts(board), this.#places(board)] : nothing}
    ${none ? hint(words.boardNone) : nothing} ${this.boards ? nothing : hint()}`
  }

  #choices(board: Board) {
    const value = (event: Event) => (event.target as HTMLSelectElement).value
    const select = (
      label: string,
      options: readonly { value: string; label: string }[],
      chosen: string | undefined,
      onChange: (value: string) => void,
    ) =>
      html`<label
        >${label}
        <select @change=${(event: Event) => onChange(value(event))}>
          ${options.map(
            (option) =>
              html`<option value=${option.value} ?selected=${option.value === chosen}>
                ${option.label}
              </option>`,
          )}
        </select></label
      >`
    const { boards = [], period, group } = this
    const groups = board.groups ?? []
    return html`<div class="choices">
      ${select(
        words.board,
        boards.map(({ id, title }) => ({ value: id, label: title })),
        board.id,
        (chosen) => this.#show({ chosen, period: undefined, group: undefined }),
      )}
      ${select(
        words.usePeriod,
        board.periods.map(({ id }) => ({ value: id, label: periodName(id) })),
        period ?? board.periods[0]?.id,
        (chosen) => this.#show({ period: chosen }),
      )}
      ${
        groups.length > 1
          ? select(words.boardGroup, groups, group ?? groups[0]?.value, (chosen) =>
              this.#show({ group: chosen }),
            )
          : nothing
      }
    </div>`
  }

  #facts({ text, endsAt, rulesSince, identity }: Board) {
    return html`<div class="hint">
      ${text ? html`<p><bdi>${text}</bdi></p>` : nothing}
      <p>
        ${words.boardIdentity[identity]}
        ${endsAt ? say(words.boardEnds, { at: instant(endsAt) }) : nothing}
        ${say(words.boardRulesSince, { day: dayAt(rulesSince) })}
      </p>
    </div>`
  }

  #places({ title }: Board) {
    const { page } = this
    if (!page) return hint()
    const { items, withheld, total = items.length, nextCursor } = page
    if (withheld)
      return html`<p class="hint" role="status">
        ${say(words.boardWithheld[withheld], { count: figure(total) })}
      </p>`
    if (!items.length) return hint(words.boardEmpty)
    const more = () => {
      this.#shown += atOnce
      void this.load()
    }
    const small = total < smallBoard
    return html`${
      small ? html`<p class="hint">${say(words.boardSmall, { count: figure(total) })}</p>` : nothing
    }
    ${scrollTable(
      title,
      [
        [words.boardRank, 'number'],
        words.boardName,
        [words.boardValue, 'number'],
        [words.boardChange, 'number'],
      ],
      items.map((entry, at) => place(entry, [items[at - 1], items[at + 1]])),
    )}
    ${nextCursor ? html`<button class="button" @click=${more}>${words.useMore}</button>` : nothing}`
  }
}

/** One place; it is tied with a neighbour of the same rank. */
const place = (
  { rank, subject, value, change }: BoardEntry,
  neighbours: readonly (BoardEntry | undefined)[],
) =>
  html`<tr>
    <td class="number">
      ${figure(rank)}
      ${neighbours.some((other) => other?.rank === rank) ? html`<small>${words.boardTied}</small>` : nothing}
    </td>
    <th scope="row">
      ${
        subject
          ? html`<bdi>${subject.name}</bdi>
              ${subject.partnerName ? html`<small><bdi>${subject.partnerName}</bdi></small>` : nothing}`
          : html`<span class="soft">${words.boardHidden}</span>`
      }
    </th>
    <td class="number">${value === undefined ? '' : figure(value)}</td>
    <td class="number" dir="ltr">${changeText(change)}</td>
  </tr>`

const months = new Intl.DateTimeFormat(document.documentElement.lang, {
  ...{ month: 'long', year: 'numeric', timeZone: 'UTC' },
})

/** A period for people, such as “November 2026”. */
function periodName(id: string): string {
  const [kind = '', name = ''] = id.split(':')
  if (kind === 'month') return months.format(new Date(`${name}-01T00:00:00Z`))
  if (kind === 'quarter') {
    const [year = '', quarter = ''] = name.split('-Q')
    return say(words.boardQuarter, { year, quarter })
  }
  return kind === 'year' ? name : kind === 'contest' ? words.boardContest : words.boardAll
}
