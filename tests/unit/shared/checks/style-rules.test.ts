import { describe, expect, test } from 'vitest'
import { books, rulesOn } from '../../../support/checks.ts'

/** What each rule of the style check speaks of, and what not. A row may need a house style, or several paragraphs. */
type Text = string | readonly string[]
type Row = { readonly yes: readonly Text[]; readonly no: readonly Text[]; readonly profile?: string }

const LONG = Array.from({ length: 14 }, () => 'The ferry lay at the quay and waited for its crew.').join(' ')
const SHORT = 'The ferry left.'

const TABLE: Readonly<Record<string, Row>> = {
  'vague-source': {
    yes: ['Experts say it works.', 'It is understood that he left.'],
    no: ['Petra Sund says it works.', SHORT],
  },
  'vague-name': {
    yes: ['A senior doctor left.', 'The man, whose name has not been released, ran.'],
    no: ['Dov Lassiter left.', SHORT],
  },
  'vague-time': {
    yes: ['In recent years it grew.', 'It was recently sold.'],
    no: ['In 2024 it grew.', SHORT],
  },
  'vague-number': {
    yes: ['Many patients left.', 'Prices have fallen sharply.'],
    no: ['Eleven patients left.', SHORT],
  },
  'vague-place': {
    yes: ['It happened nearby.', 'It changed life throughout the region.'],
    no: ['It happened in Skarn.', SHORT],
  },
  'vague-what': {
    yes: ['They gave crucial information.', 'She left for personal reasons.'],
    no: ['They gave the minutes.', SHORT],
  },
  'agentless-passive': {
    yes: ['The ward was closed.', 'Two men have been arrested.'],
    no: ['The ward was closed by the county.', 'The county closed the ward.'],
  },
  loaded: { yes: ['The notorious club lost.', 'The regime fell.'], no: ['The club lost.', SHORT] },
  judges: {
    yes: ['It is a commendable effort.', 'It was a devastating blow.'],
    no: ['It is an effort.', SHORT],
  },
  overclaim: { yes: ['It will undoubtedly rain.', 'It has proven to be safe.'], no: ['It may rain.', SHORT] },
  'scare-quotes': {
    yes: ['The “clean up” began.', 'The so-called plan failed.'],
    no: ['“The plan failed in the very first week,” she said.', SHORT],
  },
  cliche: {
    yes: ['It is a game changer.', 'They left no stone unturned and were leaving no stone unturned.'],
    no: ['It changes the rules.', SHORT],
  },
  wordy: {
    yes: ['They met in order to vote.', 'It opens prior to lunch.'],
    no: ['They met to vote.', SHORT],
  },
  filler: { yes: ['In conclusion, it rained.', 'It was really cold.'], no: ['It rained.', SHORT] },
  'not-only': {
    yes: ['It not only rained but also hailed.', 'She not only ran, but also won.'],
    no: ['It rained and hailed.', SHORT],
  },
  doublet: {
    yes: ['Each and every ward closed.', 'They face threats and challenges.'],
    no: ['Every ward closed.', SHORT],
  },
  'unclear-this': { yes: ['This is new.', 'It will change.'], no: ['The plan is new.', SHORT] },
  'acronym-article': {
    yes: ['The ICE went in.', 'They joined the NATO.'],
    no: ['ICE went in.', 'They joined NATO.'],
  },
  'undefined-acronym': {
    yes: ['The HMRA closed it.', 'They asked the OFB.'],
    no: ['The Harbour Mooring Rights Agency (HMRA) closed it.', 'The UN closed it.'],
  },
  gendered: { yes: ['A policeman came.', 'The firemen left.'], no: ['A police officer came.', SHORT] },
  'ordinal-date': {
    yes: ['It opens on May 4th.', 'It opens on the 22nd of November.'],
    no: ['It opens on May 4.', SHORT],
  },
  'month-first': {
    profile: 'courier-uk',
    yes: ['It opened on May 4, 2026.', 'It opens on May 4.'],
    no: ['It opened on 4 May 2026.', SHORT],
  },
  'day-first': {
    profile: 'agency-us',
    yes: ['It opened on 4 May 2026.', 'On 22 November it closed.'],
    no: ['It opened on May 4, 2026.', SHORT],
  },
  'currency-twice': {
    yes: ['It cost $5 million dollars.', 'He paid £12 pounds.'],
    no: ['It cost $5 million.', SHORT],
  },
  percent: {
    yes: [
      ['It rose 5% there.', 'It fell 6% here and 7 per cent there.'],
      ['It rose 5 percent.', 'It fell 4 percent and 3%.'],
    ],
    no: ['It rose 5% and 6%.', SHORT],
  },
  'country-dots': {
    yes: ['The U.S. and the U.S. and the US agreed.', 'The UK met the UN and the U.S. there.'],
    no: ['The U.S. agreed.', 'Ask us.'],
  },
  'ise-ize': {
    yes: ['They organise and organise and organize.', 'She realized; he realised, and realized.'],
    no: ['They organise it.', 'The prize is a size.'],
  },
  towards: {
    yes: ['Towards noon, towards one, toward two.', 'Toward noon, toward one, towards two.'],
    no: ['Towards noon.', SHORT],
  },
  'quote-kinds': {
    yes: ['“One” and “two” and "three" left.', ['"A" and "B" left.', '“C” left.']],
    no: ['“One” left.', '"One" left.'],
  },
  numerals: {
    profile: 'courier-uk',
    yes: ['They sold 3 boats.', 'They sold eleven boats.'],
    no: ['They sold three boats.', 'They sold 11 boats for 5 million.'],
  },
  'serial-comma': { yes: [], no: ['Nets, ropes and oars were sold.', 'Nets, ropes, and oars were sold.'] },
  'no-serial-comma': {
    profile: 'courier-uk',
    yes: ['They sold nets, ropes, and oars.', 'Ask him, her, or them.'],
    no: ['They sold nets, ropes and oars.', SHORT],
  },
  'single-quotes': {
    profile: 'courier-uk',
    yes: ['He said ‘no more boats’ there.', '‘Go,’ she said.'],
    no: ['He said “no” there.', 'It’s the crew’s boat.'],
  },
  'double-quotes': { yes: [], no: ['He said “no” there.', SHORT] },
  'em-dash': {
    profile: 'courier-uk',
    yes: ['It rained—hard.', 'She — he said — left.'],
    no: ['It rained – hard.', SHORT],
  },
  'spaced-en-dash': {
    profile: 'agency-us',
    yes: ['It rained – hard.', 'She – he said – left.'],
    no: ['From 4–6 it rained.', SHORT],
  },
  'headline-stop': { yes: [], no: [SHORT, 'It ends.'] },
  'headline-case': { yes: [], no: [SHORT, 'The Harbour Guard Left'] },
  capitals: {
    yes: ['It was NEVER AGAIN said ALOUD today, FOREVER.', 'A DISASTER came.'],
    no: ['The FBI left.', SHORT],
  },
  exclamation: { yes: ['What a night!', 'Go! Now.'], no: ['What a night.', SHORT] },
  'double-word': { yes: ['The the boat left.', 'It was was late.'], no: ['She had had enough.', SHORT] },
  'double-space': { yes: ['The  boat left.', 'The boat   left.'], no: ['The boat left.', SHORT] },
  'space-before-mark': { yes: ['The boat , left.', 'Left it ?'], no: ['The boat, left.', 'And … then.'] },
  'space-at-edge': { yes: ['The boat left. ', ' The boat left.'], no: ['The boat left.', SHORT] },
  'no-space-after-mark': {
    yes: ['It ended.Then it began.', 'Nets,ropes.'],
    no: ['See example.org today.', 'In the U.S.A. it rained.'],
  },
  'mixed-quotes': { yes: ['“One” and "two".', "It’s the crew's boat."], no: ['“One” and “two”.', SHORT] },
  unpaired: {
    yes: ['It closed) today.', '“It (closed” today.'],
    no: ['It (all of it) closed.', '“It goes on in the next paragraph.'],
  },
  'hyphen-for-dash': {
    yes: ['It rained - hard.', 'It rained--hard.'],
    no: ['A well-known boat.', 'It rained – hard.'],
  },
  spelling: {
    yes: ['The harbor expets rain.', 'The councl voted.'],
    no: ['The harbor expects rain.', 'There Mara Oyelle and the FBI met.'],
  },
  'long-sentence': {
    yes: [LONG.replaceAll('. The', ' and the'), LONG.replaceAll('. The', ', the')],
    no: [LONG, SHORT],
  },
  'long-paragraph': { yes: [LONG, `${LONG} ${LONG}`], no: [SHORT, `${SHORT} ${SHORT}`] },
  'repeated-phrase': {
    yes: [
      ['Careful joint planning paid off.', 'They praised the careful joint planning.'],
      'The old harbour wall broke. Nobody mended the old harbour wall.',
    ],
    no: [['Careful joint planning paid off.', 'They praised it.'], SHORT],
  },
  'worn-phrase': {
    yes: [
      Array.from({ length: 5 }, (_, index) => `In case ${String(index)} the sea wall held.`),
      Array.from({ length: 6 }, () => 'A night shift began.'),
    ],
    no: [['The sea wall held.', 'The sea wall broke.'], SHORT],
  },
  'two-numbers': {
    yes: [
      ['Eleven boats sank.', 'The 12 boats sank at once.'],
      ['She had 3 nurses.', 'Her five nurses left.'],
    ],
    no: [
      ['Eleven boats sank.', 'The eleven boats sank.'],
      ['Two years passed.', 'Three years passed.'],
    ],
  },
  'one-side': {
    yes: [
      ['Police said it was calm.', 'The council said it was late.'],
      ['Officials said so.', 'The ministry confirmed it.'],
    ],
    no: [['Police said it was calm.', 'Mara Oyelle denied it.'], SHORT],
  },
  'no-source': {
    yes: [LONG, `${LONG} ${LONG}`],
    no: [`${LONG} Mara told police so, said Ines Calloway.`, SHORT],
  },
  'no-date': { yes: [LONG, `${LONG} ${LONG}`], no: [`${LONG} It left on Monday.`, SHORT] },
  'no-name': { yes: [LONG, `${LONG} ${LONG}`], no: [`${LONG} There Ines Calloway left.`, SHORT] },
  'no-number': { yes: [LONG, `${LONG} ${LONG}`], no: [`${LONG} It had 40 seats.`, SHORT] },
}

/** Not in play in any house style that is delivered, or seen in headlines alone: headline.test.ts has them. */
const ELSEWHERE = ['serial-comma', 'double-quotes', 'headline-stop', 'headline-case']

describe('the style check', () => {
  test('every rule is in the table, with two sentences of each sort', () => {
    const ids = books.of('neutral').book.style.map(({ id }) => id)
    expect(Object.keys(TABLE).toSorted()).toEqual(ids.toSorted())
    const short = Object.entries(TABLE).filter(([, { yes, no }]) => yes.length < 2 || no.length < 2)
    expect(short.map(([id]) => id)).toEqual(ELSEWHERE)
  })

  describe.each(Object.entries(TABLE))('%s', (rule, { yes, no, profile }) => {
    const rulesOf = (text: Text) => [
      ...rulesOn(typeof text === 'string' ? [text] : text, profile, rule === 'spelling'),
    ]
    test.each(yes.map((text) => [text]))('speaks of: %s', (text) => expect(rulesOf(text)).toContain(rule))
    test.each(no.map((text) => [text]))('leaves alone: %s', (text) =>
      expect(rulesOf(text)).not.toContain(rule),
    )
  })
})
