import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { isPrmError, type Client } from '@prmkit/client'
import type { PrmPortal } from '@prmkit/elements/portal'
import { troubleOf, troubleView, type Trouble } from '../desk/trouble.ts'
import { isolated, listOf, say, words } from '../desk/words.ts'
import {
  answersOf,
  faultsByField,
  fields,
  missingIn,
  type Answers,
  type Sent,
} from './asset-facts.ts'
import {
  audienceFields,
  folderField,
  languageField,
  productFields,
  textField,
  type Lists,
} from './asset-fields.ts'
import { fetchLists, findAssets } from './lists.ts'
import { addAssets, renewAsset } from './send-assets.ts'

const faultWords: Partial<Record<string, string>> = words.addFaults

type FileDrop = HTMLElement & { value: readonly (string | { name: string })[] | undefined }
type UploadOptions = { signal: AbortSignal; onProgress: (fraction: number) => void }

/** The form that adds assets, or a new version of one, from files of the manager's. */
export class AssetForm extends LitElement {
  static override properties = {
    lists: { state: true },
    kind: { state: true },
    wrong: { state: true },
    trouble: { state: true },
    busy: { state: true },
    said: { state: true },
  }

  declare lists: Lists | undefined
  declare kind: Answers['kind']
  /** The sentences about fields that are wrong, by field. */
  declare wrong: ReadonlyMap<string, string>
  declare trouble: Trouble | undefined
  declare busy: boolean
  declare said: string
  #client: Client | undefined
  #names = new Map<string, string>()
  #assetId: string | undefined

  constructor() {
    super()
    Object.assign(this, { kind: 'new', wrong: new Map(), busy: false, said: '' })
  }

  // The desk is part of the site: its styles are the site's.
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  async #connect(): Promise<Client> {
    const around = this.closest<PrmPortal>('prm-portal')!
    await around.updateComplete
    return (this.#client ??= await around.portal.client)
  }

