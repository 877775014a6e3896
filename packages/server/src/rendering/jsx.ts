import { placeholderIn } from './allowed.ts'

/**
 * Takes JSX out of a Markdown text: tags of components, imports, exports and comments; text and code
 * stay. Only MDX has no placeholders such as `<Enter>`, and no code by indentation.
 */
export function withoutJsx(text: string, isMdx: boolean): string {
  const placeholder = isMdx ? () => undefined : placeholderIn(text)
  let fence = ''
  let mayIndent = !isMdx
  const kept: string[] = []
  let prose: string[] = []
  const flush = () => {
    if (prose.length > 0) kept.push(withoutTags(prose.join('\n'), placeholder))
    prose = []
  }
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence !== '') {
      kept.push(line)
      if (mark?.startsWith(fence) && /^[\s`~]*$/.test(line)) fence = ''
    } else if (mark !== undefined) {
      flush()
      fence = mark
      kept.push(line)
    } else if (isMdx && /^(import|export)\s/.test(line)) flush()
    else if (mayIndent && /^(?: {4}| {0,3}\t)/.test(line)) {
      flush()
      kept.push(line)
      continue
    } else prose.push(line)
    mayIndent = !isMdx && line.trim() === ''
  }
  flush()
  return kept.join('\n')
}

// A name that goes on, as in `<Name@host>` and `<Https://…>`, is no tag.
const begin = /<\/?[A-Z][\w.]*(?=[\s/>])|\{\/\*/
const stop = new RegExp('`|' + begin.source)

/** Takes tags with a capital and `{/* comments *\/}` out of prose; placeholders and what stands in backticks stay. */
function withoutTags(prose: string, placeholder: ReturnType<typeof placeholderIn>): string {
  if (!begin.test(prose)) return prose
  let out = ''
  let at = 0
  while (at < prose.length) {
    const next = prose.slice(at).search(stop)
    if (next === -1) break
    out += prose.slice(at, at + next)
    at += next
    const kept = placeholder(prose, at)
    const end =
      kept !== undefined
        ? at + kept.length
        : prose[at] === '`'
          ? codeEnd(prose, at)
          : prose[at] === '{'
            ? commentEnd(prose, at)
            : tagEnd(prose, at)
    if (kept !== undefined || prose[at] === '`' || end === at + 1) out += prose.slice(at, end)
    at = end
  }
  return out + prose.slice(at)
}

function codeEnd(text: string, at: number): number {
  const ticks = /^`+/.exec(text.slice(at, at + 50))![0]
  const end = text.indexOf(ticks, at + ticks.length)
  return end === -1 ? at + ticks.length : end + ticks.length
}

function commentEnd(text: string, at: number): number {
  const end = text.indexOf('*/}', at)
  return end === -1 ? at + 1 : end + 3
}

/** The place after a tag; quotes and braces within it may hold a `>`. */
function tagEnd(text: string, at: number): number {
  let depth = 0
  let quote = ''
  for (let place = at + 1; place < Math.min(text.length, at + 10_000); place++) {
    const sign = text[place]!
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (depth === 0 && (sign === '"' || sign === "'")) quote = sign
    else if (sign === '{') depth++
    else if (sign === '}') depth--
    else if (sign === '>' && depth <= 0) return place + 1
  }
  return at + 1
}
