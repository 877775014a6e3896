import type { TestContext } from 'node:test'

type Options = Parameters<TestContext['mock']['timers']['enable']>[0]

/**
 * Puts a test's own clock in place of the timers. Node's mock takes a timer that an earlier test left behind for
 * one of its own: `fetch` clears such timers when its sockets close, and another timer is then lost.
 */
export function mockTimers(t: TestContext, options: Options): void {
  const real = globalThis.clearTimeout
  t.mock.timers.enable(options)
  const { setTimeout, clearTimeout } = globalThis
  const own = new WeakSet<object>()
  const set = (...given: Parameters<typeof setTimeout>) => {
    const timer = setTimeout(...given)
    own.add(timer)
    return timer
  }
  globalThis.setTimeout = set as typeof setTimeout
  globalThis.clearTimeout = (timer) =>
    typeof timer === 'object' && own.has(timer) ? clearTimeout(timer) : real(timer)
}
