import type { Person } from '../../../shared/model/person.ts'
import type { Audience, ExportKind, ReviewState } from '../../../shared/model/review.ts'
import { packageWords } from '../exchange/package-words.ts'
import { about, capital, factsOf, FINAL, GONE, LOG, PATHS } from './export-facts.ts'
import type { ExportWords, Facts, Told } from './export-facts.ts'
import { cleanPdf, packet, redline } from './pdf-words.ts'

/** What a file holds and what it leaves out, with counts, so that a desk sees that six names were taken out. */

const ORIGINAL = 'The text before all open changes, as if each were rejected'
const NEW = 'Inserted words and hidden text'

/** What of the Word file that it was opened from comes along. */
function fromWord({ wordFile, kept }: Facts): readonly string[] {
  const looks = wordFile === null ? 'Styles, emphasis, links' : `Looks, headers and layout of “${wordFile}”`
  return kept === '' ? [looks] : [looks, `${capital(kept)}, as Word has them`]
}

function signOffPage({ signOffPage: wanted, claims }: Facts, external: boolean): readonly string[] {
  const names = external ? ', by role' : ''
  return wanted
    ? [`A last page: verdict, slots${names}, open items${claims === '' ? '' : `, ${claims} with sources`}`]
    : []
}

/** Of what is never in the text of a Word file. */
function evidence(facts: Facts): readonly string[] {
  if (facts.signOffPage) return ['The log, and what the sources hold']
  return [...about(facts.claims, ' and their sources'), LOG]
}

/** What of the file that it was opened from would tell of who wrote it. */
function traces({ wordFile }: Facts): string {
  return wordFile === null ? PATHS : `${PATHS}, custom parts and revision marks`
}

function reviewCopy(facts: Facts, external: boolean): ExportWords {
  if (external) {
    return {
      includes: [
        `${facts.changes}${facts.halves}, native, authors as “Editor 1, 2”`,
        ...fromWord(facts),
        ...signOffPage(facts, external),
      ],
      leavesOut: [
        facts.names,
        ...about(facts.comments, ', and who wrote them'),
        ...evidence(facts),
        traces(facts),
        'The mark by which a copy is known when it comes back',
      ],
    }
  }
  return {
    includes: [
      `${facts.changes}${facts.halves}, native, with author and time`,
      ...about(facts.commentsInside, ' with replies, resolved as resolved'),
      ...facts.ofLegal.includes,
      ...fromWord(facts),
      'A mark by which it is known when it comes back',
      ...signOffPage(facts, external),
    ],
    leavesOut: [...facts.ofLegal.leavesOut, ...evidence(facts), PATHS],
  }
}

function plainWord(facts: Facts, external: boolean, text: string, gone: string): ExportWords {
  return {
    includes: [text, ...fromWord(facts), ...signOffPage(facts, external)],
    leavesOut: [gone, ...about(facts.comments, ', and who wrote them'), ...evidence(facts), traces(facts)],
  }
}

/** Of Word files a sign-off page can be asked for. */
export function isWordKind(kind: ExportKind): boolean {
  return kind.startsWith('docx')
}

export function exportWords(
  kind: ExportKind,
  audience: Audience,
  state: ReviewState,
  people: readonly Person[],
  told: Told,
): ExportWords {
  const facts = factsOf(state, people, told, audience)
  const external = audience === 'external'
  switch (kind) {
    case 'docx-review':
      return reviewCopy(facts, external)
    case 'docx-clean':
      return plainWord(facts, external, FINAL, GONE)
    case 'docx-original':
      return plainWord(facts, external, ORIGINAL, NEW)
    case 'pdf-clean':
      return cleanPdf(facts, external)
    case 'pdf-packet':
      return packet(facts, external)
    case 'pdf-redline':
      return redline(facts, external)
    case 'package':
      return packageWords(audience, state, people, { open: told.asRead, isLegal: told.isLegal })
  }
}
