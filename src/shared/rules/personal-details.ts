import type { OnRecord } from '../model/source.ts'

/**
 * Whether words that describe somebody who is not to be named tell who that is. Contacts are told for certain; a name
 * is a guess by its shape, so a person may say that it is none. No list of first names: it would know some peoples' and
 * not others'.
 */

export const PERSONAL_KINDS = ['e-mail', 'phone', 'handle', 'web-address', 'address', 'name'] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

export type PersonalDetail = {
  readonly kind: PersonalKind
  /** The words that look like it. */
  readonly words: string
}

export const PERSONAL_NAMES: Readonly<Record<PersonalKind, string>> = {
  'e-mail': 'an e-mail address',
  phone: 'a phone number',
  handle: 'the handle of an account',
  'web-address': 'an address on the web',
  address: 'a postal address',
  name: 'a personal name',
}

/** Whose name must be stored nowhere. */
export function isUnnamed(onRecord: OnRecord): boolean {
  return onRecord === 'unnamed' || onRecord === 'off-record'
}

const EMAIL = /[\p{L}\p{N}._%+-]+\s?(?:@|\[at\]|\(at\))\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/iu
const WEB = /\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.|t\.me\/|wa\.me\/)\S+/iu
/** Also `name.example/user`, without a scheme. */
const BARE_WEB = /\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/\S+/iu
const HANDLE = /(?:^|[\s(,;:])(@[\p{L}\p{N}_.-]{2,})/u
/** Seven digits or more with nothing but the usual signs between: years and dates are shorter or have other signs. */
const PHONE = /(?:\+|\(|\b)\d(?:[\s().\u00a0\u2011/-]{0,2}\d){6,}\b/u
const DATE = /^\(?\d{4}[-./]\d{1,2}[-./]\d{1,2}$|^\(?\d{1,2}[-./]\d{1,2}[-./]\d{4}$/u
/** `14 Quay Street`, `Quay Street 14`. */
const STREET_WORD = String.raw`(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Quay|Boulevard|Drive|Terrace|Close|Row)`
const ADDRESS = new RegExp(
  String.raw`\b\d{1,5}[a-z]?,?\s+(?:\p{Lu}[\p{L}'’-]*\s+){1,3}${STREET_WORD}\b|\b(?:\p{Lu}[\p{L}'’-]*\s+){1,3}${STREET_WORD},?\s+\d{1,5}\b`,
  'u',
)

/** Words with a capital that make a run of capitals an office, a body or a place, and not a name. */
const NOT_NAMES = new Set(
  (
    'academy administration agency air airport alliance army arts assembly association authority bank board border branch ' +
    'bureau cabinet central centre center chamber church city civil coast college commission committee company conference ' +
    'congress constitutional corporation council county court customs data defence defense department directorate district ' +
    'division east eastern embassy environment exchange executive federal federation finance fire force forces foreign ' +
    'foundation front fund general government group guard guild harbour harbor health high hospital house immigration ' +
    'industry information institute institution intelligence interior internal international justice labour labor law ' +
    'league library lower magistrate magistrates maritime market marine media medical migration military ministry mission ' +
    'municipal museum national navy network news north northern office operations organisation organization parliament ' +
    'party patrol peace planning police port ports post press prison project prosecution province provincial public red ' +
    'regional registry relief republic research reserve revenue river royal school secret section sector security senate ' +
    'service services shipping social society south southern special squad staff state states station statistics supreme ' +
    'task tax team traffic trade transport treasury tribunal trust union unit united university upper ward west western ' +
    'works zone january february march april may june july august september october november december monday tuesday ' +
    'wednesday thursday friday saturday sunday'
  ).split(' '),
)

/** Words for what somebody is: before a name they belong to it, alone they describe. */
const TITLES = new Set(
  (
    'adviser advisor aide agent ambassador analyst assistant attorney auditor captain chair chairman chairwoman chief clerk ' +
    'colonel colleague commander commissioner constable consultant councillor counsel deputy detective diplomat director ' +
    'doctor dr driver employee engineer expert foreman former governor guard head inspector insider investigator judge ' +
    'lawyer leader lieutenant magistrate major manager mayor member minister mr mrs ms miss mx negotiator nurse officer ' +
    'official operator owner partner pilot president prime principal prof professor prosecutor registrar relative resident ' +
    'retired secretary senator senior sergeant sir skipper source spokesman spokesperson spokeswoman student superintendent ' +
    'supervisor teacher technician trader two vice vice-president victim witness worker writer'
  ).split(' '),
)

/** Words that begin a sentence or a description with a capital and say nothing. */
const STARTERS = new Set(
  'a an the one two three four five several some another this that these those he she they who someone somebody former and or of in at from with by for on to as not'.split(
    ' ',
  ),
)

const WORD = String.raw`(?:\p{Lu}\.|\p{Lu}[\p{L}\p{M}'’-]*)`
const PARTICLE = String.raw`(?:van|von|der|den|de|da|di|del|dos|du|la|le|bin|ibn|al|el|ter|ten|zu)`
const RUN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${WORD}(?:\s+(?:${PARTICLE}\s+){0,2}${WORD}|\s*-\s*${WORD})*(?![\p{L}\p{N}])`,
  'gu',
)

function bare(word: string): string {
  return word.toLowerCase().replace(/[.'’]s?$/u, '')
}

/** A run of words with capitals, without what stands before a name: “The former Inspector Ada Quill” → its last two. */
function nameIn(run: string, isWhole: boolean): string | null {
  const words = run.split(/\s+/)
  while (words.length > 0 && STARTERS.has(bare(words[0] ?? ''))) words.shift()
  if (words.some((word) => NOT_NAMES.has(bare(word)))) return null
  const rest = words.filter((word) => !TITLES.has(bare(word)) && !/^\p{Lu}{2,5}$/u.test(word))
  const hasTitle = rest.length < words.length && words.some((word) => TITLES.has(bare(word)))
  if (rest.length >= 2 || (rest.length === 1 && (hasTitle || isWhole))) return words.join(' ')
  return null
}

function looksLikeName(text: string): string | null {
  for (const [run] of text.matchAll(RUN)) {
    const name = nameIn(run, run.length === text.trim().length)
    if (name !== null) return name
  }
  return null
}

function looksLikePhone(text: string): string | null {
  const found = PHONE.exec(text)?.[0] ?? null
  return found === null || DATE.test(found.trim()) ? null : found.trim()
}

/** What in the words may tell who somebody is; null where nothing does. The surest is told first. */
export function looksPersonal(text: string): PersonalDetail | null {
  const clean = text.normalize('NFC')
  const tries: readonly (readonly [PersonalKind, string | null | undefined])[] = [
    ['e-mail', EMAIL.exec(clean)?.[0]],
    ['web-address', WEB.exec(clean)?.[0] ?? BARE_WEB.exec(clean)?.[0]],
    ['handle', HANDLE.exec(clean)?.[1]],
    ['phone', looksLikePhone(clean)],
    ['address', ADDRESS.exec(clean)?.[0]],
    ['name', looksLikeName(clean)],
  ]
  for (const [kind, words] of tries) if (words) return { kind, words }
  return null
}
