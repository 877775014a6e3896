import type { Choice } from '../field/context.ts'

/** Text without case and accents, for comparing. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** The entries that contain a text, those that begin with it first. */
export function filterChoices(choices: readonly Choice[], text: string): readonly Choice[] {
  const wanted = fold(text)
  if (!wanted) return choices
  const place = ({ value, label, detail = '' }: Choice) =>
    [label, detail, value].reduce((best, one) => {
      const at = ` ${fold(one)}`.indexOf(wanted)
      return at < 0 ? best : Math.min(best, at)
    }, Infinity)
  return choices
    .map((choice) => [place(choice), choice] as const)
    .filter(([at]) => at < Infinity)
    .sort(([a], [b]) => Math.min(a, 2) - Math.min(b, 2))
    .map(([, choice]) => choice)
}

/** The one entry that a text names: by its label, its detail, or what is stored. */
export function exactChoice(choices: readonly Choice[], text: string): Choice | undefined {
  const wanted = fold(text)
  const exact = choices.filter(({ value, label, detail = '' }) =>
    [value, label, detail].some((one) => fold(one) === wanted),
  )
  return exact.length === 1 ? exact[0] : undefined
}
