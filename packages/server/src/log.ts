/** The server's log; pino fits. Never gets tokens, bodies or personal data. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** The log of a server without one. */
export const silent: Log = { info() {}, warn() {}, error() {} }
