import { grouped, type Drawn } from '../field/frame.ts'
import { fileDrop } from './file-drop.ts'
import type { FileValue } from './file-drop-options.ts'

/** Attached files. */
export function fileField(drawn: Drawn) {
  const { context, field, state, id, attributes } = drawn
  return grouped(
    drawn,
    fileDrop({
      t: context.t,
      locale: context.locale,
      upload: context.upload,
      files: context.files,
      accept: field.accept,
      maxFiles: field.maxFiles,
      maxSize: field.maxSize,
      attributes: { id: `${id}-files`, 'aria-describedby': attributes['aria-describedby'] },
      value: state.value as FileValue | undefined,
      readOnly: state.readOnly,
      onInput: state.onInput,
    }),
    true,
  )
}
