import type { Grade, Source } from '../model/source.ts'

/** What a grade is suggested by: a source, or the form that one is being described in. */
export type GradeInput = Pick<Source, 'kind' | 'onRecord' | 'directKnowledge' | 'medium'> & {
  /** A file is kept with it. */
  readonly hasFile?: boolean
}

export type GradeSuggestion = {
  readonly grade: Grade
  /** What it is, as half a sentence: “an official record, seen”. */
  readonly why: string
}

/** Media that hold an observation fast; what was only remembered is no record. */
const TAKEN_DOWN =
  /\b(note|notes|notebook|recording|recorded|audio|video|photo|photos|photograph|film|log)\b/i
const ARCHIVE = /\b(archive|archived|cutting|cuttings|clipping|clippings)\b/i
const STUDY = /\b(peer[- ]reviewed|study|journal|preprint)\b/i
const SPOKESPERSON = /\b(spokes(person|man|woman)|press office)\b/i

function ofPerson({ onRecord, directKnowledge, medium }: GradeInput): GradeSuggestion {
  if (onRecord === 'background') {
    return directKnowledge
      ? { grade: 'D', why: 'a person on background, not to be named, with direct knowledge' }
      : { grade: 'E', why: 'a person on background without direct knowledge: guidance only' }
  }
  if (directKnowledge) return { grade: 'B', why: 'a person named on the record, with direct knowledge' }
  if (SPOKESPERSON.test(medium)) return { grade: 'B', why: 'a named spokesperson' }
  return { grade: 'C', why: 'a named person without direct knowledge' }
}

function ofDocument({ medium }: GradeInput): GradeSuggestion {
  if (ARCHIVE.test(medium)) return { grade: 'C', why: 'material out of an archive' }
  if (STUDY.test(medium)) return { grade: 'B', why: 'a study' }
  return { grade: 'A', why: 'a record, statute, court or contract document that was seen' }
}

function ofObservation({ medium, hasFile = false }: GradeInput): GradeSuggestion {
  return hasFile || TAKEN_DOWN.test(medium)
    ? { grade: 'A', why: 'an own observation with notes or a recording' }
    : { grade: 'C', why: 'an own observation without notes or a recording' }
}

/**
 * The grade that kind and record suggest, by the table in resources/rules/README.md. Whoever knows better grades
 * otherwise, and says why.
 */
export function suggestGrade(source: GradeInput): GradeSuggestion {
  if (source.onRecord === 'off-record') return { grade: 'E', why: 'off the record: guidance only' }
  if (source.onRecord === 'unnamed') {
    return source.directKnowledge
      ? { grade: 'D', why: 'an unnamed source with direct knowledge' }
      : { grade: 'E', why: 'an unnamed source without direct knowledge: guidance only' }
  }
  switch (source.kind) {
    case 'person':
      return ofPerson(source)
    case 'document':
      return ofDocument(source)
    case 'data':
      return ARCHIVE.test(source.medium)
        ? { grade: 'C', why: 'material out of an archive' }
        : { grade: 'A', why: 'official data' }
    case 'recording':
      return { grade: 'A', why: 'a full recording' }
    case 'observation':
      return ofObservation(source)
    case 'outlet':
      return { grade: 'C', why: 'an outlet or agency, to be attributed' }
    case 'press-release':
      return { grade: 'C', why: 'a press release' }
    case 'post':
      return { grade: 'E', why: 'a post that nobody has verified: guidance only' }
  }
}
