import { css } from 'lit'
import { lateTokens } from '../../styles/late-tokens.ts'

/** The look of `toast()`. */
export const toastStyles = [
  lateTokens,
  css`
    .toasts {
      position: fixed;
      inset: auto 0 0;
      display: grid;
      justify-items: center;
      gap: calc(var(--_space) * 2);
      inline-size: auto;
      block-size: auto;
      margin: 0;
      padding: calc(var(--_space) * 5);
      border: 0;
      background: none;
      pointer-events: none;
      overflow: visible;
    }

    .toast {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 3);
      max-inline-size: 100%;
      inline-size: fit-content;
      padding: calc(var(--_space) * 2) calc(var(--_space) * 2) calc(var(--_space) * 2)
        calc(var(--_space) * 4);
      border-radius: var(--_radius);
      background: var(--_text);
      color: var(--_surface);
      box-shadow: var(--_shadow);
      pointer-events: auto;
      transition:
        opacity var(--_duration),
        translate var(--_duration);
    }

    @starting-style {
      .toast {
        opacity: 0;
        translate: 0 calc(var(--_space) * 2);
      }
    }

    .toast > span {
      flex: 1;
    }

    .toast .button {
      border-color: transparent;
      background: none;
      color: inherit;
    }

    .toast .button:not(.square) {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }

    .toast :focus-visible {
      outline-color: currentColor;
    }

    @media (forced-colors: active) {
      .toast {
        border: 1px solid;
      }
    }
  `,
]
