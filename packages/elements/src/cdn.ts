// The autoloader: fetches a widget's files when its tag appears, each checked against its hash.

/** What `integrity.json` says of the build. */
interface Manifest {
  /** The tags there are; each begins with `prm-` and goes on as its file does. */
  readonly tags: readonly string[]
  readonly files: Readonly<Record<string, { integrity: string; imports?: string[] }>>
  /** The hash of `later.json`, which has the files that no tag needs at first. */
  readonly later: string
}

/** The hash of `integrity.json`; the build writes it here. */
declare const MANIFEST_INTEGRITY: string

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

const read = async (file: string, integrity: string) =>
  (await fetch(folder + file, { integrity })).json()

const manifest: Promise<Manifest> = read('integrity.json', MANIFEST_INTEGRITY)
// Each tag reports the failure where it stands.
manifest.catch(() => {})
let later: Promise<Manifest['files']> | undefined

const scripts = new Map<string, Promise<void>>()
const seen = new WeakSet<Node>()
const asked = new Map<string, Promise<unknown>>()

/** Imports a file of this build, after everything it stands on, each by its hash. */
export async function load<T>(file: string): Promise<T> {
  const name = file.replace('./', '')
  const known = await manifest
  await add(name, known.files[name] ? known.files : await (later ??= more(known)))
  return import(folder + name)
}

const more = async ({ files, later }: Manifest): Promise<Manifest['files']> => ({
  ...files,
  ...(await read('later.json', later)),
})

function add(name: string, files: Manifest['files']): Promise<void> {
  let script = scripts.get(name)
  if (script) return script
  const { integrity, imports = [] } = files[name] ?? {}
  const insert = <K extends 'link' | 'script'>(tag: K, more: object) =>
    new Promise<void>((resolve, reject) => {
      const element = Object.assign(
        document.createElement(tag),
        { crossOrigin: '', integrity },
        more,
      )
      element.addEventListener('load', () => resolve())
      element.addEventListener('error', () =>
        reject(new Error(`${folder}${name} was not loaded: gone or changed.`)),
      )
      document.head.append(element)
    })
  const url = folder + name
  insert('link', { rel: 'preload', as: 'script', href: url }).catch(() => {})
  // A file runs only once all it imports was checked: what is in the page is not fetched again.
  script = Promise.all(imports.map((each) => add(each, files))).then(() =>
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
    loading = manifest.then(({ tags }) => tags.includes(tag) && load(`${tag.slice(4)}.js`))
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
  if (seen.has(root)) return
  if (!(root instanceof Element)) {
    seen.add(root)
    observer.observe(root, { childList: true, subtree: true })
  } else look(root)
  root.querySelectorAll('*').forEach(look)
}

function look(element: Element) {
  const { localName, shadowRoot } = element
  if (shadowRoot) discover(shadowRoot)
  else if (localName.startsWith('prm-')) void ask(element)
  else if (localName.includes('-') && !customElements.get(localName)) {
    customElements.whenDefined(localName).then(
      () => element.shadowRoot && discover(element.shadowRoot),
      () => {},
    )
  }
}

const observer = new MutationObserver((records) => {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) if (node instanceof Element) discover(node)
  }
})

discover(document)
