import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite'
import { manifest } from 'virtual:manifest'
import { copiedCode } from './copied-code.ts'
import { fitControls, introduce } from './docs.ts'
import { inPortal, onPage, onPaper } from './portal.ts'
import { accents, densities, languages, dressed, schemes } from './toolbar.ts'
import './preview.css'

setCustomElementsManifest(manifest)

/** The guide of each element: when to use it, its anatomy, do and do not. */
const guides = import.meta.glob<string>('../packages/elements/src/*/*/usage.md', {
  eager: true,
  import: 'default',
  query: '?raw',
})

const preview: Preview = {
  tags: ['autodocs'],
  argTypes: { lang: { table: { disable: true } } },
  argTypesEnhancers: [fitControls],
  decorators: [inPortal, onPaper, onPage, dressed],
  globalTypes: {
    scheme: toolbar('Colours', 'circlehollow', schemes),
    language: toolbar('Language and direction', 'globe', languages),
    density: toolbar('Density', 'component', densities),
    accent: toolbar('Accent', 'paintbrush', accents),
  },
  initialGlobals: { scheme: 'light', language: 'en', density: 'usual', accent: 'usual' },
  parameters: {
    layout: 'fullscreen',
    backgrounds: { disable: true },
    controls: { expanded: true },
    docs: {
      toc: true,
      extractComponentDescription: introduce(manifest, guides),
      source: { excludeDecorators: true, transform: copiedCode },
    },
    options: {
      storySort: {
        order: ['Welcome', 'Design', ['Tokens', 'Playground'], 'Widgets', 'Primitives'],
      },
    },
  },
}

function toolbar(
  title: string,
  icon: 'circlehollow' | 'globe' | 'component' | 'paintbrush',
  choices: Record<string, { title: string }>,
) {
  const items = Object.entries(choices).map(([value, choice]) => ({ value, title: choice.title }))
  return { description: title, toolbar: { title, icon, items, dynamicTitle: true } }
}

export default preview
