/**
 * What must not come in with pasted text: control characters, zero-width and other invisible ones, marks that turn the
 * order of letters about, halves of surrogate pairs. U+FFFC and U+FFF9-FFFB stand for things that are not text.
 */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u180e\u200b\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffc]|\p{Cs}/gu

/** Joiners belong to emoji and to scripts whose letters change shape; anywhere else they only hide. */
const IDLE_JOINERS =
  /(?<=^|[\s\p{P}\p{Nd}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\u200c\u200d]+|[\u200c\u200d]+(?=\s|$)/gu

/** Tag characters spell the flags of regions after a black flag; anywhere else they are text that nobody sees. */
const IDLE_TAGS = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0000}-\u{e007f}]/gu

export function cleanText(text: string): string {
  return text.replace(INVISIBLE, '').replace(IDLE_JOINERS, '').replace(IDLE_TAGS, '')
}
