import { version } from './version.ts'

const major = parseInt(version)
const tags = new Map<string, string>()

interface Branded extends CustomElementConstructor {
  prmkit?: string
}

/**
 * Registers a class under its tag and returns the tag that was taken. A copy of the same major that
 * came first is reused; beside another major, or a foreign element, the tag gets a suffix.
 */
export function define(tag: string, element: CustomElementConstructor): string {
  const registry = globalThis.customElements
  const known = tags.get(tag)
  if (known || !registry) return known ?? tag
  let taken = tag
  const first: Branded | undefined = registry.get(tag)
  if (first && parseInt(first.prmkit ?? '') !== major) {
    taken = `${tag}-v${major}`
    console.warn(
      `prmkit: <${tag}> belongs to ${first.prmkit ? `prmkit ${first.prmkit}` : 'another library'}. ` +
        `Write <${taken}> for prmkit ${version}.`,
    )
  }
  tags.set(tag, taken)
  if (!registry.get(taken)) {
    ;(element as Branded).prmkit = version
    registry.define(taken, element)
  }
  return taken
}

/** The tag under which this copy of prmkit registered an element of its own. */
export const tagOf = (tag: string): string => tags.get(tag) ?? tag
