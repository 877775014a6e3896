import { css } from 'lit'

/** The card around a widget, its placeholder and its notes. */
export const frameStyles = css`
  .frame {
    padding: var(--_padding);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }

  .waiting {
    min-block-size: var(--prm-reserve, 240px);
  }

  .bone {
    block-size: 1em;
    margin-block-end: calc(var(--_space) * 4);
    border-radius: var(--_radius);
    background: var(--_sunken);
    animation: pulse 1.6s ease-in-out infinite;
  }

  .bone:nth-child(odd) {
    inline-size: 40%;
  }

  .bone:nth-child(even) {
    block-size: calc(var(--_space) * 10);
  }

  @keyframes pulse {
    50% {
      opacity: 0.45;
    }
  }

  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-inline-start: 3px solid var(--_tone, var(--_accent));
    border-radius: var(--_radius);
    background: var(--_tone-soft, var(--_accent-soft));
  }

  .note > p {
    flex: 1 1 60%;
  }

  .warning {
    --_tone: var(--_warning);
    --_tone-soft: var(--_warning-soft);
  }

  .error {
    --_tone: var(--_danger);
    --_tone-soft: var(--_danger-soft);
  }

  .success {
    --_tone: var(--_success);
    --_tone-soft: var(--_success-soft);
  }

  .blank {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: calc(var(--_space) * 3);
    text-align: center;
  }

  @container (inline-size < 480px) {
    .frame {
      padding: min(var(--_padding), calc(var(--_space) * 4));
    }
  }

  @media (forced-colors: active) {
    .bone {
      border: 1px solid;
    }
  }
`
