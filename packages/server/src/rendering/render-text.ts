import { cleanHtml, type CleanText } from './clean-html.ts'
import { withoutJsx } from './jsx.ts'
import { beginning } from '../rules/shared/beginning.ts'
import { placeholderIn } from './allowed.ts'

/** A text that is to be rendered. */
export interface RenderInput {
  format: 'markdown' | 'html'
  source: string
  /** The title, where it is known beside the text. */
  title?: string
  /** The text may hold JSX. */
  isMdx?: boolean
  /** The address from which relative ones in the text count. */
  base?: string
}

/** A rendered text with the facts that a list shows. */
export interface Rendered extends CleanText {
  summary: string
  minutes: number
}

/** Removes forbidden tags and attributes from HTML before it is written anew. */
export type Sanitise = (html: string) => string

/**
 * Renders a text. Without a sanitiser, as in a page, HTML within Markdown is shown as text. The result
 * holds allowed tags only, with or without one.
 */
export async function renderText(input: RenderInput, sanitise?: Sanitise): Promise<Rendered> {
  const { format, source, title, isMdx = false, base } = input
  const html =
    format === 'html'
      ? source
      : await markdownToHtml(withoutJsx(source, isMdx), sanitise !== undefined)
  const clean = cleanHtml(sanitise ? sanitise(html) : html, title, base)
  const words = clean.parts.map(({ heading, text }) => `${heading} ${text}`).join(' ')
  return { ...clean, summary: shorten(clean.opening), minutes: minutesFor(words) }
}

async function markdownToHtml(source: string, html: boolean): Promise<string> {
  const { default: MarkdownIt } = await import('markdown-it')
  // The parser drops text below `maxNesting`, so deeper quotations are flattened.
  const shallow = source.replaceAll(/^((?:[ \t]?>){15})(?:[ \t]?>)+/gm, '$1')
  const markdown = new MarkdownIt({ html, linkify: false, maxNesting: 60 })
  const placeholder = placeholderIn(source)
  markdown.inline.ruler.before('html_inline', 'placeholder', (state, silent) => {
    const written = placeholder(state.src, state.pos)
    if (written === undefined) return false
    if (!silent) state.pending += written
    state.pos += written.length
    return true
  })
  // A placeholder at the start of a line was read as a block of HTML; escaped, it begins a paragraph.
  markdown.renderer.rules['html_block'] = (tokens, index, _, env) => {
    const { content } = tokens[index]!
    const at = content.indexOf('<')
    return placeholder(content, at) === undefined
      ? content
      : markdown.render(`${content.slice(0, at)}\\${content.slice(at)}`, env)
  }
  return markdown.render(shallow)
}

const summaryLength = 200

function shorten(text: string): string {
  if (text.length <= summaryLength) return text
  const blank = text.lastIndexOf(' ', summaryLength)
  return `${blank > summaryLength / 2 ? text.slice(0, blank) : beginning(text, summaryLength)}…`
}

/** Minutes that reading takes: 200 words a minute, or 400 signs where no blanks part words. */
function minutesFor(text: string): number {
  const signs = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu,
  )
  const words = text.split(/\s+/).length
  return Math.max(1, Math.round(words / 200 + (signs?.length ?? 0) / 400))
}