  /** Fetches the lists of the fields once somebody opens the form. */
  async #open(event: Event) {
    if (this.lists || !(event.target as HTMLDetailsElement).open) return
    await this.#try(async () => (this.lists = await fetchLists(await this.#connect())))
  }

  async #try(work: () => Promise<unknown>) {
    this.trouble = undefined
    try {
      await work()
    } catch (error) {
      this.trouble = troubleOf(error)
    }
  }

  get #drop() {
    return this.querySelector<FileDrop>('prm-file-drop')
  }

  /** The files that have arrived. */
  get #files(): Sent[] {
    return (this.#drop?.value ?? []).flatMap((id) =>
      typeof id === 'string' ? [{ id, name: this.#names.get(id) ?? id }] : [],
    )
  }

  #upload = async (file: File, { signal, onProgress }: UploadOptions) => {
    const client = await this.#connect()
    const sent = await client.upload(file, {
      signal,
      onProgress: (part) => onProgress(part.total ? part.sent / part.total : 0),
    })
    this.#names.set(sent.id, file.name)
    return sent
  }

  #find = async (search: string, signal: AbortSignal) =>
    findAssets(await this.#connect(), search, signal)

  async #send(event: SubmitEvent) {
    event.preventDefault()
    if (this.busy) return
    const form = event.target as HTMLFormElement
    const answers = answersOf(form, this.#assetId, this.lists?.timeZone ?? 'UTC')
    const missing = missingIn(answers, this.#files)
    this.trouble = undefined
    this.said = ''
    this.wrong = new Map(missing.map((name) => [name, words.addRequired]))
    if (missing.length > 0) return this.#focusFirst()
    this.busy = true
    try {
      const client = await this.#connect()
      const isPublished = new FormData(form).has('publish')
      const titles =
        answers.kind === 'new'
          ? await addAssets(client, answers, this.#files, isPublished, (id) => this.#forget(id))
          : [await renewAsset(client, answers, this.#files[0]!)]
      const title = listOf(titles.map(isolated))
      this.said = say(answers.kind === 'new' ? words.addDone : words.addRenewed, { title })
      form.reset()
      this.#clear()
    } catch (error) {
      this.#refuse(error)
    } finally {
      this.busy = false
    }
  }

  /** Takes a file whose asset is in from the list of files. */
  #forget(id: string) {
    const drop = this.#drop
    if (drop) drop.value = drop.value?.filter((one) => one !== id)
  }

  #clear() {
    this.#assetId = undefined
    this.kind = 'new'
    const drop = this.#drop
    if (drop) drop.value = undefined
  }

  /** Says each fault at its field, and anything else above the form. */
  #refuse(error: unknown) {
    const faults = faultsByField(isPrmError(error) ? error.errors : [])
    this.wrong = new Map(
      [...faults].map(([name, { code, detail }]) => [name, faultWords[code] ?? detail]),
    )
    if (faults.size === 0) this.trouble = troubleOf(error)
    this.#focusFirst()
  }

  #focusFirst() {
    void this.updateComplete.then(() => {
      const first = fields.find((name) => this.wrong.has(name))
      const field = this.querySelector<HTMLElement>(`#add-${first}`)
      field?.closest('details')?.setAttribute('open', '')
      field?.focus()
    })
  }

  override render(): TemplateResult {
    const { lists, trouble, said } = this
    return html`<details class="add" @toggle=${(event: Event) => void this.#open(event)}>
      <summary class="button">${words.add}</summary>
      ${lists ? this.#form(lists) : html`<p class="hint">${trouble ? nothing : words.loading}</p>`}
      ${troubleView(trouble)}
      <p role="status" class="hint">${said}</p>
    </details>`
  }

  #form(lists: Lists) {
    const { kind, busy } = this
    const wrong = { text: (name: string) => this.wrong.get(name) }
    const radio = (value: Answers['kind'], text: string) =>
      html`<label
        ><input
          type="radio"
          name="kind"
          value=${value}
          ?checked=${value === 'new'}
          @change=${() => (this.kind = value)}
        />${text}</label
      >`
    return html`<form novalidate @submit=${(event: SubmitEvent) => void this.#send(event)}>
      <fieldset class="checks">
        <legend>${words.addKind}</legend>
        ${radio('new', words.addNew)} ${radio('version', words.addNewVersion)}
      </fieldset>
      ${
        kind === 'version'
          ? html`<prm-combobox
              id="add-asset"
              .label=${words.useAsset}
              .search=${this.#find}
              .error=${this.wrong.get('asset')}
              @change=${(event: Event) =>
                (this.#assetId = (event.target as HTMLElement & { value?: string }).value)}
            ></prm-combobox>`
          : nothing
      }
      <prm-file-drop
        id="add-file"
        .label=${words.addFiles}
        .hint=${kind === 'new' ? words.addFilesHint : undefined}
        .error=${this.wrong.get('file')}
        .maxFiles=${kind === 'new' ? 20 : 1}
        .upload=${this.#upload}
      ></prm-file-drop>
      ${textField('title', kind === 'new' ? words.addTitle : words.addTitleVersion, wrong)}
      ${languageField(lists, wrong)}
      ${kind === 'new' ? this.#facts(lists, wrong) : textField('changes', words.addChanges, wrong, { type: 'lines', maxLength: 1000 })}
      <button class="button strong" aria-busy=${busy}>
        ${kind === 'new' ? words.addSend : words.addSendVersion}
      </button>
    </form>`
  }

  #facts(lists: Lists, wrong: { text: (name: string) => string | undefined }) {
    return html`${textField('description', words.addDescription, wrong, {
        ...{ type: 'lines', maxLength: 2000 },
      })}
      ${folderField(lists, wrong)} ${textField('tags', words.addTags, wrong)}
      ${productFields(lists, wrong)} ${audienceFields(lists, wrong)}
      ${textField('expires', words.addExpires, wrong, { type: 'date' })}
      <label class="publish"
        ><input type="checkbox" name="publish" checked />${words.addPublish}</label
      >`
  }
}
