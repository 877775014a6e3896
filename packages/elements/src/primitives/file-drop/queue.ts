import { formatSize } from '../../base/values/format.ts'
import { accepts, typesOf } from './accepts.ts'
import type { FileDropOptions, FileValue } from './file-drop-options.ts'

/** A file in the list: stored, on its way, or refused. */
export interface Item {
  readonly name: string
  readonly size?: number | undefined
  readonly file?: File
  id?: string
  /** `interrupted` was on its way when the page went. */
  status: 'waiting' | 'uploading' | 'stored' | 'failed' | 'refused' | 'interrupted'
  progress: number
  /** Why it was refused. */
  reason?: string | undefined
  /** The backend still checks it. */
  checking?: boolean
  abort?: AbortController
}

const parallel = 3

/** Files on their way to the backend, a few at a time. */
export class UploadQueue {
  items: Item[] = []
  readonly #options: () => FileDropOptions
  readonly #changed: (done?: Item) => void

  /** `changed` is told which item came to its end. */
  constructor(options: () => FileDropOptions, changed: (done?: Item) => void) {
    this.#options = options
    this.#changed = changed
  }

  /** The ids that a form stores; refused files do not count. */
  get value(): FileValue {
    return this.items
      .filter(({ status }) => status !== 'refused')
      .map(({ id, name }) => id ?? { name })
  }

  /** Takes over a value that was set from outside. */
  adopt(value: FileValue): void {
    const { files } = this.#options()
    const ids = new Map(this.items.map((item) => [item.id ?? item.name, item]))
    const kept = value.map((one): Item => {
      const key = typeof one === 'string' ? one : one.name
      const known = ids.get(key)
      if (known) return known
      if (typeof one !== 'string') return { name: key, status: 'interrupted', progress: 0 }
      const stored = files?.get(one)
      return {
        id: one,
        name: stored?.name ?? one,
        size: stored?.size,
        status: 'stored',
        progress: 1,
      }
    })
    this.items = [...kept, ...this.items.filter(({ status }) => status === 'refused')]
  }

  /** Adds files after checking them; those that break a limit are shown as refused. */
  add(files: Iterable<File>, folders: readonly string[] = []): void {
    const { t, locale, accept, maxFiles = Infinity, maxSize = Infinity } = this.#options()
    this.items = this.items.filter(({ status }) => status !== 'refused')
    const types = typesOf(locale, accept)
    for (const file of files) {
      const { name, size } = file
      // The same file chosen again replaces the one that did not make it.
      this.items = this.items.filter((item) => item.status !== 'interrupted' || item.name !== name)
      const reason = folders.includes(name)
        ? t('fileFolder')
        : !accepts(accept, file)
          ? `${t('fileWrongType')} ${types && t('fileTypes', { types })}`.trim()
          : size > maxSize
            ? t('fileTooBig', { size: formatSize(locale, maxSize) })
            : !size
              ? t('fileEmpty')
              : this.value.length >= maxFiles
                ? t('fileTooMany', { n: maxFiles })
                : undefined
      this.items.push({
        name,
        size,
        file,
        reason,
        progress: 0,
        status: reason ? 'refused' : 'waiting',
      })
    }
    this.#next()
  }

  retry(item: Item): void {
    item.status = 'waiting'
    item.progress = 0
    this.#next()
  }

  remove(item: Item): void {
    this.items = this.items.filter((other) => other !== item)
    item.abort?.abort()
    this.#next()
  }

  #next(done?: Item) {
    const busy = this.items.filter(({ status }) => status === 'uploading').length
    const waiting = this.items.filter(({ status }) => status === 'waiting')
    for (const item of waiting.slice(0, Math.max(0, parallel - busy))) void this.#send(item)
    this.#changed(done)
  }

  async #send(item: Item) {
    const { t, upload, files } = this.#options()
    const { signal } = (item.abort = new AbortController())
    item.status = 'uploading'
    const onProgress = (fraction: number) => {
      item.progress = Math.min(1, Math.max(0, fraction)) || 0
      if (!signal.aborted) this.#changed()
    }
    try {
      if (!upload || !item.file) throw new Error('no upload')
      const stored = await upload(item.file, { signal, onProgress })
      if (signal.aborted) return
      if (stored.status === 'rejected') {
        item.status = 'refused'
        item.reason = stored.statusReason ?? t('fileRejected')
      } else {
        item.status = 'stored'
        item.id = stored.id
        item.checking = stored.status === 'checking'
        files?.set(stored.id, stored)
      }
    } catch (error) {
      if (signal.aborted) return
      const { code, errors, ...said } = error as {
        code?: string
        detail?: string
        errors?: { detail?: string }[]
      }
      const detail = errors?.[0]?.detail ?? said.detail
      const refused = /rejected|too-large|unsupported|validation/.test(code ?? '')
      item.status = refused ? 'refused' : 'failed'
      if (refused) item.reason = detail ?? t('fileRejected')
    }
    this.#next(item)
  }
}
