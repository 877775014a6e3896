import type { ArgTypes, Meta, StoryObj } from '@storybook/web-components-vite'
import { createMock, type Mock } from '@prmkit/mock'
import { html, nothing } from 'lit'
import { PortalElement } from '../base/portal-element.ts'
import * as elements from '../index.ts'
import tokens from './tokens.json' with { type: 'json' }

/** One token as its file describes it, without the tokens below it. */
interface Token {
  readonly $value: unknown
  readonly $type?: string
  readonly $description: string
}

/** The values of tokens by their names without `--prm-`, and the widget to show. */
type Props = Record<string, string> & { widget: string }

/** Every token of the file with its type, which a group may say for all. */
function leaves(group: object, path: string, type = ''): [string, Token & { $type: string }][] {
  const own = group as Token
  const $type = own.$type ?? type
  if ('$value' in group) return [[path, { ...own, $type }]]
  return Object.entries(group)
    .filter(([name]) => !name.startsWith('$'))
    .flatMap(([name, one]) => leaves(one as object, path ? `${path}-${name}` : name, $type))
}

const all = leaves(tokens, '')

/** The attributes without which a widget shows nothing, or less. */
const attributes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'prm-deal-list': { 'register-href': '#register' },
  'prm-asset': { 'asset-id': 'leak-detection-deck' },
  'prm-knowledge-base': { 'ask-href': '#ask' },
  'prm-article': { 'article-id': 'reset-logger' },
  'prm-search-box': { 'search-href': '#search' },
}

/** The tags of all widgets but the portal. */
const widgets = Object.values(elements).flatMap((one) =>
  typeof one === 'function' && one.prototype instanceof PortalElement
    ? (customElements.getName(one as CustomElementConstructor) ?? [])
    : [],
)

const shown = new Map<string, HTMLElement>()

/** The widget of a story, as it stands in a page; it stays the same while the tokens change. */
function widgetOf(story: string, tag: string): HTMLElement {
  const name = `${story} ${tag}`
  const widget = shown.get(name) ?? document.createElement(tag)
  shown.set(name, widget)
  for (const [attribute, value] of Object.entries(attributes[tag] ?? {}))
    widget.setAttribute(attribute, value)
  return widget
}

const argTypes: Partial<ArgTypes<Props>> = {
  widget: { control: 'select', options: widgets },
  ...Object.fromEntries(
    all.map(([name, { $type, $description }]) => [
      name,
      { control: $type === 'color' ? 'color' : 'text', description: $description },
    ]),
  ),
}

const mocks = new Map<string, Mock>()

/** The tokens that are set, as a rule for the page. */
const asCss = (variables: Readonly<Record<string, string>>) =>
  `prm-portal {\n${Object.entries(variables)
    .map(([name, value]) => `  --prm-${name}: ${value};\n`)
    .join('')}}`

/**
 * Any widget in any look: each control is one token, and tints, focus rings and distances follow.
 * The rule below the widget is the one to copy into your page.
 */
export default {
  title: 'Design/Playground',
  args: { widget: 'prm-deal-list' },
  argTypes,
  render: ({ widget, ...rest }, { id }) => {
    const mock = mocks.get(id) ?? createMock()
    mocks.set(id, mock)
    const names = new Set(all.map(([name]) => name))
    const variables = Object.fromEntries(
      Object.entries(rest).filter(([name, value]) => names.has(name) && value),
    )
    const rule = asCss(variables)
    return html`
      <prm-portal
        base-url=${mock.baseUrl}
        .fetch=${mock.fetch}
        .fetchToken=${mock.fetchToken}
        .appearance=${{ variables }}
      >
        ${widgetOf(id, widget)}
      </prm-portal>
      ${
        Object.keys(variables).length
          ? html`<section class="copy-css" aria-labelledby="copy-css">
              <h2 id="copy-css">The CSS of this look</h2>
              <pre tabindex="0"><code>${rule}</code></pre>
              <prm-button @click=${() => void navigator.clipboard.writeText(rule)}
                >Copy CSS</prm-button
              >
            </section>`
          : nothing
      }
    `
  },
} satisfies Meta<Props>

type Story = StoryObj<Props>

/** Turn the controls: every distance, tint and focus ring follows. */
export const Yours: Story = {}

/** A bank: serif headings, square, dark green. */
export const Sober: Story = {
  args: {
    'color-accent': 'light-dark(#1d5145, #86d3bf)',
    radius: '0px',
    'pill-radius': '0px',
    'font-heading': 'Georgia, serif',
    'font-size': '16px',
  },
}

/** A young company: round and loud. */
export const Round: Story = {
  args: {
    'color-accent': 'light-dark(#a3157d, #f4a3de)',
    radius: '14px',
    'button-radius': '32px',
    'card-radius': '24px',
    space: '4.5px',
  },
}

/** A tool for people who look at it all day: small and tight. */
export const Dense: Story = {
  args: {
    'color-accent': 'light-dark(#3f4a5a, #b9c6d8)',
    radius: '3px',
    space: '3px',
    'control-height': '28px',
    'font-size': '13px',
  },
}

/** A yellow brand: text and focus ring darken until they can be read. */
export const Yellow: Story = { args: { 'color-accent': '#ffd400' } }

/** The form in the look of a bank. */
export const SoberForm: Story = { args: { ...Sober.args, widget: 'prm-deal-form' } }
