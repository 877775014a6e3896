// Measures of a page: axe’s rules, names of controls, text that sticks out or is cut off.
import axeCore from 'axe-core'
import type { Page } from 'playwright-core'

type AxeWindow = { axe: typeof axeCore }

/** Rules about whole pages, which a story is not. */
const ofPages = ['region', 'landmark-one-main', 'page-has-heading-one', 'bypass', 'document-title']

/** Runs axe on the page, with all rules that concern a part of a page or with these only. */
export async function axe(page: Page, rules: string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source)
  return page.evaluate(
    async ([only, without]) => {
      const { axe } = window as never as AxeWindow
      const { violations } = await axe.run(document, {
        resultTypes: ['violations'],
        ...(only.length > 0
          ? { runOnly: { type: 'rule', values: only } }
          : { rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])) }),
      })
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, any }) => {
          const why = any[0]?.message ?? help
          return `${id}: ${target.flat().join(' ')}: ${why}`
        }),
      )
    },
    [rules, ofPages] as const,
  )
}

type Value = { value?: unknown }
type Node = { ignored: boolean; role?: Value; name?: Value; properties?: { name: string }[] }

const controls =
  /^(button|link|textbox|searchbox|combobox|checkbox|radio|switch|slider|spinbutton|listbox|option|menuitem|tab|dialog|progressbar|table|region|group|radiogroup)$/i
/** These may go without a name. */
const anonymous = /^(group|table)$/i

/** Controls that have a role for the browser and no name, also those whose role axe cannot see. */
export async function namelessControls(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] }
    return nodes
      .filter(({ ignored, role }) => !ignored && controls.test(String(role?.value)))
      .filter(({ role }) => !anonymous.test(String(role?.value)))
      .filter(({ name }) => !String(name?.value ?? '').trim())
      .map(({ role }) => `a ${role?.value} has no name`)
  } finally {
    await session.detach()
  }
}

/** The parts that stick out of the page sideways, are cut off, or stand on the wrong side for their language. */
export function wrongInLayout(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = []
    const width = document.documentElement.clientWidth
    const nameOf = (element: Element) => {
      const classes = [...element.classList].join('.')
      const text = element.textContent?.trim().replace(/\s+/g, ' ').slice(0, 40)
      return `${element.localName}${classes ? `.${classes}` : ''} “${text}”`
    }
    const scrolls = (style: CSSStyleDeclaration) => /auto|scroll/.test(style.overflowX)
    const hides = (style: CSSStyleDeclaration) => /hidden|clip/.test(style.overflowX)

    if (document.documentElement.scrollWidth > width)
      wrong.push(`the page is ${document.documentElement.scrollWidth} px wide, not ${width}`)

    const visit = (element: Element, mayStickOut: boolean) => {
      const style = getComputedStyle(element)
      const { left, right, width: own, height } = element.getBoundingClientRect()
      const unseen =
        style.display === 'none' || style.visibility === 'hidden' || style.clipPath !== 'none'
      if (unseen) return
      if (own > 0 && height > 0 && !mayStickOut && (left < -1 || right > width + 1))
        wrong.push(`${nameOf(element)} sticks out: ${Math.round(left)} to ${Math.round(right)}`)
      const cut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
      if (cut && hides(style) && style.textOverflow !== 'ellipsis' && !element.matches('input'))
        wrong.push(`${nameOf(element)} is cut off`)
      if (/^h[23]$/.test(element.localName)) checkSide(element)
      const inside = mayStickOut || scrolls(style) || hides(style)
      for (const child of element.shadowRoot?.children ?? element.children) visit(child, inside)
      if (element.shadowRoot) for (const child of element.children) visit(child, inside)
    }

    /** Whether something stands on a level with an element, where its line begins. */
    const follows = (element: Element, fromRight: boolean) => {
      const own = element.getBoundingClientRect()
      return [...(element.parentElement?.children ?? [])].some((other) => {
        const { left, right, top, bottom, width } = other.getBoundingClientRect()
        const isLevel = width > 0 && top < own.bottom - 1 && bottom > own.top + 1
        return isLevel && (fromRight ? left >= own.right - 1 : right <= own.left + 1)
      })
    }

    /**
     * A heading begins where its language begins, unless it is centred: on that side of its card
     * or section, and of all that is around it up to the first that stands in a later column.
     */
    const checkSide = (heading: Element) => {
      const range = document.createRange()
      range.selectNodeContents(heading)
      const text = range.getBoundingClientRect()
      if (text.width === 0 || !heading.closest('[dir]')) return
      const fromRight = getComputedStyle(heading).direction === 'rtl'
      const isWrong = (around: Element) => {
        const box = around.getBoundingClientRect()
        const [before, behind] = [text.left - box.left, box.right - text.right]
        return Math.abs(before - behind) >= 4 && before > behind !== fromRight
      }
      let measured = 0
      for (let at: Element | null = heading; at; at = at.parentElement) {
        const isColumn = at.matches('section, li, [dir]')
        if (isColumn && isWrong(at)) {
          wrong.push(`${nameOf(heading)} begins on the wrong side`)
          return
        }
        if (isColumn) measured++
        if (at.matches('[dir]') || (measured > 0 && follows(at, fromRight))) return
      }
    }

    const root = document.querySelector('#storybook-root') ?? document.body
    visit(root, false)
    return wrong
  })
}

/** Elements that do not follow the page when it is written from right to left. */
export const leftToRight = (page: Page): Promise<string[]> =>
  page
    .locator('.root[dir=ltr]')
    .evaluateAll((roots) =>
      roots.map((root) => ((root.getRootNode() as ShadowRoot).host ?? root).localName),
    )

/** Elements whose frame is empty: nobody is told anything. */
export const blank = (page: Page): Promise<string[]> =>
  page.locator('.frame').evaluateAll((frames) => {
    const textOf = (within: Element | ShadowRoot): string =>
      [...within.querySelectorAll('*')].reduce(
        (text, { shadowRoot }) => (shadowRoot ? text + textOf(shadowRoot) : text),
        within.textContent ?? '',
      )
    return frames
      .filter((frame) => textOf(frame).trim() === '')
      .map((frame) => ((frame.getRootNode() as ShadowRoot).host ?? frame).localName)
  })
