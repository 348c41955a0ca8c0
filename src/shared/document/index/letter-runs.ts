/** Runs of three letters are counted in so many bits; texts of some thousand letters fill a tenth of them. */
const BITS = 1 << 14

/** Which runs of three letters a text holds. Runs may share a bit: a run that is not in it is not in the text. */
export type LetterRuns = Uint32Array

function bitAt(text: string, at: number): number {
  const run = text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)
  // Multiplicative hashing (Knuth, TAOCP 6.4): the upper bits are the well mixed ones.
  return Math.imul(run, 2_654_435_761) >>> 18
}

export function runsOf(text: string): LetterRuns {
  const runs = new Uint32Array(BITS / 32)
  for (let at = 0; at + 2 < text.length; at += 1) {
    const bit = bitAt(text, at)
    runs[bit >>> 5] = (runs[bit >>> 5] ?? 0) | (1 << (bit & 31))
  }
  return runs
}

/** False: the words do not stand in the text, which then need not be searched. */
export function mayHold(runs: LetterRuns, words: string): boolean {
  for (let at = 0; at + 2 < words.length; at += 1) {
    const bit = bitAt(words, at)
    if (((runs[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false
  }
  return true
}
