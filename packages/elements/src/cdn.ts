// The autoloader: fetches a widget's files when its tag appears, each checked against its hash.
import { reserveHeight } from './base/heights.ts'
import { askForToken, type EarlyHost } from './widgets/portal/token.ts'

// The files of the tags take these from here, since the loader has them already.
export * from './base/heights.ts'
export * from './widgets/portal/token.ts'

/** The hash of a file, and the names of those that it imports before it runs. */
type Listed = Readonly<Record<string, readonly [hash: string, ...imports: string[]]>>

/** A list of files. */
interface List {
  readonly files: Listed
  /** The hash of the next list, for a file that is not on this one. */
  readonly later?: string
}

/**
 * The list that the build writes into this one: the files that the tags of most pages need at first.
 * The next one has those that the other tags need at first, the last one has the rest.
 */
declare const MANIFEST: List & {
  /** The tags there are, without `prm-`; each has the name of its file. */
  readonly tags: readonly string[]
}

interface Policy {
  createHTML(text: string): string
  createScriptURL(url: string): string
}

const folder = new URL('.', import.meta.url).href
const { trustedTypes } = globalThis as {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy }
}

/** The one policy under Trusted Types: Lit's own templates, and addresses beside this file. */
export const policy: Policy | undefined = trustedTypes?.createPolicy('prmkit', {
  createHTML: (text) => text,
  createScriptURL: (url) => (url.startsWith(folder) ? url : ''),
})

const lists = new Map<string, Promise<List>>()

/** The name of a file, which changes with its bytes. */
const hashed = (name: string, hash: string, ending: string) =>
  `${folder + name}-${hash.slice(0, 8).replace(/\+/g, '-').replace(/\//g, '_')}.${ending}`

const scripts = new Map<string, Promise<void>>()
const seen = new WeakSet<Node>()
const asked = new Map<string, Promise<unknown>>()

/** Imports a file of this build, after everything it stands on, each by its hash. */
export async function load<T>(name: string): Promise<T> {
  let list: List = MANIFEST
  while (!list.files[name] && list.later) list = await listAfter(list, list.later)
  await add(name, list.files)
  return import(hashed(name, list.files[name]![0], 'js'))
}

/** A list with the files of the next one. */
function listAfter({ files }: List, hash: string): Promise<List> {
  let list = lists.get(hash)
  if (!list) {
    list = fetch(hashed('later', hash, 'json'), { integrity: `sha256-${hash}` })
      .then((answer) => answer.json())
      .then((next: List) => ({ ...next, files: { ...files, ...next.files } }))
    lists.set(hash, list)
    // The next file asks again.
    list.catch(() => lists.delete(hash))
  }
  return list
}

function add(name: string, list: Listed): Promise<void> {
  let script = scripts.get(name)
  if (script) return script
  const [hash = '', ...imports] = list[name] ?? []
  const url = hashed(name, hash, 'js')
  const insert = <K extends 'link' | 'script'>(tag: K, more: object) =>
    new Promise<void>((resolve, reject) => {
      const element = Object.assign(
        document.createElement(tag),
        { crossOrigin: '', integrity: `sha256-${hash}` },
        more,
      )
      element.addEventListener('load', () => resolve())
      element.addEventListener('error', () =>
        reject(new Error(`${url} was not loaded: gone or changed.`)),
      )
      document.head.append(element)
    })
  insert('link', { rel: 'preload', as: 'script', href: url }).catch(() => {})
  // A file runs only once all it imports was checked: what is in the page is not fetched again.
  script = Promise.all(imports.map((each) => add(each, list))).then(() =>
    insert('script', { type: 'module', src: policy?.createScriptURL(url) ?? url }),
  )
  scripts.set(name, script)
  script.catch(() => scripts.delete(name))
  return script
}

async function ask(element: Element) {
  const tag = element.localName
  let loading = asked.get(tag)
  if (!loading) {
    const name = tag.slice(4)
    loading = MANIFEST.tags.includes(name) ? load(name) : Promise.resolve()
    loading.catch((error) => console.warn(`prmkit: <${tag}> could not be loaded.`, error))
    asked.set(tag, loading)
  }
  try {
    await loading
  } catch (error) {
    const event = new Event('prm-load-error', { bubbles: true, composed: true })
    element.dispatchEvent(Object.assign(event, { tag, error }))
  }
}

/** Looks for tags below a node now and later; call it with a shadow root the page attaches late. */
export function discover(root: Document | ShadowRoot | Element): void {
  search(root, true)
}

/** True where the browser shows nothing of the page before this script ran. */
const blocksRendering = () =>
  [...document.scripts].some(
    (script: HTMLScriptElement & { readonly blocking?: DOMTokenList }) =>
      script.src === import.meta.url && script.blocking?.contains('render'),
  )

function search(root: Document | ShadowRoot | Element, isOnScreen: boolean) {
  if (seen.has(root)) return
  if (!(root instanceof Element)) {
    seen.add(root)
    observer.observe(root, { childList: true, subtree: true })
  } else look(root, isOnScreen)
  root.querySelectorAll('*').forEach((element) => look(element, isOnScreen))
}

function look(element: Element, isOnScreen: boolean) {
  const { localName, shadowRoot } = element
  if (shadowRoot) search(shadowRoot, isOnScreen)
  else if (localName.startsWith('prm-')) {
    reserveHeight(element as HTMLElement, isOnScreen)
    if (localName === 'prm-portal' && !customElements.get(localName)) askEarly(element)
    void ask(element)
  } else if (localName.includes('-') && !customElements.get(localName)) {
    customElements.whenDefined(localName).then(
      () => element.shadowRoot && discover(element.shadowRoot),
      () => {},
    )
  }
}

/** Asks for a portal's first token beside its code, which would ask one round trip later. */
function askEarly(portal: Element & EarlyHost) {
  const path = portal.getAttribute('token-url')
  if (!path || portal.hasAttribute('demo')) return
  const url = new URL(path, document.baseURI)
  if (url.origin !== location.origin) return
  portal.earlyAnswer = askForToken(url, 'initial')
  portal.earlyAnswer.catch(() => {})
}

// Added tags come before the next frame.
const observer = new MutationObserver((records) => {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) if (node instanceof Element) search(node, false)
  }
})

search(document, !blocksRendering())
