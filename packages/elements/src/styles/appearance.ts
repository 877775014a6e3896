import type { AppearanceVariables } from './appearance-variables.ts'

/** How widgets look, from a script. */
export interface Appearance {
  /** Public tokens without their prefix, such as `color-accent`. */
  readonly variables?: AppearanceVariables
}

/** Which colours widgets use; `inherit` follows the page's own `color-scheme`. */
export type ColorScheme = 'light' | 'dark' | 'auto' | 'inherit'

/** Writes an appearance into a style sheet that every widget of a portal adopts. */
export function applyAppearance(
  sheet: CSSStyleSheet | undefined,
  { variables = {} }: Appearance,
  scheme: ColorScheme,
): CSSStyleSheet | undefined {
  if (!sheet && scheme === 'inherit' && !Object.keys(variables).length) return
  try {
    const target = sheet ?? new CSSStyleSheet()
    target.replaceSync(':host{}')
    // Set one by one, so that no value can end its rule and begin another.
    const { style } = target.cssRules[0] as CSSStyleRule
    for (const [name, value] of Object.entries(variables)) style.setProperty(`--prm-${name}`, value)
    style.colorScheme = scheme === 'auto' ? 'light dark' : scheme
    return target
  } catch {
    return sheet
  }
}
