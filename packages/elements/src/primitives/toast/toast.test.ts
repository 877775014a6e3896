import { expect, fixture, html, nextFrame } from '@open-wc/testing'
import { textIn } from '../../../test/mount.ts'
import { toast } from './toast.ts'

const region = (root: Element) => root.querySelector<HTMLElement>('.toasts')

describe('toast', () => {
  it('speaks through a live region that was there before', async () => {
    const root = await fixture(html`<div></div>`)

    toast(root, { text: 'Saved', closeLabel: 'Close' })
    expect(region(root)?.getAttribute('role')).to.equal('status')
    expect(textIn(region(root))).to.equal('')
    await nextFrame()

    expect(textIn(region(root))).to.equal('Saved')
    expect(region(root)?.matches(':popover-open')).to.equal(true)
    await expect(root).to.be.accessible()
  })

  it('covers nothing that has the keyboard', async () => {
    const root = await fixture(html`<div><button>Copy</button></div>`)
    const button = root.querySelector('button')!
    ;(root as HTMLElement).style.paddingBlock = '100vh'
    button.scrollIntoView({ block: 'center' })
    button.focus({ focusVisible: true } as FocusOptions)

    toast(root, { text: 'Copied', closeLabel: 'Close' })
    await nextFrame()

    const { top } = region(root)!.firstElementChild!.getBoundingClientRect()
    expect(button.getBoundingClientRect().bottom).to.be.lessThan(top)
  })

  it('goes away by itself, but not while it is pointed at', async () => {
    const root = await fixture(html`<div></div>`)
    toast(root, { text: 'Pointed at', closeLabel: 'Close', duration: 30 })
    await nextFrame()
    const note = region(root)!.firstElementChild!
    note.dispatchEvent(new PointerEvent('pointerenter'))
    toast(root, { text: 'Left alone', closeLabel: 'Close', duration: 40 })
    await nextFrame()
    while (region(root)!.childElementCount > 1) await nextFrame()
    expect(note.isConnected).to.equal(true)

    note.dispatchEvent(new PointerEvent('pointerleave'))
    while (note.isConnected) await nextFrame()

    expect(region(root)?.matches(':popover-open')).to.equal(false)
  })

  it('has its whole time on screen when the first frame comes late', async () => {
    const root = await fixture(html`<div></div>`)
    const { requestAnimationFrame } = window
    const frames: FrameRequestCallback[] = []
    window.requestAnimationFrame = (run) => frames.push(run)
    toast(root, { text: 'Said in the background', closeLabel: 'Close', duration: 0 })
    window.requestAnimationFrame = requestAnimationFrame
    await nextFrame()
    await nextFrame()

    for (const run of frames) run(performance.now())
    expect(textIn(region(root))).to.equal('Said in the background')
    while (region(root)!.childElementCount > 0) await nextFrame()

    expect(region(root)?.matches(':popover-open')).to.equal(false)
  })

  it('runs its action and closes', async () => {
    const root = await fixture(html`<div></div>`)
    let undone = 0
    const action = { label: 'Undo', run: () => (undone += 1) }
    toast(root, { text: 'Withdrawn', closeLabel: 'Close', action })
    await nextFrame()

    region(root)?.querySelector('button')?.click()

    expect(undone).to.equal(1)
    expect(region(root)?.childElementCount).to.equal(0)
  })
})
