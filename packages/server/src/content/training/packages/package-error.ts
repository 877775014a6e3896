/** A package cannot be used; the message says why and what to do. */
export class PackageError extends Error {
  override name = 'PackageError'
}
