import { about, FINAL, GONE, PATHS } from './export-facts.ts'
import type { ExportWords, Facts } from './export-facts.ts'

/** What a PDF holds and leaves out. */

const UNNAMED = 'Who an unnamed source is: it is stored nowhere'
const PHOTOGRAPHS = 'What photographs tell of camera, place and time'
const FINDINGS = 'What the style check proposes'
const LISTED = 'A list of the changes'
/** Signatures stand on the last page of every PDF. */
const LOG = 'The log'

const listed = ({ changeList }: Facts) => (changeList === 'listed' ? [LISTED] : [])
const notListed = ({ changeList }: Facts) =>
  changeList === 'left out' ? [`${LISTED}: they stand in the redline`] : []

/** What every PDF says of how the review stands; outside, nobody is named. */
function standing(external: boolean): readonly string[] {
  return [
    'The verdict and the hash, on every page',
    external
      ? 'A last page: the slots by role, and when they signed'
      : 'A last page: the slots, who signed and when',
  ]
}

export function cleanPdf(facts: Facts, external: boolean): ExportWords {
  return {
    includes: [FINAL, ...standing(external)],
    leavesOut: [
      GONE,
      ...about(facts.comments, ', and who wrote them'),
      ...about(facts.claims, ' and their sources'),
      LOG,
      ...(external ? [PHOTOGRAPHS] : []),
      PATHS,
    ],
  }
}

export function packet(facts: Facts, external: boolean): ExportWords {
  const shared = [
    'The verdict, the slots and the hashes',
    'The clean text, with line and claim numbers',
    ...about(facts.claims, ' with status and sources'),
    ...about(facts.records, ''),
  ]
  if (external) {
    return {
      includes: [
        ...shared,
        'Slots by role, and when they signed',
        ...(facts.isMarked ? ['The redline, authors as “editor 1, 2”'] : []),
        ...listed(facts),
      ],
      leavesOut: [
        facts.names,
        ...about(facts.comments, ', and who wrote them'),
        FINDINGS,
        ...notListed(facts),
        UNNAMED,
        PHOTOGRAPHS,
        PATHS,
      ],
    }
  }
  return {
    includes: [
      ...shared,
      ...about(facts.signatures, ', with time and hash'),
      ...about(facts.commentsInside, ' beside their words'),
      ...facts.ofLegal.includes,
      FINDINGS,
      ...(facts.isMarked ? ['The redline'] : []),
      ...listed(facts),
    ],
    leavesOut: [...facts.ofLegal.leavesOut, ...notListed(facts), UNNAMED, PATHS],
  }
}

export function redline(facts: Facts, external: boolean): ExportWords {
  const sources = about(facts.claims, ' and their sources')
  if (external) {
    return {
      includes: [
        `${facts.changes} in the text, authors as “editor 1, 2”`,
        ...listed(facts),
        ...standing(true),
      ],
      leavesOut: [
        facts.names,
        ...about(facts.comments, ', and who wrote them'),
        ...notListed(facts),
        ...sources,
        LOG,
        PHOTOGRAPHS,
        PATHS,
      ],
    }
  }
  return {
    includes: [
      `${facts.changes} in the text, by author`,
      ...about(facts.commentsInside, ' as margin notes'),
      ...facts.ofLegal.includes,
      ...listed(facts),
      ...standing(false),
    ],
    leavesOut: [...facts.ofLegal.leavesOut, ...notListed(facts), ...sources, LOG, PATHS],
  }
}
