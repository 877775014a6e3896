import { dialogStyles } from '../primitives/dialog/dialog.styles.ts'
import { fieldStyles } from '../primitives/field/field.styles.ts'
import { actionDialogStyles } from '../record/action-dialog.styles.ts'

/** The look of the dialog for a link. */
export const styles = [fieldStyles, dialogStyles, actionDialogStyles].flat()
