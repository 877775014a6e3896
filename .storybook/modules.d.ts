declare module 'virtual:manifest' {
  export const manifest: object
}
declare module '*.css'
