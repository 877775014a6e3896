import type { Discovery, Me } from '@prmkit/contract'
import type { LateFile } from '../base/load-late.ts'
import type { Translate } from '../base/localize.ts'
import type { Client } from '../base/portal.ts'
import type { ListMessages } from '../locales/list/catalog.ts'
import type { ListItem, ListOperations } from './list-operations.ts'
import type { ListView } from './list-view.ts'
import type { LoadedItems } from './loaded-items.ts'

/** One filter of a list. */
export interface ListFilter<Scene> {
  /** The parameter of the request, and of its counts. */
  readonly name: string
  /** The key of its text. */
  readonly label: string
  /** The values in the order to show, with the keys of their texts. */
  readonly values: Readonly<Record<string, string>>
  /** Offers one value at a time instead of several with their counts. */
  readonly single?: boolean
  /** The key of the text for a value that is not known here. */
  readonly other?: string
  /** Tells whether the filter is of use to this reader. */
  isOffered?(scene: Scene): boolean
}

/** The contents of one row; its label is the link to the record. */
export interface Row {
  readonly label: unknown
  /** The whole text where the row may cut it. */
  readonly title?: string
  /** A quiet line under the label. */
  readonly under?: unknown
  /** The cells after the label. */
  readonly cells?: readonly unknown[]
}

/** One column of the exported spreadsheet. */
export interface Column<Item> {
  readonly heading: string
  /** Decimals and instants are written as the reader's spreadsheet reads them. */
  readonly kind?: 'decimal' | 'instant'
  value(item: Item): string | undefined
}

/** The list as its rows, toolbar and footer see it. */
export interface ListScene<Item extends ListItem = ListItem> {
  readonly t: Translate<ListMessages>
  readonly locale: string
  readonly client: Client | undefined
  readonly definition: ListDefinition<Item>
  readonly list: LoadedItems<Item>
  readonly discovery: Discovery | undefined
  readonly me: Me | undefined
  /** The address of a record on the host's site, with `{id}`. */
  readonly recordHref: string | undefined
  /** Narrows or sorts the list anew. */
  narrow(change: Partial<ListView>): void
  /** Opens a record, or with an empty id the list. */
  open(id: string): void
  /** Loads the next page. */
  more(): unknown
  /** Hands out the narrowed list as a spreadsheet. */
  exportCsv(): unknown
}

/** Everything that a list needs to know of its resource. */
export interface ListDefinition<Item extends ListItem, Scene = ListScene<Item>> {
  /** The name of the resource in events, such as `cases`. */
  readonly resource: string
  /** The kind of record that `prm-navigate` names, such as `case`. */
  readonly kind: string
  /** The orders that are offered, the usual one first, with the keys of their texts. */
  readonly sorts: Readonly<Record<string, string>>
  readonly filters: readonly ListFilter<Scene>[]
  /** Leaves the search field out, where the backend does not search this resource. */
  readonly withoutSearch?: boolean
  /** Draws the rows anew each minute, for they tell how much time is left. */
  readonly isTimed?: boolean
  /** The operations of the resource. */
  operations(client: Client): ListOperations<Item>
  /** Fetches the file with the columns of the exported spreadsheet and their texts. */
  columns(): Promise<LateFile & { columns: (scene: Scene) => readonly Column<Item>[] }>
  row(item: Item, scene: Scene): Row
  /** The name of a record that cannot be shown; its id unless given. */
  nameOf?(item: Item): string
  /** The sentence that tells of a change while the list is on screen. */
  changeText?(before: Item, after: Item, scene: Scene): string | undefined
  /** Further content at the end of the toolbar, such as a button. */
  tools?(scene: Scene): unknown
  /** Shown where there are no records at all. */
  blank?(scene: Scene): unknown
  /** Fetches the page of one record and answers its tag; without it the host page opens records. */
  page?(): Promise<string>
}
