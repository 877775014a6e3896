/** The list around a record page, as the page knows it. */
export interface RecordOwner<Item> {
  /** Opens another record, or with an empty id the list. */
  open(id: string): void
  /** The record was deleted. */
  gone(): void
  /** The record changed. */
  changed(item: Item): void
}

/** A record page, as the list around it knows it. */
export interface RecordPage<Item> extends HTMLElement {
  owner: RecordOwner<Item> | undefined
}
