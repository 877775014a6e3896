declare module 's3rver' {
  import type { IncomingMessage } from 'node:http'

  type Middleware = (
    context: { req: IncomingMessage; status: number; type: string; body: string },
    next: () => Promise<void>,
  ) => Promise<void>

  /** A store with the interface of Amazon S3 over a folder. */
  export default class S3rver {
    constructor(options: {
      address: string
      port: number
      silent: boolean
      directory: string
      configureBuckets: { name: string }[]
    })
    middleware: Middleware[]
    run(): Promise<{ port: number }>
    close(): Promise<void>
  }
}
