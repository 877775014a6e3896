import { join } from 'node:path'
import type { StorybookConfig } from '@storybook/web-components-vite'
import { describe } from '../packages/elements/manifest.ts'

const elements = join(import.meta.dirname, '../packages/elements')

/** Hands the documentation in the sources of each element to the docs pages. */
const manifest = {
  name: 'custom-elements-manifest',
  resolveId: (id: string) => (id === 'virtual:manifest' ? '\0virtual:manifest' : undefined),
  load: (id: string) =>
    id === '\0virtual:manifest'
      ? `export const manifest = ${JSON.stringify(describe(elements))}`
      : undefined,
}

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['./*.mdx', '../packages/elements/src/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), manifest],
    build: {
      ...vite.build,
      chunkSizeWarningLimit: 3000,
      // For older browsers light-dark() would be rewritten, and then not follow the toolbar.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    },
  }),
}

export default config
