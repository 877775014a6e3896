import { addons } from 'storybook/manager-api'
import { create } from 'storybook/theming'

addons.setConfig({
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
