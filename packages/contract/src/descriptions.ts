/** Finds the sentence that describes a schema, or the field at a path below it. */
export type Describe = (schema: string, path?: readonly string[]) => string | undefined

/** The doc comments of one file by the path of the declaration, its name first. */
type Comments = Map<string, string>

/** A declaration's name, and the names of the declarations whose fields it takes. */
type Taken = ReadonlyMap<string, readonly string[]>

/**
 * Reads the descriptions of schemas from their doc comments, so that they stand in one place and in
 * no page. The sources are as Prettier writes them: one field a line, indented below its parent.
 */
export function descriptionsIn(sources: readonly string[]): Describe {
  const files = sources.map(commentsIn)
  const taken: Taken = new Map(sources.flatMap(takenIn))
  /** The comment on a field in one of the declarations whose fields another one takes. */
  const takenFrom = (declaration: string, key: string): string | undefined => {
    for (const name of taken.get(declaration) ?? []) {
      const file = files.find((comments) => comments.has(`${name}/${key}`))
      const found = file?.get(`${name}/${key}`) ?? takenFrom(name, key)
      if (found !== undefined) return found
    }
    return undefined
  }
  return (schema, path = []) => {
    const own = files.find((comments) => comments.has(schema)) ?? new Map<string, string>()
    const exact = own.get([schema, ...path].join('/'))
    if (exact !== undefined || path.length === 0) return exact
    const [key = '', parent = schema] = path.toReversed()
    return (
      (path.length === 1 ? takenFrom(schema, key) : undefined) ??
      ending(own, schema, key) ??
      ending(own, parent, key) ??
      ending(own, '', key)
    )
  }
}

/** The first comment on a field with this name in a declaration, or with no name in any. */
function ending(comments: Comments, declaration: string, key: string): string | undefined {
  const found = [...comments].find(
    ([path]) => path.startsWith(declaration && `${declaration}/`) && path.endsWith(`/${key}`),
  )
  return found?.[1]
}

/** The declarations of one file that take the fields of others: by `...others`, or whole. */
function takenIn(source: string): [string, string[]][] {
  return source.split(/^(?=(?:export )?const )/m).flatMap((text): [string, string[]][] => {
    const [, name] = /^(?:export )?const (\w+)/.exec(text) ?? []
    const names = [...text.matchAll(/^ {2}\.\.\.(\w+)|Object\((\w+)\)/gm)].map(
      ([, spread, whole]) => spread ?? whole ?? '',
    )
    return name === undefined || names.length === 0 ? [] : [[name, names]]
  })
}

function commentsIn(source: string): Comments {
  const comments: Comments = new Map()
  let path: { name: string; indent: number }[] = []
  let comment: string[] = []
  let inside = false
  for (const line of source.split('\n')) {
    const text = line.trim()
    if (text.startsWith('/**') || inside) {
      if (!inside) comment = []
      inside = !text.endsWith('*/')
      comment.push(text.replace(/ ?\*\/$/, '').replace(/^\/?\*+ ?/, ''))
      continue
    }
    const [, name] = /^(?:(?:export )?const )?(\w+)(?:\b.*=|:)/.exec(text) ?? []
    if (name !== undefined) {
      const indent = line.length - line.trimStart().length
      path = [...path.filter((above) => above.indent < indent), { name, indent }]
      const full = path.map((one) => one.name).join('/')
      if (comment.length > 0 && !comments.has(full))
        comments.set(full, comment.filter(Boolean).join(' '))
    }
    if (text !== '') comment = []
  }
  return comments
}
