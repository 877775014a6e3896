import { css } from 'lit'

/** The look of a drop zone. */
export const fileDropStyles = css`
  .zone {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    background: var(--_sunken);
    color: var(--_muted);
    text-align: center;
  }

  .over {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }

  .zone label {
    position: relative;
  }

  .zone label:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .zone label:has(:disabled) {
    opacity: 0.55;
    cursor: not-allowed;
  }

  .zone input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    cursor: inherit;
  }

  @media (hover: none) {
    .by-hand {
      display: none;
    }
  }
`
