/** Without capitals and accents, as the full-text index reads words: `unicode61 remove_diacritics 2`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
