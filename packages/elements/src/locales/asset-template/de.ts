import type { Translation } from '../../base/localize.ts'
import type { messages as en } from './en.ts'

export const messages: Translation<typeof en> = {
  ownVersion: 'Ihre eigene Fassung',
  ownVersionHint:
    'Tragen Sie Ihre Texte ein, fügen Sie Ihr Logo hinzu, prüfen Sie das Bild und laden Sie es herunter.',
  fillTemplate: 'Texte und Logo einsetzen',
  changeTemplate: 'Texte und Logo ändern',
  templateReady: 'Ihr Bild ist fertig.',
  downloadImage: 'Als PNG herunterladen',
  imageExpired: 'Das Bild wird neu erstellt. Laden Sie es gleich noch einmal herunter.',
  logoFaint:
    'Dieses Logo hebt sich hier kaum vom Hintergrund ab. Verwenden Sie es in einer anderen Farbe.',
  logoType: 'Dieses Bild kann hier nicht verwendet werden. Möglich sind PNG, JPEG, WebP und GIF.',
  logoLarge: 'Dieses Bild ist zu groß. Verwenden Sie ein kleineres.',
}
