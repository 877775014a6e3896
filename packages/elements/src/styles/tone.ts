import { css } from 'lit'

/** The tones of notes and badges, which words say too: sets `--_tone` and `--_tone-soft`. */
export const toneStyles = css`
  .note,
  .badge {
    background: var(--_tone-soft, var(--_accent-soft));
  }

  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid color-mix(in srgb, var(--_tone, var(--_accent)) 30%, transparent);
    border-radius: var(--_radius);
  }

  .note > .icon {
    color: var(--_tone, var(--_accent));
    align-self: start;
    margin-block-start: 0.15em;
  }

  .note > p {
    flex: 1 1 12em;
  }

  .warning {
    --_tone: var(--_warning);
    --_tone-soft: var(--_warning-soft);
  }

  .error {
    --_tone: var(--_danger);
    --_tone-soft: var(--_danger-soft);
  }

  .neutral {
    --_tone: var(--_muted);
    --_tone-soft: var(--_sunken);
  }
`
