/**
 * The name of a proposal: its rule, and a hash of its words and of the sentence around them. It holds no place, so
 * what was put aside stays so when its paragraph moves or the text around the sentence changes; when the sentence is
 * edited it is proposed again. The same words in two sentences that are equal to the letter share one name.
 */
export function proposalKey(rule: string, words: string, sentence: string): string {
  return `${rule}-${hash(`${foldWords(words)}\n${foldWords(sentence)}`)}`
}

/** Case, the kind of quotation marks and how much space stands between words make no difference. */
export function foldWords(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[\u2018\u2019]/gu, "'")
    .replaceAll(/[\u201c\u201d]/gu, '"')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

const PRIME = 0x01000193

/** Two FNV-1a hashes of 32 bits with offsets of their own, as 16 hexadecimal digits. */
function hash(text: string): string {
  let one = 0x811c9dc5
  let other = 0x9747b28c
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    one = Math.imul(one ^ unit, PRIME)
    other = Math.imul(other ^ unit ^ (index & 0xff), PRIME)
  }
  return hex(one) + hex(other)
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0')
}
