import { recordAddress } from '../base/safe-address.ts'
import type { RecordScene } from './record-scene.ts'

/** Copies the address of a record; without one of its own, that of the page. */
export async function copyLink(
  scene: Pick<RecordScene, 'recordHref' | 'recordId' | 't' | 'announce'>,
): Promise<void> {
  const address = recordAddress(scene.recordHref, scene.recordId ?? '') ?? location.href
  const { href } = new URL(address, document.baseURI)
  try {
    await navigator.clipboard.writeText(href)
    scene.announce(scene.t('copied'))
  } catch {
    // Not allowed here, or no https: the announced address can still be copied by hand.
    scene.announce(href)
  }
}
