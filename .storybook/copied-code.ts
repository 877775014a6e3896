import type { StoryContext } from 'storybook/internal/types'
import { accents, densities, languages } from './toolbar.ts'

/** Everything that the toolbar has set, as custom properties and `color-scheme`. */
function declarations({ scheme, density, accent }: Record<string, string | undefined>): string[] {
  const { space, size } = densities[density ?? ''] ?? {}
  const { color } = accents[accent ?? ''] ?? {}
  return [
    scheme === 'dark' ? 'color-scheme: dark' : '',
    color ? `--prm-color-accent: ${color}` : '',
    space ? `--prm-space: ${space}` : '',
    size ? `--prm-font-size: ${size}` : '',
  ].filter(Boolean)
}

const head = '<!-- dist/cdn of @prmkit/elements, served under /prmkit -->'

const indent = (text: string) => text.replace(/^(?=.)/gm, '  ')

function contentOf(markup: string, title: string, lang: string): string {
  if (markup.includes('-stage')) return '<!-- Widgets draw this; it is no element of its own. -->'
  // A story's own portal asks a backend that only Storybook has.
  if (markup.includes('<prm-portal'))
    return markup.replace(/<prm-portal[^>]*>/, `<prm-portal demo${lang}>`)
  const [open, close] = title.startsWith('Widgets/')
    ? [`<prm-portal demo${lang}>`, '</prm-portal>']
    : [`<div${lang}>`, '</div>']
  return open === '<div>' ? markup : `${open}\n${indent(markup)}\n${close}`
}

/**
 * Writes the markup of a story as part of a page that runs as it is, with the tokens, the colours and
 * the language that the toolbar shows. A widget stands in a portal with `demo`, which needs no backend.
 */
export function copiedCode(
  markup: string,
  { title, globals }: Pick<StoryContext, 'title' | 'globals'>,
): string {
  // Storybook asks before a story is drawn, and transforms its own result once more.
  if (!markup.trim() || markup.startsWith(head)) return markup
  const chosen = globals as Record<string, string | undefined>
  const tokens = declarations(chosen)
  const style = tokens.length
    ? `<style>\n  :root {\n${tokens.map((one) => `    ${one};\n`).join('')}  }\n</style>\n`
    : ''
  const language = chosen['language'] ?? 'en'
  const { direction } = languages[language] ?? {}
  const lang =
    language === 'en' ? '' : ` lang="${language}"${direction ? ` dir="${direction}"` : ''}`
  const content = contentOf(markup.trim(), title, lang)
  return `${head}
<script type="module" src="/prmkit/prmkit.js"></script>
${style}
${content}
`
}
