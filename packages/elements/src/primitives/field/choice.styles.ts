import { css } from 'lit'

/** The look of options to choose from. */
export const choiceStyles = css`
  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 1.5);
  }

  /* Many stand in columns, where a reader finds them. */
  .checks:has(> :nth-child(4)) {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(11em, 1fr));
  }

  .check {
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_space) * 2);
    padding-block: var(--_space);
    line-height: 1.4;
    cursor: pointer;
  }

  .check input {
    flex: none;
    inline-size: 1.2em;
    block-size: 1.2em;
    margin: 0.1em 0 0;
    accent-color: var(--_accent);
    cursor: inherit;
  }

  .check bdi {
    white-space: pre-line;
  }

  @container (inline-size < 400px) {
    .checks {
      flex-direction: column;
      padding: 0;
    }
  }
`
