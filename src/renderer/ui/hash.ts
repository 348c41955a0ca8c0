/** The first twelve hex digits of a hash, in fours: "9f3c 41d2 7ab8". */
export function shortHash(hash: string): string {
  return (hash.slice(0, 12).match(/.{1,4}/g) ?? []).join(' ')
}
