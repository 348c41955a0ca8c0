import { COUNTER_CARTEL_CLAIMS } from './counter-cartel-claims.ts'
import type { MarkedDraft } from './list.ts'

/** The commissioned draft as a desk would mark it: it lies beside the project and is never part of it. */
export const COUNTER_CARTEL: MarkedDraft = {
  sha256: '00ec505575f961d07e9ab691958b9b43f4a04a07579699e12a5967b682b379ec',
  claims: COUNTER_CARTEL_CLAIMS,
  remarks: [
    {
      level: 'must',
      text: 'Who says so? Name the person or the record, or take it out.',
      at: [
        ...([
          '1.1:8-12',
          '1.5:17-20',
          '2.2:17-20',
          '3.1:14-18',
          '3.2:13-16',
          '3.3:19-25',
          '3.4:9-12',
        ] as const),
        ...(['4.2:11-13', '4.3:3-5', '4.5:8-12', '5.1:12-15', '5.2:12-18', '7.1:6-11', '8.2:10-14'] as const),
      ],
    },
    {
      level: 'must',
      text: 'When was that? Give the day, or at least the month.',
      at: ['1.1:1-3', '1.3:7-11', '1.5:9-12', '2.2:16-17', '3.1:1-3', '3.4:1-3', '4.1:12-13', '8.3:1-3'],
    },
    {
      level: 'must',
      text: 'Which one? A reader cannot tell from this.',
      at: ['1.5:13-16', '3.1:8-11', '3.2:1-3', '5.3:10-13', '8.3:8-11', '5.3:24-27', '4.4:15-18'],
    },
    {
      level: 'must',
      text: 'Legal should read this before it goes on.',
      at: ['1.2:7-12', '3.2:17-21', '3.4:4-8', '6.3:25-27'],
    },
    {
      level: 'must',
      text: 'By which ranking? Say whose, and of which year.',
      at: ['3.3:5-8', '3.3:9-12', '3.3:14-17'],
    },
    {
      level: 'should',
      text: 'A loaded word. Say what happened and let the reader judge.',
      at: [
        '1.1:9-9',
        '1.1:12-12',
        '1.3:13-13',
        '1.5:14-14',
        '3.2:19-19',
        '4.5:11-12',
        '5.2:17-18',
        '8.4:4-4',
      ],
    },
    {
      level: 'should',
      text: 'We said this before. Cut one of the two.',
      at: [
        ...(['1.5:18-23', '2.1:16-19', '5.1:13-18', '6.1:2-7', '6.3:1-3', '8.1:3-10', '8.3:13-18'] as const),
        ...(['8.2:16-22', '4.5:24-26', '7.2:15-18'] as const),
      ],
    },
    {
      level: 'should',
      text: 'Nobody does anything in this sentence. Who did it?',
      at: ['1.1:7-9', '2.2:18-20', '3.2:6-9', '4.1:12-13'],
    },
    {
      level: 'should',
      text: 'An agency writes like this. Say it in plain words.',
      at: [
        '1.4:5-8',
        '2.1:11-13',
        '4.2:5-8',
        '4.2:13-17',
        '6.1:16-19',
        '6.2:14-18',
        '7.1:10-16',
        '7.3:14-16',
      ],
    },
    {
      level: 'should',
      text: 'Too sure. What would the other side say?',
      at: ['7.3:2-5', '7.3:10-13', '8.4:13-15', '7.2:11-14', '5.2:13-15'],
    },
    {
      level: 'should',
      text: 'Give a figure here, with its source.',
      at: ['1.1:13-13', '1.2:10-11', '4.2:16-17', '4.5:10-12', '2.3:30-31'],
    },
    {
      level: 'should',
      text: 'What is the link between the one and the other?',
      at: ['1.3:1-3', '3.1:16-17', '4.3:14-16', '4.5:17-19', '5.3:5-6'],
    },
    {
      level: 'fyi',
      text: 'House style: spell it out at first mention.',
      at: ['1.1:5-5', '1.3:8-8', '1.4:14-14', '1.4:22-22'],
    },
    {
      level: 'fyi',
      text: 'Capital letter or not? It is both in this story.',
      at: ['0.1:3-3', '1.3:9-9', '2.1:3-3'],
    },
    { level: 'fyi', text: 'A phrase to fill a line.', at: ['4.4:3-6', '8.1:1-2', '2.3:11-14'] },
    { level: 'fyi', text: 'The map of the region could stand beside this.', at: ['1.1:4-6', '2.2:24-27'] },
    { level: 'fyi', text: 'Good that both sides are in it.', at: ['2.3:16-19', '6.2:6-9'] },
  ],
  onClaims: [
    {
      level: 'must',
      claim: 'death',
      text: 'Is there a death certificate, or a statement by the prosecutor?',
    },
    { level: 'must', claim: 'founding', text: 'Which order founded it, and on which day?' },
    { level: 'must', claim: 'his-rank', text: 'Has his family, or his lawyer, been asked?' },
    { level: 'must', claim: 'unnamed', text: 'Who decided that, and does it still hold?' },
    { level: 'must', claim: 'world-rank', text: 'Two yearly reports disagree about this.' },
    { level: 'should', claim: 'sharing', text: 'The press office answers on Tuesday.' },
    { level: 'should', claim: 'it-works', text: 'One death is no proof of a plan.' },
    { level: 'should', claim: 'customs-task', text: 'The law gives this task to another office as well.' },
    { level: 'should', claim: 'money-stopped', text: 'Ask how much, and in which court.' },
    { level: 'should', claim: 'safer', text: 'Whose forecast is it?' },
    { level: 'fyi', claim: 'unit-name', text: 'The name stands four times.' },
    { level: 'fyi', claim: 'morale', text: 'Leave it to somebody who may be quoted.' },
  ],
  onArticle: [
    { level: 'must', text: 'Nobody is quoted. We need at least one voice from each side of the border.' },
    { level: 'must', text: 'There is no date anywhere.' },
    { level: 'must', text: 'There is no figure anywhere.' },
    { level: 'must', text: 'Nobody who sees it otherwise has a word.' },
    { level: 'must', text: 'The byline is missing.' },
    { level: 'should', text: 'The last part says again what the first one says.' },
    { level: 'should', text: 'Every paragraph praises. That is not ours to do.' },
    { level: 'should', text: 'Say early on what is new.' },
    { level: 'should', text: 'Explain how this was done before.' },
    { level: 'fyi', text: 'The archive has three stories on this.' },
    { level: 'fyi', text: 'It could run shorter by a third.' },
  ],
}
