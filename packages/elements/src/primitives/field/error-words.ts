import { AsyncDirective, directive } from 'lit/async-directive.js'
import type { Field } from '@prmkit/contract'
import type { FieldContext, ShownError } from './context.ts'

const load = () => import('./error-text.ts')
let loaded: Awaited<ReturnType<typeof load>> | undefined

class ErrorWordsDirective extends AsyncDirective {
  render(context: FieldContext, field: Field, error: ShownError): string {
    if (loaded) return loaded.errorText(context, field, error)
    load().then(
      (module) => {
        loaded = module
        this.setValue(module.errorText(context, field, error))
      },
      () => {},
    )
    return error.detail ?? context.t('errorOther')
  }
}

/** What is wrong with a field, in words that are loaded with the first error. */
export const errorWords = directive(ErrorWordsDirective)
