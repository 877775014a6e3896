/** Equal as JSON with its names in one order, as a database gives it back. */
export function isEqual(one: unknown, other: unknown): boolean {
  const sorted = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).toSorted(([first], [second]) => (first < second ? -1 : 1)),
        )
      : value
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted)
}
