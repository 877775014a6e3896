import { escapeAttribute, escapeText } from '../rules/shared/html-marks.ts'
import { play, type PlayerFacts } from './play.ts'

const english = {
  saved: 'Your result is saved. You can close this page.',
  failed:
    'Your result could not be sent. Check your connection; it is sent again with the next step.',
  ended: 'This course is over, or was opened again elsewhere. Nothing more is saved here.',
  back: 'Back to the portal',
}

const words: Readonly<Record<string, typeof english>> = {
  en: english,
  de: {
    saved: 'Ihr Ergebnis ist gespeichert. Sie können diese Seite schließen.',
    failed:
      'Ihr Ergebnis konnte nicht gesendet werden. Prüfen Sie Ihre Verbindung; mit dem nächsten Schritt wird es erneut gesendet.',
    ended:
      'Dieser Kurs ist beendet oder wurde anderswo erneut geöffnet. Hier wird nichts mehr gespeichert.',
    back: 'Zurück zum Portal',
  },
  ar: {
    saved: 'حُفظت نتيجتك. يمكنك إغلاق هذه الصفحة.',
    failed: 'تعذّر إرسال نتيجتك. تحقق من الاتصال؛ سيُعاد الإرسال مع الخطوة التالية.',
    ended: 'انتهت هذه الدورة أو فُتحت من جديد في مكان آخر. لن يُحفظ هنا شيء بعد الآن.',
    back: 'العودة إلى البوابة',
  },
}

/** The parts of the player page that differ from launch to launch. */
export interface PlayerPage extends Omit<PlayerFacts, 'words'> {
  title: string
  language: string
  returnUrl: string | undefined
}

/** The policy of the player page: its own scripts and style, and the course in its frame. */
export const playerPolicy = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-src 'self'"],
  ...["connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ')

/** The page around a SCORM course: its frame, and a line that says whether the result was kept. */
export function playerPage({ title, language, returnUrl, ...facts }: PlayerPage): string {
  const found = Object.hasOwn(words, language) ? language : 'en'
  const { back, ...said } = words[found]!
  // No text in the data may end the element.
  const data = JSON.stringify({ ...facts, words: said }).replaceAll('<', '\\u003c')
  const link =
    returnUrl === undefined
      ? ''
      : `<a id="back" hidden href="${escapeAttribute(returnUrl)}">${escapeText(back)}</a>`
  const dir = found === 'ar' ? 'rtl' : 'ltr'
  return `<!doctype html>
<html lang="${found}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<link rel="stylesheet" href="scripts/player.css">
</head>
<body>
<p id="bar" hidden><span id="said" role="status"></span> ${link}</p>
<iframe id="course" title="${escapeAttribute(title)}" allow="fullscreen; autoplay"></iframe>
<script type="application/json" id="launch">${data}</script>
<script type="module" src="scripts/player-${facts.kind}.js"></script>
</body>
</html>
`
}

/** The style of the player page. */
export const playerStyle = `:root{color-scheme:light dark}
body{margin:0;block-size:100vh;block-size:100dvh;display:flex;flex-direction:column;font:1em/1.5 system-ui,sans-serif}
p{margin:0;padding:.5em 1em;border-block-end:1px solid}
iframe{flex:1;inline-size:100%;border:0;background:Canvas}`

/** The script of the player page for a version of SCORM. */
export function playerScript(kind: PlayerFacts['kind']): string {
  const name = kind === 'scorm12' ? 'Scorm12API' : 'Scorm2004API'
  return `import { ${name} } from './${kind}.js'\n;(${play.toString()})(window, ${name})\n`
}
