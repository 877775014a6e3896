import { fork, type ChildProcess } from 'node:child_process'
import { WorkError, type Performer } from './performer.ts'

/** The bounds of work in child processes. */
export interface ChildOptions {
  /** Milliseconds after which a piece of work that has not come on is ended, 10,000 unless told. */
  time?: number
  /** Megabytes that a process may use, 256 unless told. */
  memory?: number
  /** Processes at once, 2 unless told. */
  processes?: number
  /** The program of the children; tests pass their own. */
  program?: URL
}

interface Waiting {
  kind: string
  input: unknown
  resolve(result: unknown): void
  reject(error: Error): void
}

type Reply = 'ready' | 'progress' | { result?: unknown; problem?: string }

/** A process that has had nothing to do for so long is ended. */
const idleTime = 30_000

/** Does work in child processes, each of which can be ended without harm to this one. */
export function childPerformer(options: ChildOptions = {}): Performer {
  const { time = 10_000, memory = 256, processes = 2, program = programUrl() } = options
  const waiting: Waiting[] = []
  const children = new Set<Child>()
  let closed = false

  function next(): void {
    for (const child of children) {
      if (waiting.length === 0) return
      if (child.isIdle) child.take(waiting.shift()!)
    }
    if (waiting.length > 0 && children.size < processes && !closed) {
      const child = new Child(program, { time, memory }, next, (problem) => {
        children.delete(child)
        // Each process that could not begin refuses one piece of work, so that no piece waits for ever.
        if (problem !== undefined && !closed) waiting.shift()?.reject(new WorkError(problem))
        next()
      })
      children.add(child)
    }
  }

  return {
    inPlace: false,
    perform(kind, input) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(new WorkError('The server is stopping.'))
        waiting.push({ kind, input, resolve, reject })
        next()
      })
    },
    async close() {
      closed = true
      for (const { reject } of waiting.splice(0)) reject(new WorkError('The server is stopping.'))
      await Promise.all([...children].map((child) => child.end()))
    },
  }
}

/** One process, which does one piece of work at a time. */
class Child {
  readonly #process: ChildProcess
  readonly #limits: { time: number; memory: number }
  readonly #exited: Promise<void>
  #isReady = false
  #hasBegun = false
  #current: Waiting | undefined
  #timer: NodeJS.Timeout
  #complaint = ''

  constructor(
    program: URL,
    limits: { time: number; memory: number },
    onFree: () => void,
    /** Hears why the process could not begin, where it could not. */
    onExit: (problem?: string) => void,
  ) {
    this.#limits = limits
    this.#process = fork(program, {
      execArgv: [`--max-old-space-size=${limits.memory}`, '--no-warnings'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#timer = setTimeout(() => this.#process.kill('SIGKILL'), idleTime)
    this.#process.stderr?.on('data', (text: Buffer) => {
      this.#complaint = (this.#complaint + String(text)).slice(-4000)
    })
    this.#process.on('message', (reply: Reply) => {
      if (reply === 'progress') return this.#watch()
      if (reply === 'ready') this.#isReady = this.#hasBegun = true
      else this.#answer(reply)
      this.#rest()
      onFree()
    })
    this.#exited = new Promise((resolve) => {
      const end = (error?: Error) => {
        clearTimeout(this.#timer)
        this.#isReady = false
        const isEaten = /heap|memory/i.test(this.#complaint)
        const eaten = `It used more than ${limits.memory} MB and was ended.`
        this.#fail(isEaten ? eaten : 'Its process ended.')
        resolve()
        onExit(this.#hasBegun ? undefined : this.#whyNot(error))
      }
      this.#process.once('exit', () => end())
      // The system starts no process, or one that has just ended cannot be told anything.
      this.#process.on('error', (error) => {
        if (this.#process.pid === undefined) end(error)
      })
    })
  }

  #whyNot(error: Error | undefined): string {
    const [line = ''] = /^.*Error.*$/m.exec(this.#complaint) ?? []
    const said = error?.message ?? line
    return `Its process could not begin${said === '' ? '.' : `: ${said}`}`
  }

  get isIdle(): boolean {
    return this.#isReady && this.#current === undefined
  }

  take(work: Waiting): void {
    this.#current = work
    this.#process.ref()
    this.#process.channel?.ref()
    this.#watch()
    this.#process.send({ kind: work.kind, input: work.input })
  }

  /** Ends the process unless its work is done or has come on within the time. */
  #watch(): void {
    const { time } = this.#limits
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#isReady = false
      this.#fail(`It took longer than ${time / 1000} s and was ended.`)
      this.#process.kill('SIGKILL')
    }, time)
  }

  end(): Promise<void> {
    this.#process.kill('SIGKILL')
    return this.#exited
  }

  #answer({ result, problem }: Exclude<Reply, string>): void {
    if (problem === undefined) this.#current?.resolve(result)
    else this.#current?.reject(new WorkError(problem))
    this.#current = undefined
  }

  #fail(text: string): void {
    this.#current?.reject(new WorkError(text))
    this.#current = undefined
  }

  /** Waits for work, and does not keep this process alive meanwhile. */
  #rest(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#process.kill('SIGKILL'), idleTime).unref()
    this.#process.unref()
    this.#process.channel?.unref()
  }
}

/** The children’s own file, whether it was built or not. */
function programUrl(): URL {
  return new URL(`./child-main${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
}
