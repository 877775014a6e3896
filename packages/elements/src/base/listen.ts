/** Listens on the window until the signal; not by the option `signal`, which zone.js ignores. */
export function listen<Type extends keyof WindowEventMap>(
  type: Type,
  listener: (event: WindowEventMap[Type]) => void,
  signal: AbortSignal,
): void {
  addEventListener(type, listener)
  signal.addEventListener('abort', () => removeEventListener(type, listener))
}
