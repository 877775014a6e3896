import { badgeStyles } from '../../primitives/badge/badge.styles.ts'
import { textBlockStyles } from '../../primitives/text-blocks/text-blocks.styles.ts'
import { recordStyles } from '../../record/record.styles.ts'

/** The look of one announcement. */
export const styles = [recordStyles, badgeStyles, textBlockStyles]
