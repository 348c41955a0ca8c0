/**
 * By what the sign-off page of a Word file is known again. Two ways, because LibreOffice keeps the bookmark and not the
 * tag of the content control, and a person may take away either.
 */
export const SIGN_OFF_TAG = 'ers.signoff'
export const SIGN_OFF_ALIAS = 'Sign-off'
export const SIGN_OFF_BOOKMARK = 'ers_signoff'
/** On the last line: LibreOffice loses bookmarks that run over several paragraphs, so each of the two stands in one. */
export const SIGN_OFF_END = 'ers_signoff_end'
/** Height of the empty line that ends the section before it, in twentieths of a point. */
export const SIGN_OFF_LINE = 20
