const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Titles and the like, after which a full stop ends no sentence (the segmenter knows no abbreviations). */
const ABBREVIATION =
  /(?:^|[\s(“"‘'])(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Lt|Col|Capt|Sgt|Rev|Sen|Gov|No|vs|p|pp)\.\s*$/u

/** “U.S.”, “E.U.”, “J. R.”: dotted capitals, which end a sentence only when the next words begin one. */
const INITIALS = /(?:^|[\s(“"‘'–-])(?:\p{Lu}\.\s?)+$/u

/** Words that begin a sentence far more often than they follow initials within one. */
const OPENER =
  /^[“"‘'(]?(?:The|This|That|These|Those|It|Its|He|His|She|Her|They|Their|We|Our|I|You|A|An|In|On|At|By|For|From|But|And|Or|Yet|So|As|If|When|While|After|Before|Since|Both|Neither|Not|No|Some|Many|Other|Another)\b/u

/** Pictures and references to notes (U+FFFC); U+2060 is as wide, and ends and begins no word. */
const OBJECTS = /\uFFFC/gu
const WORD_JOINER = '\u2060'

/** Spaces, and pictures and references that stand by themselves: a note's number after a full stop is no sentence. */
const BLANK = /^[\s\u2060]*/u

function blanksAt(segment: string): number {
  return BLANK.exec(segment)?.[0].length ?? 0
}

/**
 * Offsets in `text` at which its sentences begin; empty for an empty text. "4.2" is the second sentence of the
 * fourth paragraph, and must be the same sentence on screen and on paper. In `text` a picture or a reference to a note
 * is one U+FFFC, as paragraphText gives it; none of them alone is a sentence.
 */
export function sentenceStarts(text: string): readonly number[] {
  const starts: number[] = []
  let before = ''
  for (const { segment, index } of segmenter.segment(text.replaceAll(OBJECTS, WORD_JOINER))) {
    const blanks = blanksAt(segment)
    if (blanks === segment.length) continue
    if (!goesOn(before, segment)) starts.push(index + blanks)
    before = segment
  }
  return starts
}

/** Whether `segment` belongs to the sentence that `before` seemed to end. */
function goesOn(before: string, segment: string): boolean {
  if (before === '') return false
  return (
    ABBREVIATION.test(before) || (INITIALS.test(before) && !OPENER.test(segment.slice(blanksAt(segment))))
  )
}
