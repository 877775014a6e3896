import { css } from 'lit'

/** The look of labels, hints, errors and native controls. */
export const controlStyles = css`
  .field {
    display: flex;
    flex-direction: column;
    gap: var(--_space);
    min-inline-size: 0;
  }

  .label {
    font-weight: var(--_font-strong);
    line-height: 1.35;
  }

  legend.label {
    margin-block-end: var(--_space);
  }

  .hint {
    color: var(--_muted);
  }

  .hint,
  .wrong {
    font-size: 0.867em;
    line-height: 1.45;
  }

  .mark,
  .wrong,
  .why {
    color: var(--_danger);
  }

  .wrong {
    display: flex;
    gap: calc(var(--_space) * 1.5);
  }

  .wrong .icon {
    margin-block-start: 0.1em;
  }

  .control {
    appearance: none;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_control-height);
    margin: 0;
    padding: var(--_space) calc(var(--_space) * 3);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    line-height: 1.3;
    text-align: start;
    transition: border-color var(--_duration);
  }

  .control::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .control:hover:not(:read-only) {
    border-color: var(--_text);
  }

  .control:focus-visible {
    position: relative;
    outline: 2px solid var(--_focus);
    outline-offset: -1px;
    border-color: var(--_focus);
  }

  .control[aria-invalid] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  .control:read-only:not(select),
  select.control:disabled,
  .control:read-only + span.unit {
    border-color: var(--_line);
    background: var(--_sunken);
    color: var(--_text);
    opacity: 1;
  }

  .control:is(:read-only:not(select), :disabled) ~ .icon {
    display: none;
  }

  /* What is written from left to right still stands where the reader's lines begin. */
  .field:dir(rtl) input.control:dir(ltr) {
    text-align: end;
  }

  textarea.control {
    display: block;
    padding-block: 0.5em;
    min-block-size: 5.5em;
    max-block-size: 24em;
    resize: vertical;
    field-sizing: content;
  }

  .combo {
    position: relative;
    min-inline-size: 0;
  }

  .combo > .control {
    padding-inline-end: calc(var(--_space) * 9);
    text-overflow: ellipsis;
  }

  .combo:dir(rtl) > .control:dir(ltr),
  .combo:dir(ltr) > .control:dir(rtl) {
    padding-inline: calc(var(--_space) * 9) calc(var(--_space) * 3);
  }

  .combo > .icon {
    position: absolute;
    inset-block-start: calc(var(--_control-height) / 2 - 0.5em);
    inset-inline-end: calc(var(--_space) * 3);
    inline-size: 1em;
    block-size: 1em;
    color: var(--_muted);
    pointer-events: none;
  }

  input[type='date'].control {
    inline-size: auto;
    min-inline-size: 11em;
  }

  .number {
    font-variant-numeric: tabular-nums;
  }

  .count {
    text-align: end;
  }

  .dated {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 3);
  }

  .joined {
    display: flex;
  }

  .joined .number {
    flex: 1;
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  /* A number has a direction of its own. */
  .joined:dir(rtl) .number {
    border-radius: 0 var(--_radius) var(--_radius) 0;
  }

  .unit {
    flex: none;
    margin-inline-start: -1px;
  }

  .unit .control {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  span.unit {
    display: grid;
    align-items: center;
    padding-inline: calc(var(--_space) * 3);
    border: var(--_border-width) solid var(--_border);
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
    background: var(--_sunken);
    color: var(--_muted);
  }

  .lines {
    container-type: inline-size;
    display: grid;
    gap: calc(var(--_space) * 3);
  }

  .lines-end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
  }

  @media (pointer: coarse) {
    .control,
    .check {
      min-block-size: 44px;
      font-size: max(16px, 1em);
    }
  }

  @media (forced-colors: active) {
    .control[aria-invalid]:not(:focus-visible) {
      outline: 1px solid;
    }
  }
`
