import type { Translation } from '../../base/localize.ts'
import type { messages as english } from './en.ts'

export const messages: Translation<typeof english> = {
  unseenChecking: 'جارٍ التحقق من أنك ما زلت مسجّل الدخول…',
  unseenRefused: 'انتهى تسجيل دخولك، لذا أُخفي هذا المحتوى. سجّل الدخول مجددًا وستجده كما تركته.',
  unseenOffline:
    'أنت غير متصل بالإنترنت. سيبقى هذا المحتوى مخفيًا حتى يتأكد أنك ما زلت مسجّل الدخول.',
  unseenUnreachable:
    'تعذّر التحقق من أنك ما زلت مسجّل الدخول. سيبقى هذا المحتوى مخفيًا حتى ذلك الحين.',
  unseenRetry: 'تحقّق مجددًا',
}
