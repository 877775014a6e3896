import { css } from 'lit'

/** The look of a drop zone and its files. */
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

  .cover {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    cursor: inherit;
  }

  .files {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 2);
    list-style: none;
  }

  .files > li {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding-inline-start: calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .files > .bad {
    border-color: var(--_danger);
  }

  .files .name {
    flex: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    align-items: center;
    min-inline-size: 0;
    padding-block: calc(var(--_space) * 2);
  }

  .files .name > :last-child {
    flex-basis: 100%;
  }

  .files progress {
    block-size: 6px;
    accent-color: var(--_accent);
  }

  .bad > .icon {
    color: var(--_danger);
  }

  @media (hover: none) {
    .by-hand {
      display: none;
    }
  }
`
