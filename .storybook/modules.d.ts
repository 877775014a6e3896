declare module 'virtual:manifest' {
  export const manifest: import('../packages/elements/manifest.ts').Manifest
}
declare module '*.css'
interface ImportMeta {
  /** Reads the files that a pattern names, when the page is built (Vite). */
  glob<File>(pattern: string, options: object): Record<string, File>
}
