import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  messages: 'الرسائل',
  partnerOnly: 'لا تقرؤها إلا شركتك',
  noMessages: 'لا رسائل بعد. تصل الرسائل التي تكتبها هنا إلى {vendor}.',
  noPartnerMessages: 'لا رسائل بعد. الرسائل التي تكتبها هنا لا تقرؤها إلا شركتك.',
  write: 'رسالتك',
  room: {
    zero: 'لم يبقَ أي حرف',
    one: 'بقي حرف واحد',
    two: 'بقي حرفان',
    few: 'بقيت {n} أحرف',
    many: 'بقي {n} حرفًا',
    other: 'بقي {n} حرف',
  },
  tooLong: 'الحد الأقصى للرسالة {n} حرف. قصّرها بمقدار {over}.',
  send: 'إرسال',
  messageSent: 'أُرسلت رسالتك.',
  stale: 'جرى تعديله في الأثناء. ما أدخلته محفوظ؛ راجعه وأرسل من جديد.',
  notKnown: 'لم يُعرف بعد هل وصل ذلك',
  messageOpen: 'لم يُعرف بعد هل وصلت رسالتك. أرسلها مرة أخرى: لن تُحتسب إلا مرة واحدة.',
  messageOlder: 'وصلت رسالتك بصيغتها السابقة. ما غيّرته ما زال هنا، وسيكون رسالة جديدة إن أرسلته.',
  actionOpen: 'لم يُعرف بعد هل وصل هذا. أرسله مرة أخرى: لن يُحتسب إلا مرة واحدة.',
  actionOlder: 'وصلت صيغة سابقة وهي المعتمدة. ما غيّرته بعد ذلك لم يُرسل.',
}
