declare module 'virtual:manifest' {
  export const manifest: import('../packages/elements/manifest.ts').Manifest
}
declare module '*.css'
