import { recordAddress, safeAddress } from '../base/safe-address.ts'
import type { RichTextHost, TextLink } from '../primitives/rich-text/rich-text-host.ts'
import type { ArticleScene } from './article-scene.ts'
import { showPicture } from './picture.ts'

/** The page around a text, for its links, images and copies. */
export function articleHost(scene: ArticleScene): RichTextHost {
  const { t } = scene
  return {
    words: {
      copyCode: t('copyCode'),
      code: t('code'),
      table: t('table'),
      copySection: (heading) => t('copySection', { heading }),
      showImage: (alt) => (alt ? t('showImageOf', { alt }) : t('showImage')),
    },
    link: (link) => target(scene, link),
    image: (address) => webAddress(scene, address),
    copyCode: (code) => copy(scene, code, t('codeCopied')),
    copySection: (anchor) => {
      const own = recordAddress(scene.recordHref, scene.recordId ?? '', anchor)
      const { href } = new URL(own ?? `#${encodeURIComponent(anchor)}`, location.href)
      return copy(scene, href, t('copied'))
    },
    showImage: (image) => showPicture(image, t('close')),
  }
}

function target(scene: ArticleScene, { address, article, anchor, file }: TextLink) {
  if (article) {
    const href = recordAddress(scene.recordHref, article, anchor)
    return { href, open: () => scene.open(article, anchor) }
  }
  if (file) return { open: () => download(scene, file) }
  const place = /^#(.+)/.exec(address)?.[1]
  if (place) return { open: () => scene.goTo(decoded(place)) }
  if (/^(mailto|tel):/i.test(address)) return { href: address }
  const href = webAddress(scene, address)
  return href === undefined ? undefined : { href }
}

/** An address of the web or, without a host, of the backend. */
function webAddress({ client }: ArticleScene, address: string): string | undefined {
  const url = address ? URL.parse(address, client?.baseUrl ?? document.baseURI) : null
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Hands the reader a file; it is served as an attachment, so the page stays. */
async function download(scene: ArticleScene, id: string) {
  await scene.attempt(async () => {
    const found = await scene.client?.files.download({ params: { id } })
    const address = safeAddress(found?.url)
    if (address) location.assign(address)
  })
}

async function copy(scene: ArticleScene, text: string, done: string) {
  try {
    await navigator.clipboard.writeText(text)
    scene.announce(done)
  } catch {
    // Not allowed here, or no https: the announced text can still be copied by hand.
    scene.announce(text)
  }
}
