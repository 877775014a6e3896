import { css, svg, html, type TemplateResult } from 'lit'

/** A bar that fills with a share from 0 to 1; words beside it have to say the same. */
export const bar = (share: number): TemplateResult =>
  html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
    <rect width="100" height="1" />
    ${share > 0 ? svg`<rect class="filled" width=${Math.min(share, 1) * 100} height="1" />` : ''}
  </svg>`

/** The look of a bar. */
export const barStyles = css`
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 8px;
    border-radius: var(--_pill-radius);
    overflow: hidden;
  }

  .bar:dir(rtl) {
    transform: scaleX(-1);
  }

  .bar rect {
    fill: var(--_line);
  }

  .bar .filled {
    fill: var(--_accent);
  }

  @media (forced-colors: active) {
    .bar {
      outline: 1px solid;
    }

    .bar .filled {
      fill: Highlight;
    }
  }
`
