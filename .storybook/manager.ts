import { addons } from 'storybook/manager-api'
import { create } from 'storybook/theming'

/** Stories are named after their exports; people read sentences. */
const named = (name: string) =>
  name.replace(/ [A-Z](?=[a-z])(?!rabic|erman)/g, (letter) => letter.toLowerCase())

addons.setConfig({
  sidebar: { renderLabel: ({ name, type }) => (type === 'story' ? named(name) : name) },
  theme: create({
    base: 'light',
    brandTitle: 'prmkit',
    brandUrl: './',
    brandTarget: '_self',
    colorPrimary: '#2457d6',
    colorSecondary: '#2457d6',
    appBg: '#f4f6f9',
    appBorderRadius: 8,
    fontBase: 'system-ui, "Segoe UI", "Noto Sans", sans-serif',
  }),
})
