import { expect, fixture, html } from '@open-wc/testing'
import { find, textIn } from '../../../test/mount.ts'
import { eventually } from '../../../test/typing.ts'
import type { StoredFile, Upload } from '../field/context.ts'
import type { PrmFileDrop } from './prm-file-drop.ts'
import './define.ts'

const file = (name: string, size = 10, type = 'application/pdf') =>
  new File([new Uint8Array(size)], name, { type })

const rows = (drop: Element) => [...drop.shadowRoot!.querySelectorAll('.files > li')]
const row = (drop: Element, name: string) =>
  rows(drop).find((one) => one.querySelector('bdi')!.textContent === name)
const button = (drop: Element, label: string) =>
  [...drop.shadowRoot!.querySelectorAll('button')].find((one) =>
    one.ariaLabel!.startsWith(label),
  ) as HTMLButtonElement
const status = (drop: Element) => textIn(find(drop, '.drop [role=status]'))

function give(drop: Element, ...files: File[]) {
  const input = find<HTMLInputElement>(drop, 'input')
  const data = new DataTransfer()
  for (const one of files) data.items.add(one)
  input.files = data.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Uploads that end when the test says so. */
function uploads() {
  const open: {
    name: string
    signal: AbortSignal
    onProgress: (fraction: number) => void
    done: (stored: Partial<StoredFile>) => void
    fail: (error: unknown) => void
  }[] = []
  const upload: Upload = ({ name, size }, { signal, onProgress }) =>
    new Promise((resolve, fail) => {
      const done = (stored: Partial<StoredFile>) =>
        resolve({ id: `id-${name}`, name, size, status: 'ready', ...stored })
      open.push({ name, signal, onProgress, done, fail })
    })
  return { open, upload }
}

const show = (upload: Upload | undefined, value?: PrmFileDrop['value']) =>
  fixture<PrmFileDrop>(html`
    <prm-file-drop
      lang="en"
      label="Attachments"
      name="files"
      accept=".pdf,image/*"
      max-files="3"
      max-size="1000"
      .upload=${upload}
      .value=${value}
    ></prm-file-drop>
  `)

describe('prm-file-drop', () => {
  it('uploads what is chosen and shows how far it has come', async () => {
    const { open, upload } = uploads()
    const drop = await show(upload)

    give(drop, file('plan.pdf'))
    await eventually(() => open.length, 'the upload')
    open[0]!.onProgress(0.4)
    const progress = find<HTMLProgressElement>(drop, 'progress')
    expect(progress.value).to.equal(0.4)
    expect(progress.ariaLabel).to.equal('Uploading plan.pdf')
    expect(drop.value).to.deep.equal([{ name: 'plan.pdf' }])
    open[0]!.done({})
    await eventually(() => status(drop) === 'plan.pdf: Uploaded', 'the announcement')

    expect(drop.value).to.deep.equal(['id-plan.pdf'])
  })

  it('is accessible with a file of each kind', async () => {
    const { open, upload } = uploads()
    const drop = await show(upload, ['f1', { name: 'interrupted.pdf' }])
    drop.maxFiles = 9
    await drop.updateComplete
    give(drop, file('lost.pdf'))
    await eventually(() => open.length, 'the upload')
    open[0]!.fail(new Error('offline'))
    await eventually(() => button(drop, 'Try again'), 'the lost one')
    give(drop, file('uploading.pdf'), file('refused.exe', 10, 'text/plain'))
    await eventually(() => open.length === 2, 'the next upload')

    await expect(drop).to.be.accessible()
  })

  it('takes files that are dropped on it', async () => {
    const { open, upload } = uploads()
    const drop = await show(upload)
    const zone = find(drop, '.drop')
    const data = new DataTransfer()
    data.items.add(file('dropped.pdf'))
    const event = (type: string) =>
      new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data })

    expect(zone.dispatchEvent(event('dragover'))).to.equal(false)
    await drop.updateComplete
    expect(find(drop, '.zone').classList.contains('over')).to.equal(true)
    zone.dispatchEvent(event('drop'))
    await eventually(() => open.length, 'the upload')

    expect(open[0]!.name).to.equal('dropped.pdf')
    expect(find(drop, '.zone').classList.contains('over')).to.equal(false)
  })

  it('refuses what breaks a limit before anything is sent, and says why', async () => {
    const { open, upload } = uploads()
    const drop = await show(upload)

    give(
      drop,
      file('run.exe', 10, 'application/x-msdownload'),
      file('big.pdf', 1001),
      file('a.pdf', 0),
    )
    await eventually(() => rows(drop).length === 3, 'the rows')

    expect(textIn(row(drop, 'run.exe'))).to.contain('not accepted. Choose PDF or image/*.')
    expect(textIn(row(drop, 'big.pdf'))).to.contain('Larger than 1 kB')
    expect(textIn(row(drop, 'a.pdf'))).to.contain('empty')
    expect(open).to.deep.equal([])
    expect(drop.value).to.equal(undefined)
  })

  it('names a dropped folder as one, and says why the backend refused a file', async () => {
    const { open, upload } = uploads()
    const drop = await show(upload)
    const items = [
      { webkitGetAsEntry: () => ({ isDirectory: true, name: 'drawings' }) },
      { webkitGetAsEntry: () => ({ isDirectory: false, name: 'a.pdf' }) },
    ]
    const dataTransfer = {
      types: ['Files'],
      items,
      files: [file('drawings', 4096, ''), file('a.pdf')],
    }
    const event = new Event('drop', { bubbles: true, cancelable: true })
    Object.assign(event, { dataTransfer })
    find(drop, '.drop').dispatchEvent(event)
    await eventually(() => open.length, 'the upload')
    const refusal = { code: 'validation-failed', detail: 'Not valid: /size.' }
    open[0]!.fail(
      Object.assign(new Error(), refusal, { errors: [{ detail: 'You keep 200 files.' }] }),
    )

    await eventually(() => textIn(row(drop, 'a.pdf')).includes('You keep 200 files.'), 'the reason')
    expect(textIn(row(drop, 'drawings'))).to.contain('This is a folder')
    expect(open).to.have.length(1)
  })

  it('takes no more files than are allowed', async () => {
    const { upload } = uploads()
    const drop = await show(upload)

    give(drop, file('1.pdf'), file('2.pdf'), file('3.pdf'), file('4.pdf'))
    await eventually(() => rows(drop).length === 4, 'the rows')

    expect(textIn(row(drop, '4.pdf'))).to.contain('Only 3 files')
    expect(drop.value).to.have.length(3)
  })

  it('tries a lost upload again', async () => {
    const { open, upload } = uploads()
    const drop = await show(upload)
    give(drop, file('plan.pdf'))
    await eventually(() => open.length, 'the upload')
    open[0]!.fail(new Error('offline'))
    await eventually(() => button(drop, 'Try again'), 'the way to try again')
    expect(drop.value).to.deep.equal([{ name: 'plan.pdf' }])

    button(drop, 'Try again').focus()
    button(drop, 'Try again').click()
    expect(drop.shadowRoot!.activeElement).to.equal(button(drop, 'Cancel'))
    open[1]!.done({})
    await eventually(() => drop.value?.[0] === 'id-plan.pdf', 'the second upload')
  })

  it('cancels an upload and forgets the file', async () => {
    const { open, upload } = uploads()
    const drop = await show(upload)
    give(drop, file('plan.pdf'))
    await eventually(() => open.length, 'the upload')

    button(drop, 'Cancel the upload of plan.pdf').click()
    open[0]!.done({})
    await drop.updateComplete

    expect(open[0]!.signal.aborted).to.equal(true)
    expect(rows(drop)).to.deep.equal([])
    expect(drop.value).to.equal(undefined)
    expect(status(drop)).to.equal('plan.pdf removed')
  })

  it('says why the backend refused a file', async () => {
    const { open, upload } = uploads()
    const drop = await show(upload)
    give(drop, file('a.pdf'), file('b.pdf'))
    await eventually(() => open.length === 2, 'both uploads')

    open[0]!.done({ status: 'rejected', statusReason: 'It holds a virus.' })
    open[1]!.fail(Object.assign(new Error(), { code: 'upload-rejected', detail: 'Encrypted.' }))
    await eventually(() => textIn(row(drop, 'b.pdf')).includes('Encrypted.'), 'the second reason')

    expect(textIn(row(drop, 'a.pdf'))).to.contain('It holds a virus.')
    expect(drop.value).to.equal(undefined)
  })

  it('sends three files at a time', async () => {
    const { open, upload } = uploads()
    const drop = await show(upload)
    drop.maxFiles = 10
    await drop.updateComplete
    give(drop, ...['1', '2', '3', '4', '5'].map((name) => file(`${name}.pdf`)))
    await eventually(() => open.length === 3, 'three uploads')

    open[1]!.done({})
    await eventually(() => open.length === 4, 'the fourth')

    expect(open[3]!.name).to.equal('4.pdf')
  })

  it('keeps the focus near a file that was removed', async () => {
    const drop = await show(undefined, ['f1', 'f2'])
    await eventually(() => rows(drop).length === 2, 'the rows')

    button(drop, 'Remove f2').click()
    expect(drop.shadowRoot!.activeElement).to.equal(button(drop, 'Remove f1'))
    button(drop, 'Remove f1').click()

    expect(drop.shadowRoot!.activeElement).to.equal(find(drop, 'input'))
  })

  it('names a file that was on its way when the page went, until it is chosen again', async () => {
    const { open, upload } = uploads()
    const drop = await show(upload, [{ name: 'plan.pdf' }])
    await eventually(() => rows(drop).length === 1, 'the row')
    expect(textIn(rows(drop)[0])).to.contain('Choose the file again')

    give(drop, file('plan.pdf'))
    await eventually(() => open.length, 'the upload')
    open[0]!.done({})
    await eventually(() => drop.value?.[0] === 'id-plan.pdf', 'the upload')

    expect(rows(drop)).to.have.length(1)
  })

  it('shows a hostile name as text', async () => {
    const evil = '<img src=x onerror=alert(1)>\u202Efdp.exe'
    const drop = await show(undefined, [{ name: evil }])
    await eventually(() => rows(drop).length, 'the row')

    expect(drop.shadowRoot!.querySelector('img')).to.equal(null)
    expect(rows(drop)[0]!.querySelector('bdi')!.textContent).to.equal(evil)
  })
})
