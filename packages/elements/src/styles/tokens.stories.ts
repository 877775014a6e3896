import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { css, html } from 'lit'
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
`

const described = (group: object) =>
  Object.entries(group).filter(([name]) => !name.startsWith('$')) as [
    string,
    { $description?: string },
  ][]

export default { title: 'Design/Tokens' } satisfies Meta

/** Each colour in light and in dark, with the tints that follow from others. */
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

/** Text, corners and shadows. */
export const TextAndShape: StoryObj = {
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
          <div class="sample" style="border-radius: var(--_radius); box-shadow: var(--_shadow)">
            Corners and the shadow of popups and dialogs.
          </div>
        </div>
      `,
    ),
}
