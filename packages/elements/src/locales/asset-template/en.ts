/** The texts of a template that the partner fills. */
export const messages = {
  ownVersion: 'Your own version',
  ownVersionHint: 'Add your words and your logo, look at the image, and download it.',
  fillTemplate: 'Add words and logo',
  changeTemplate: 'Change words and logo',
  templateReady: 'Your image is ready.',
  downloadImage: 'Download as PNG',
  imageExpired: 'The image is made anew. Download it again in a moment.',
  logoFaint:
    'This logo hardly stands out from its background here. Use a version of it in another colour.',
  logoType: 'This is not an image that can be used here. Use PNG, JPEG, WebP or GIF.',
  logoLarge: 'This image is too large. Use a smaller one.',
} as const
