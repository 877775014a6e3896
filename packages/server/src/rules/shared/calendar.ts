const encoder = new TextEncoder()

/**
 * A calendar file (RFC 5545) with events, each of the lines between its beginning and its end, and with
 * lines about the calendar itself.
 */
export function calendarFile(
  product: string,
  events: readonly (readonly string[])[],
  about: readonly string[] = [],
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//prmkit//${product}//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...about,
    ...events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']),
    'END:VCALENDAR',
  ]
  return lines.map(fold).join('')
}

/** An instant as iCalendar writes it (RFC 5545, 3.3.5). */
export function stamp(instant: string): string {
  return instant.replaceAll(/[-:]|\.\d+/g, '')
}

/** A text as iCalendar writes it (RFC 5545, 3.3.11). */
export function calendarText(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
}

/** A line of at most 75 octets, continued on lines that begin with a space; characters stay whole. */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded + '\r\n'
}
