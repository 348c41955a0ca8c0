/** Words between which a small difference is never one of spelling. All in small letters, with a straight apostrophe. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Turns a sentence into its opposite, or leaves it doubtful. */
export const NEGATIONS = set(
  `no not nor never none neither nobody nothing nowhere without cannot hardly scarcely barely unless except`,
)

export const NUMBER_WORDS = set(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
  millions billion billions trillion trillions dozen dozens score scores half halves third thirds quarter quarters
  fourth fifth sixth seventh eighth ninth tenth first second once twice thrice double triple single couple pair
  percent`,
)

/** Little words that a slip of one letter turns into each other. */
export const LITTLE_WORDS = set(
  `a an the this that these those he she it they we you i him her his hers its their theirs them us our your my me
  is are was were be been am has have had do does did will would shall should can could may might must to too two
  of off on in into at by for from with within over under up out and or but if as than then when where who whom whose
  what which why how all any some many much more most few less least each every both either other another only also
  just now new old own same such very so yes man men woman women day days week weeks month months year years`,
)

/** Pairs that newsrooms confuse, each of them a word. */
const CONFUSED: readonly (readonly [string, string])[] = [
  ['accept', 'except'],
  ['accused', 'accursed'],
  ['adverse', 'averse'],
  ['assess', 'assets'],
  ['birth', 'berth'],
  ['breach', 'breech'],
  ['casual', 'causal'],
  ['cavalry', 'calvary'],
  ['censor', 'censure'],
  ['changed', 'charged'],
  ['changes', 'charges'],
  ['complement', 'compliment'],
  ['council', 'counsel'],
  ['country', 'county'],
  ['defuse', 'diffuse'],
  ['desert', 'dessert'],
  ['discreet', 'discrete'],
  ['farmer', 'former'],
  ['hanged', 'hinged'],
  ['human', 'humane'],
  ['injured', 'insured'],
  ['killing', 'kissing'],
  ['loose', 'lose'],
  ['marital', 'martial'],
  ['marine', 'maritime'],
  ['mister', 'minster'],
  ['minster', 'minister'],
  ['moral', 'morale'],
  ['ordinance', 'ordnance'],
  ['parish', 'perish'],
  ['parity', 'party'],
  ['persecute', 'prosecute'],
  ['persecuted', 'prosecuted'],
  ['personal', 'personnel'],
  ['police', 'policy'],
  ['principal', 'principle'],
  ['prison', 'person'],
  ['public', 'pubic'],
  ['raised', 'razed'],
  ['sever', 'severe'],
  ['started', 'stated'],
  ['station', 'stations'],
  ['stature', 'statute'],
  ['statue', 'statute'],
  ['tortuous', 'torturous'],
  ['trail', 'trial'],
  ['treat', 'threat'],
  ['united', 'untied'],
  ['unties', 'unites'],
  ['wounded', 'founded'],
]

const confused = new Set(CONFUSED.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]))

export function areConfused(one: string, other: string): boolean {
  return confused.has(`${one} ${other}`)
}

/** Begins a word that means the opposite, or another thing: “legal” and “illegal”. */
export const PREFIXES = [
  'un',
  'in',
  'im',
  'il',
  'ir',
  'dis',
  'non',
  'mis',
  'de',
  'a',
  're',
  'ex',
  'anti',
] as const

/** Ends of one word in its forms: another of them is another number, time or kind of word. */
export const ENDINGS: ReadonlySet<string> = new Set([
  '',
  's',
  'es',
  'ies',
  'y',
  'd',
  'ed',
  't',
  'n',
  'en',
  'an',
  'r',
  'er',
  'ers',
  'or',
  'st',
  'est',
  'ing',
  'ly',
  'ful',
  'al',
  'ee',
  'ees',
  "'s",
  "s'",
])
