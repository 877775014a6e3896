import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  ownVersion: 'نسختك الخاصة',
  ownVersionHint: 'أضف نصوصك وشعارك وعاين الصورة ثم نزّلها.',
  fillTemplate: 'إضافة النصوص والشعار',
  changeTemplate: 'تغيير النصوص والشعار',
  templateReady: 'صورتك جاهزة.',
  downloadImage: 'تنزيل بصيغة PNG',
  imageExpired: 'يُعاد إنشاء الصورة. نزّلها من جديد بعد لحظات.',
  logoFaint: 'لا يكاد هذا الشعار يتميز عن الخلفية هنا. استخدمه بلون آخر.',
  logoType: 'لا يمكن استخدام هذه الصورة هنا. الصيغ الممكنة هي PNG وJPEG وWebP وGIF.',
  logoLarge: 'هذه الصورة كبيرة جدًا. استخدم صورة أصغر.',
}
