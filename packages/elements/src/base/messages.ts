/** One text: a string with `{placeholders}`, or one string per plural category of `{n}`. */
export type Message = string | { readonly [category in Intl.LDMLPluralRule]?: string }

/** The texts of a widget by key. */
export type Messages = Readonly<Record<string, Message>>
