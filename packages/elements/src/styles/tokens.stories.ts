import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { css, html, nothing } from 'lit'
import { ref } from 'lit/directives/ref.js'
import { contrast as measured } from '../../test/contrast.ts'
import { stage } from '../../test/stage.ts'
import tokens from './tokens.json' with { type: 'json' }

const sheet = css`
  .sheet {
    display: grid;
    gap: calc(var(--_space) * 6);
    padding: calc(var(--_space) * 6);
    background: var(--_surface);
    border-radius: var(--_radius);
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
    gap: calc(var(--_space) * 5);
    list-style: none;
  }
  li {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    align-content: start;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    block-size: 56px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: hidden;
  }
  .light {
    color-scheme: light;
  }
  .dark {
    color-scheme: dark;
  }
  code {
    font-size: 0.867em;
  }
  .bars span {
    display: block;
    block-size: 16px;
    background: var(--_accent);
    border-radius: 2px;
  }
  .sample {
    padding: calc(var(--_space) * 4);
    background: var(--_raised);
    border: 1px solid var(--_line);
  }
  .measured span {
    display: grid;
    place-items: center;
  }
  .plain {
    color: var(--_text);
  }
  .rows {
    display: grid;
    gap: calc(var(--_space) * 4);
    list-style: none;
  }
`

/** The colours that must be legible, their ground, and the contrast that WCAG 2.2 AA asks for. */
const legible: Record<string, { on: string; least: number }> = {
  text: { on: 'surface', least: 4.5 },
  muted: { on: 'surface', least: 4.5 },
  border: { on: 'raised', least: 3 },
  accent: { on: 'surface', least: 4.5 },
  'on-accent': { on: 'accent', least: 4.5 },
  focus: { on: 'surface', least: 3 },
  danger: { on: 'danger-soft', least: 4.5 },
  warning: { on: 'warning-soft', least: 4.5 },
  success: { on: 'success-soft', least: 4.5 },
}

/** Writes the contrast of the place around it, as it is now. */
async function measure(element: Element | undefined) {
  await new Promise(requestAnimationFrame)
  if (!element?.parentElement || !element.isConnected) return
  const { color, backgroundColor } = getComputedStyle(element.parentElement)
  element.textContent = `${measured(color, backgroundColor).toFixed(1)} : 1`
}

/** How legible a colour is on its ground, in light and in dark. */
function contrast(name: string) {
  const { on, least = 0 } = legible[name] ?? {}
  if (!on) return nothing
  const half = (scheme: string) => html`
    <span class=${scheme} style="color: var(--_${name}); background: var(--_${on})">
      <b class=${least < 4.5 ? 'plain' : ''} ${ref((element) => void measure(element))}></b>
    </span>
  `
  return html`
    <div class="pair measured">${half('light')}${half('dark')}</div>
    <span class="small muted">On ${on}; at least ${least} : 1.</span>
  `
}

const described = (group: object) =>
  Object.entries(group).filter(([name]) => !name.startsWith('$')) as [
    string,
    { $description?: string },
  ][]

/**
 * Every colour, distance and corner comes from one file of design tokens. Set a token as a CSS
 * variable on the page, on `prm-portal` or on one widget; what depends on it follows. The figures
 * under a colour are its contrast with the accent and colours that the toolbar shows now.
 */
export default { title: 'Design/Tokens' } satisfies Meta

/** Each colour in light and in dark, with the tints that follow from others, and how legible it is. */
export const Colours: StoryObj = {
  render: () =>
    stage(
      sheet,
      () => html`
        <div class="sheet">
          <h2>Colours</h2>
          <ul class="grid" role="list">
            ${described(tokens.color).map(
              ([name, { $description }]) => html`
                <li>
                  <div class="pair">
                    <span class="light" style="background: var(--_${name})"></span>
                    <span class="dark" style="background: var(--_${name})"></span>
                  </div>
                  <code>--prm-color-${name}</code>
                  <span class="small muted">${$description}</span>
                  ${contrast(name)}
                </li>
              `,
            )}
          </ul>
        </div>
      `,
    ),
}

/** The unit of every distance, and what it makes. */
export const Space: StoryObj = {
  render: () =>
    stage(
      sheet,
      () => html`
        <div class="sheet">
          <h2>Space</h2>
          <ul class="grid bars" role="list">
            ${[1, 2, 3, 4, 6, 8, 12].map(
              (times) => html`
                <li>
                  <span style="inline-size: calc(var(--_space) * ${times})"></span>
                  <code>--prm-space × ${times}</code>
                </li>
              `,
            )}
          </ul>
        </div>
      `,
    ),
}

/** Every size follows `--prm-font-size`; the typeface is the page's own unless set. */
export const Type: StoryObj = {
  render: () =>
    stage(
      sheet,
      () => html`
        <div class="sheet">
          <h2>A heading that says what this is about</h2>
          <h3>A smaller one above a group</h3>
          <p>
            Text is set in the font of the page around it, in a size that every other size follows.
          </p>
          <p class="muted">Secondary text: hints, times, units.</p>
          <p class="small muted">Small text, for what is there when one looks for it.</p>
          <p><a href="#top">A link</a> in the accent.</p>
          <ul class="rows" role="list">
            ${described(tokens.font).map(
              ([name, { $description }]) => html`
                <li>
                  <code>--prm-font-${name}</code>
                  <span class="small muted">${$description}</span>
                </li>
              `,
            )}
          </ul>
        </div>
      `,
    ),
}

const shapes = [
  ['radius', 'border-radius: var(--_radius)', tokens.radius.$description],
  ['button-radius', 'border-radius: var(--_button-radius)', tokens.button.radius.$description],
  ['card-radius', 'border-radius: var(--_card-radius)', tokens.card.radius.$description],
  ['pill-radius', 'border-radius: var(--_pill-radius)', tokens.pill.radius.$description],
  ['border-width', 'border-width: var(--_border-width)', tokens.border.width.$description],
  [
    'control-height',
    'block-size: var(--_control-height); padding-block: 0',
    tokens.control.height.$description,
  ],
  [
    'shadow',
    'border-radius: var(--_radius); box-shadow: var(--_shadow)',
    tokens.shadow.$description,
  ],
] as const

/** The corners, outlines and heights, and the shadow under popups. */
export const Shape: StoryObj = {
  render: () =>
    stage(
      sheet,
      () => html`
        <div class="sheet">
          <h2>Corners and shadow</h2>
          <ul class="grid" role="list">
            ${shapes.map(
              ([name, look, description]) => html`
                <li>
                  <div class="sample" style=${look}>Sample</div>
                  <code>--prm-${name}</code>
                  <span class="small muted">${description}</span>
                </li>
              `,
            )}
          </ul>
        </div>
      `,
    ),
}
