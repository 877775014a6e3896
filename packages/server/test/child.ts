import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Another process with a store of its own, once it is ready. */
export async function startChild(what: string, options: object): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'postgres-child.ts'), [
    what,
    JSON.stringify(options),
  ])
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`The process that should ${what} ended early, with ${code}.`)
  })
  await Promise.race([once(child, 'message'), exited])
  exited.catch(() => {})
  return child
}
