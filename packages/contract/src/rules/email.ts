/**
 * An e-mail address: the “valid e-mail address” of the HTML standard (4.10.5.1.5) with a dot in its
 * domain and none at the ends of its local part. Neighbouring parts share no character.
 */
export const emailPattern =
  /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@([A-Za-z\d]([A-Za-z\d-]{0,61}[A-Za-z\d])?\.)+[A-Za-z][A-Za-z\d-]{0,61}[A-Za-z\d]$/

/** The most characters of an e-mail address (RFC 5321, 4.5.3.1.3, without its brackets). */
export const emailLength = 254
