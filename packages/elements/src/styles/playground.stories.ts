import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { createMock, type Mock } from '@prmkit/mock'
import { html } from 'lit'
import '../primitives/badge/define.ts'
import '../primitives/button/define.ts'
import '../widgets/deal-list/define.ts'

type Props = {
  accent: string
  accentInDark: string
  surface: string
  text: string
  radius: number
  space: number
  fontSize: number
  font: string
}

const mocks = new Map<string, Mock>()

/**
 * One list that takes on any brand: turn the controls, and tints, focus rings and distances follow.
 * What you set here is what `appearance` of a portal takes.
 */
export default {
  title: 'Design/Playground',
  args: {
    ...{ accent: '#2457d6', accentInDark: '#8cb0ff', surface: '', text: '' },
    ...{ radius: 8, space: 4, fontSize: 15 },
    font: 'inherit',
  },
  argTypes: {
    accent: { control: 'color' },
    accentInDark: { control: 'color' },
    surface: { control: 'color' },
    text: { control: 'color' },
    radius: { control: { type: 'range', min: 0, max: 20 } },
    space: { control: { type: 'range', min: 2, max: 6, step: 0.5 } },
    fontSize: { control: { type: 'range', min: 12, max: 20 } },
    font: {
      control: 'select',
      options: ['inherit', 'Georgia, serif', 'ui-monospace, monospace', 'system-ui, sans-serif'],
    },
  },
  render: ({ accent, accentInDark, surface, text, radius, space, fontSize, font }, { id }) => {
    const mock = mocks.get(id) ?? createMock()
    mocks.set(id, mock)
    const variables = {
      ...(accent && { 'color-accent': `light-dark(${accent}, ${accentInDark || accent})` }),
      ...(surface && { 'color-surface': surface, 'color-raised': surface }),
      ...(text && { 'color-text': text }),
      radius: `${radius}px`,
      space: `${space}px`,
      'font-size': `${fontSize}px`,
      'font-family': font,
    }
    return html`
      <prm-portal
        base-url=${mock.baseUrl}
        .fetch=${mock.fetch}
        .fetchToken=${mock.fetchToken}
        .appearance=${{ variables }}
      >
        <prm-deal-list register-href="#register"></prm-deal-list>
      </prm-portal>
    `
  },
} satisfies Meta<Props>

/** Turn the controls: every distance, tint and focus ring follows. */
export const Yours: StoryObj<Props> = {}

/** A bank: serif, square, dark green. */
export const Sober: StoryObj<Props> = {
  args: {
    accent: '#1d5145',
    accentInDark: '#86d3bf',
    radius: 0,
    font: 'Georgia, serif',
    fontSize: 16,
  },
}

/** A young company: round and loud. */
export const Round: StoryObj<Props> = {
  args: { accent: '#a3157d', accentInDark: '#f4a3de', radius: 18, space: 4.5 },
}

/** A tool for people who look at it all day: small and tight. */
export const Dense: StoryObj<Props> = {
  args: { accent: '#3f4a5a', accentInDark: '#b9c6d8', radius: 3, space: 2.5, fontSize: 13 },
}
