import { css } from 'lit'

/** The look of `<button class="button">`: also `primary`, `quiet`, `danger` and `square`. */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_control-height);
    margin: 0;
    padding: var(--_space) calc(var(--_space) * 4);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_button-radius);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    font-weight: var(--_font-strong);
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    overflow-wrap: break-word;
    cursor: pointer;
    transition:
      background-color var(--_duration),
      border-color var(--_duration);
  }

  .button:hover {
    background: var(--_sunken);
  }

  .primary,
  .primary:hover {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }

  .quiet {
    border-color: transparent;
    background: none;
    color: var(--_accent-text);
  }

  .danger {
    border-color: currentColor;
    color: var(--_danger);
  }

  .square {
    flex: none;
    padding: 0;
    inline-size: var(--_control-height);
    color: inherit;
  }

  .button:active {
    transform: translateY(1px);
  }

  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: not-allowed;
  }

  @media (pointer: coarse) {
    .button {
      min-block-size: 44px;
    }
  }
`
