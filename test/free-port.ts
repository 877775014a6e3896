import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** From here on systems give ports to outgoing connections, Linux the lowest of them. */
const outgoing = 32_768
const lowest = 15_000

/**
 * An even port that nothing listens on at the moment. No outgoing connection takes it before its
 * program listens, which may be seconds later, and its odd neighbour is in nobody else's hands.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 2 * randomInt(lowest / 2, outgoing / 2)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
