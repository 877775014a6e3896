import { css } from 'lit'
import { tokens } from './tokens.ts'

/**
 * The ground of every element: the private tokens, and a reset of every property that the page hands
 * down, save those that are the page's to decide. Write `class="root"` on the outermost element
 * inside. The reset is never on `:host`, where it would beat the page's `[hidden]`; `all` leaves
 * custom properties and `direction` alone (CSS Cascading 4, section 3.2).
 */
export const host = [
  tokens,
  css`
    :host {
      display: block;
    }

    :host([hidden]),
    [hidden] {
      display: none !important;
    }

    :host(:state(unseen)),
    :host(:state(unseen)) dialog {
      visibility: hidden !important;
    }

    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }

    .root {
      all: initial;
      display: block;
      box-sizing: border-box;
      container-type: inline-size;
      color: var(--_text);
      color-scheme: inherit;
      cursor: inherit;
      pointer-events: inherit;
      visibility: inherit;
      font-family: var(--_font-family);
      font-size: var(--_font-size);
      line-height: var(--_font-line);
      overflow-wrap: anywhere;
      -webkit-text-size-adjust: 100%;
    }

    h2,
    h3,
    p,
    ol,
    ul,
    dl,
    dd,
    fieldset,
    legend {
      margin: 0;
      padding: 0;
      border: 0;
    }

    h2,
    h3 {
      font-family: var(--_font-heading);
      font-weight: var(--_font-strong);
      font-size: 1em;
      line-height: 1.3;
      text-wrap: balance;
    }

    h2 {
      font-size: 1.35em;
      letter-spacing: -0.01em;
    }

    small,
    .small {
      font-size: 0.867em;
    }

    .muted {
      color: var(--_muted);
    }

    a {
      color: var(--_accent-text);
      text-underline-offset: 0.2em;
    }

    :focus-visible {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
    }

    .icon {
      flex: none;
      inline-size: 1.2em;
      block-size: 1.2em;
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
      vertical-align: -0.2em;
    }

    .away {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    @media (prefers-reduced-motion: reduce) {
      * {
        transition: none !important;
        animation: none !important;
      }
    }
  `,
]
