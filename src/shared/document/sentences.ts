const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Titles and the like, after which a full stop ends no sentence (the segmenter knows no abbreviations). */
const ABBREVIATION =
  /(?:^|[\s(“"‘'])(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Lt|Col|Capt|Sgt|Rev|Sen|Gov|No|vs|p|pp)\.\s*$/u

/**
 * Offsets in `text` at which its sentences begin; empty for an empty text. "4.2" is the second sentence of the
 * fourth paragraph, and must be the same sentence on screen and on paper.
 */
export function sentenceStarts(text: string): readonly number[] {
  const starts: number[] = []
  let carried = false
  for (const { segment, index } of segmenter.segment(text)) {
    if (segment.trim() === '') continue
    if (!carried) starts.push(index + (segment.length - segment.trimStart().length))
    carried = ABBREVIATION.test(segment)
  }
  return starts
}
