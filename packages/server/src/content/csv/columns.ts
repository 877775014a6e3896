/** Columns that the documentation explains together. */
export interface ColumnGroup {
  /** Names; one that ends in a dot begins the names of a family, such as `custom.`. */
  names: readonly string[]
  required?: true
  /** The meaning, for the documentation. */
  help?: string
  /** The cells hold keys of rows of this kind. */
  of?: string
  /** The keys in a cell, where a cell holds other text than one key. */
  keys?(cell: string): string[]
}

/** A column whose cells name rows of another file. */
export interface Reference {
  column: string
  kind: string
  keys(cell: string): string[]
}

/** The columns that a file may have. */
export interface Columns {
  groups: readonly ColumnGroup[]
  names: readonly string[]
  required: readonly string[]
  /** The beginnings of families. */
  prefixes: readonly string[]
  references: readonly Reference[]
}

/** The columns of a file from the groups in which the documentation explains them. */
export function columnsOf(groups: readonly ColumnGroup[]): Columns {
  const names = groups.flatMap((group) => group.names)
  return {
    groups,
    names: names.filter((name) => !name.endsWith('.')),
    required: groups.flatMap((group) => (group.required ? group.names : [])),
    prefixes: names.filter((name) => name.endsWith('.')),
    references: groups.flatMap(({ names: columns, of: kind, keys = one }) =>
      kind === undefined ? [] : columns.map((column) => ({ column, kind, keys })),
    ),
  }
}

const one = (cell: string) => [cell]

/** The values of a cell with several, without blanks around them. */
export function split(cell: string): string[] {
  return cell
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
