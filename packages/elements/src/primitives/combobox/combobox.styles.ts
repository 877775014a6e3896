import { css } from 'lit'
import { lateTokens } from '../../styles/late-tokens.ts'

/** The look of the list of a combobox. */
export const comboboxStyles = [
  lateTokens,
  css`
    .popup {
      position: fixed;
      inset: auto;
      margin: 0;
      min-inline-size: min(240px, 90vw);
      max-block-size: 320px;
      overflow: auto;
      overscroll-behavior: contain;
      padding: var(--_space);
      border: var(--_border-width) solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_raised);
      color: var(--_text);
      box-shadow: var(--_shadow);
    }

    .popup .hint {
      padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    }

    [role='option'] {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 calc(var(--_space) * 2);
      min-block-size: calc(var(--_space) * 9);
      padding: var(--_space) calc(var(--_space) * 3);
      border-radius: calc(var(--_radius) - 2px);
      line-height: 1.35;
      cursor: pointer;
    }

    [role='option'] > span {
      flex: 1;
      min-inline-size: 50%;
    }

    [role='option']:hover {
      background: var(--_sunken);
    }

    [role='option'][aria-selected='true'] {
      background: var(--_accent-soft);
      outline: 2px solid var(--_focus);
      outline-offset: -2px;
    }

    [role='option'] .icon {
      color: var(--_accent-text);
    }

    @media (pointer: coarse) {
      [role='option'] {
        min-block-size: 44px;
      }
    }
  `,
]
