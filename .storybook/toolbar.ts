import type { Decorator } from '@storybook/web-components-vite'

/** The choices of the toolbar; every switch works without loading anything again. */
export const schemes: Record<string, { title: string }> = {
  light: { title: 'Light' },
  dark: { title: 'Dark' },
}

export const languages: Record<string, { title: string; direction?: 'rtl' }> = {
  en: { title: 'English' },
  de: { title: 'Deutsch' },
  ar: { title: 'العربية', direction: 'rtl' },
  'en-XA': { title: 'Ṕśéúďó (long texts)' },
}

export const densities: Record<string, { title: string; space?: string; size?: string }> = {
  usual: { title: 'Usual density' },
  compact: { title: 'Compact', space: '3px', size: '14px' },
  roomy: { title: 'Roomy', space: '5px', size: '16px' },
}

export const accents: Record<string, { title: string; color?: string }> = {
  usual: { title: 'Blue' },
  pine: { title: 'Pine', color: 'light-dark(#0b6e4f, #6fd8b0)' },
  plum: { title: 'Plum', color: 'light-dark(#7a2e8e, #dca5ec)' },
  brick: { title: 'Brick', color: 'light-dark(#a8391b, #ffab91)' },
  ink: { title: 'Ink', color: 'light-dark(#1c2430, #dfe6f0)' },
}

/** Puts the choices of the toolbar on the page, as a host page would. */
export const dressed: Decorator = (story, { globals }) => {
  const { scheme, language, density, accent } = globals as Record<string, string>
  const page = document.documentElement
  const { direction = 'ltr' } = languages[language ?? ''] ?? {}
  const { space, size } = densities[density ?? ''] ?? {}
  page.lang = language ?? 'en'
  page.dir = direction
  page.style.colorScheme = scheme ?? 'light'
  const tokens = {
    'color-accent': accents[accent ?? '']?.color,
    space: space,
    'font-size': size,
  }
  for (const [name, value] of Object.entries(tokens))
    page.style.setProperty(`--prm-${name}`, value ?? null)
  return story()
}
