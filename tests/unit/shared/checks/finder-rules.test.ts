import { describe, expect, test } from 'vitest'
import { books, rulesOn } from '../../../support/checks.ts'

/** Sentences of a court, a hospital, a match, a council, a harbour: what each rule takes for a claim, and what not. */
type Row = { readonly yes: readonly string[]; readonly no: readonly string[] }

const TABLE: Readonly<Record<string, Row>> = {
  'quoted-speech': {
    yes: [
      '“We never saw the second letter,” Mara Oyelle said.',
      'She told them: "The ward was closed before the audit began."',
    ],
    no: ['She read the “Harbour Gazette” at home.', 'Nobody spoke.'],
  },
  amount: {
    yes: ['The clinic lost 12 per cent of its beds.', 'About 340 patients waited.'],
    no: ['The council meets on May 4.', 'Rain fell.'],
  },
  'rough-amount': {
    yes: ['Thousands of fans stayed away.', 'Half of the nurses left.'],
    no: ['The nurses left.', 'A crowd stayed away.'],
  },
  'rise-or-fall': {
    yes: ['Rents rose sharply in Osterlee.', 'Waiting times have doubled.'],
    no: ['She rose to speak.', 'The tide came in.'],
  },
  growing: {
    yes: ['There is growing anger in the ward.', 'It answers a mounting backlog.'],
    no: ['She grew roses.', 'The plan stands.'],
  },
  extreme: {
    yes: ['It is the largest hospital in the county.', 'One of the oldest clubs left the league.'],
    no: ['It is a large hospital.', 'The club left the league.'],
  },
  date: {
    yes: ['The trial began on Monday.', 'The bridge was closed in March 2024.'],
    no: ['The trial began.', 'They may march.'],
  },
  'loose-date': {
    yes: ['The court sat last week.', 'Two years ago the pier burned.'],
    no: ['The court sat.', 'The pier burned.'],
  },
  place: {
    yes: ['She was born in the town of Fenwater.', 'The boat lay near Skarn.'],
    no: ['She was born at home.', 'The boat lay there.'],
  },
  wrongdoing: {
    yes: ['The treasurer committed fraud.', 'Jonah Pell was accused of lying.'],
    no: ['The treasurer kept the books.', 'Jonah Pell won.'],
  },
  'crime-label': {
    yes: ['The thieves were never seen.', 'He is the leader of the Lantern crew.'],
    no: ['The rowers were never seen.', 'He sings.'],
  },
  'sure-forecast': {
    yes: ['The club will certainly win.', 'The motion is bound to pass.'],
    no: ['The club may win.', 'The motion passed.'],
  },
  forecast: {
    yes: ['The assembly will vote.', 'Dov Lassiter is expected to appeal.'],
    no: ['The assembly voted.', 'Dov Lassiter appealed.'],
  },
  cause: {
    yes: ['The delay led to two deaths.', 'The roof fell because of the storm.'],
    no: ['The roof fell.', 'There was a storm.'],
  },
  proof: {
    yes: ['It is a clear sign of neglect.', 'The figures prove nothing, which shows that the plan works.'],
    no: ['The figures were read out.', 'There is a street sign.'],
  },
  'nobody-says': {
    yes: ['It is understood that the coach will go.', 'Experts believe the drug works.'],
    no: ['Petra Sund said the drug works.', 'The coach went.'],
  },
  'said-by': {
    yes: ['According to the mayor the pier is safe.', 'Police said the road was clear.'],
    no: ['The pier is safe.', 'The road was clear.'],
  },
  motive: {
    yes: ['The council wants to sell the park.', 'She left for personal reasons.'],
    no: ['The council sold the park.', 'She left.'],
  },
  'death-or-force': {
    yes: ['A nurse was killed on the ward.', 'The arrest of Tobias Reuk surprised the club.'],
    no: ['A nurse slept on the ward.', 'Tobias Reuk surprised the club.'],
  },
  event: {
    yes: ['The council approved the budget.', 'The pier has been repaired.'],
    no: ['The budget is small.', 'The pier is long.'],
  },
  'title-and-name': {
    yes: ['There Judge Hanne Ostrow spoke.', 'They asked the head of the clinic.'],
    no: ['They asked.', 'There she spoke.'],
  },
  'unnamed-party': {
    yes: ['A senior doctor knew.', 'The man, whose name has not been given, ran.'],
    no: ['The doctor knew.', 'The man ran.'],
  },
  should: {
    yes: ['The hospital should be closed.', 'It is time for a new coach.'],
    no: ['The hospital was closed.', 'A new coach came.'],
  },
  judgement: {
    yes: ['It was a historic victory.', 'The vote is a significant step towards peace.'],
    no: ['It was a victory.', 'The vote is over.'],
  },
  background: {
    yes: ['The Teld is one river among others.', 'The clinic serves the county.'],
    no: ['Look!', 'She sings.'],
  },
}

describe('the finder', () => {
  test('every rule is in the table', () => {
    const ids = books.of('neutral').book.finder.map(({ id }) => id)
    expect(Object.keys(TABLE).toSorted()).toEqual(ids.toSorted())
  })

  describe.each(Object.entries(TABLE))('%s', (rule, { yes, no }) => {
    test.each(yes)('proposes: %s', (text) => expect([...rulesOn([text])]).toContain(rule))
    test.each(no)('leaves alone: %s', (text) => expect([...rulesOn([text])]).not.toContain(rule))
  })
})
