/** The reader wants another registration in full, or with an empty id the list. */
export class OpenEvent extends Event {
  readonly id: string

  constructor(id: string) {
    super('prm-open')
    this.id = id
  }
}
