import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  ownVersion: 'نسختكم الخاصة',
  ownVersionHint: 'أضيفوا نصوصكم وشعاركم وعاينوا الصورة ثم نزّلوها.',
  fillTemplate: 'إضافة النصوص والشعار',
  changeTemplate: 'تغيير النصوص والشعار',
  templateReady: 'صورتكم جاهزة.',
  downloadImage: 'تنزيل بصيغة PNG',
  imageExpired: 'يُعاد إنشاء الصورة. نزّلوها من جديد بعد لحظات.',
  logoFaint: 'لا يكاد هذا الشعار يتميز عن الخلفية هنا. استخدموه بلون آخر.',
  logoType: 'لا يمكن استخدام هذه الصورة هنا. الصيغ الممكنة هي PNG وJPEG وWebP وGIF.',
  logoLarge: 'هذه الصورة كبيرة جدًا. استخدموا صورة أصغر.',
}
