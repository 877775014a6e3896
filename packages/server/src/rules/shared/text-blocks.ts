import { WebUrl, type TextBlock, type TextSpan } from '@prmkit/contract'

type Kind = TextBlock['kind']

/**
 * A Markdown text as paragraphs and lists of plain text with links. Nothing in it becomes markup: what
 * is neither a list nor a link to a web address is shown as it was written, a heading as a paragraph.
 */
export function textBlocks(markdown: string): TextBlock[] {
  const blocks: { kind: Kind; lines: string[] }[] = []
  let open: (typeof blocks)[number] | undefined
  let isLoose = false
  const begin = (kind: Kind, line: string) => {
    open = { kind, lines: [line] }
    blocks.push(open)
  }
  for (const line of markdown.split(/\r\n?|\n/)) {
    const text = line.trim()
    const item = /^(?:[-*+]|(\d{1,9})[.)])[ \t]+(.+)$/.exec(text)
    const heading = /^#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?$/.exec(text)
    if (text === '') {
      if (open?.kind === 'paragraph') open = undefined
      isLoose = true
      continue
    }
    if (item) {
      const kind = item[1] === undefined ? 'list' : 'numbered_list'
      // In a paragraph, a number begins a list only where it is the first one.
      const inParagraph = open?.kind === 'paragraph' && item[1] !== undefined && item[1] !== '1'
      if (open?.kind === kind) open.lines.push(item[2]!)
      else if (inParagraph) append(open!, text)
      else begin(kind, item[2]!)
    } else if (heading) {
      begin('paragraph', heading[1]!)
      open = undefined
    } else if (open && (!isLoose || /^[ \t]{2}/.test(line))) append(open, text)
    else begin('paragraph', text)
    if (open?.kind === 'paragraph' && isBroken(line)) open.lines.push('')
    isLoose = false
  }
  return blocks.map(({ kind, lines }) => ({
    kind,
    lines: lines.filter((line) => line !== '').map((line) => spansOf(line.replace(/\\$/, ''))),
  }))
}

/** Adds a line to the last one, as Markdown reads a line break within a paragraph. */
function append({ lines }: { lines: string[] }, text: string): void {
  const last = lines.at(-1) ?? ''
  lines[lines.length - 1] = last === '' ? text : `${last} ${text}`
}

/** Two blanks or a backslash at its end keep a line on its own. */
function isBroken(line: string): boolean {
  return / {2,}$|\\$/.test(line)
}

const link =
  /(!?)\[([^[\]]{1,500})\]\(([^\s()]{1,2000})(?: +"[^"]{0,500}")?\)|<?(\bhttps?:\/\/[^\s<>"]{1,2000})>?/g

/** The stretches of a line: links to web addresses, and text. */
function spansOf(line: string): TextSpan[] {
  const spans: TextSpan[] = []
  const say = (text: string, href?: string) => {
    const last = spans.at(-1)
    if (href !== undefined) spans.push({ text, href })
    else if (last && last.href === undefined) last.text += text
    else if (text !== '') spans.push({ text })
  }
  let at = 0
  for (const { 0: whole, 1: image, 2: name, 3: address, 4: bare, index } of line.matchAll(link)) {
    say(plain(line.slice(at, index)))
    at = index + whole.length
    const [, end = ''] = bare === undefined ? [] : (/([.,:;!?)'*_]*)$/.exec(bare) ?? [])
    const url = bare === undefined ? (address ?? '') : bare.slice(0, bare.length - end.length)
    const mail = /^mailto:([^?]+)/i.exec(url)?.[1]
    if (image) say(plain(name ?? ''))
    else if (WebUrl.safeParse(url).success) {
      say(name === undefined ? url : plain(name), url)
      if (!whole.endsWith('>')) say(end)
    } else if (mail !== undefined) say(mail === name ? mail : `${plain(name ?? '')} (${mail})`)
    else say(whole)
  }
  say(plain(line.slice(at)))
  return spans
}

/** Text without the marks of bold print, and without the backslash before a mark. */
function plain(text: string): string {
  return text.replaceAll('**', '').replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
}
