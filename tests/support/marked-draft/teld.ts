import { claimOf } from './list.ts'
import type { MarkedDraft } from './list.ts'

/** The bundled sample (resources/sample), marked on a smaller scale: every test can read it. */
export const TELD: MarkedDraft = {
  sha256: 'a76357644748affb1994ab3edfe915580945dd08d8d4a17ae9267fe7f0b5f806',
  claims: [
    claimOf('largest', ['number', 'high'], 'No bigger ring was known there.', '1.1:6-13'),
    { ...claimOf('head-broken', ['event', 'high'], 'The ring is no more.', '0.1:1-6'), body: 'broken' },
    claimOf('broken', ['event', 'high'], 'The ring is no more.', '1.1:1-11', '10.3:1-5'),
    claimOf('turning-point', ['opinion', 'medium'], 'Nothing is as it was.', '1.1:18-29'),
    claimOf('goods', ['background', 'medium'], 'What they carried, and how.', '1.2:10-22'),
    claimOf('who-took-part', ['identity', 'high'], 'The three that worked on it.', '1.3:6-15', '8.1:13-16'),
    claimOf('planned', ['date-place', 'medium'], 'It took some time.', '1.3:16-23'),
    claimOf('works', ['causal', 'medium'], 'The plan does what it should.', '1.4:1-11', '10.3:10-18'),
    claimOf('arrest', ['event', 'high'], 'The leader was taken.', '3.1:5-12', '10.3:2-6'),
    claimOf('crew', ['identity', 'medium'], 'So the ring is called.', '3.2:19-20', '3.3:2-3', '10.3:8-9'),
    claimOf('rank', ['allegation', 'high'], 'The man stood high in it.', '3.2:12-20'),
    claimOf('owner-knew', ['allegation', 'high'], 'The owner was in on it.', '3.4:19-28'),
    claimOf('money', ['event', 'medium'], 'They went after the accounts.', '4.2:11-19'),
    claimOf('thefts', ['number', 'high'], 'Fewer things are stolen.', '5.1:1-14'),
    claimOf('proof', ['causal', 'medium'], 'That is why.', '5.1:8-20'),
    claimOf('saved', ['number', 'high'], 'So much money was kept.', '5.2:1-7'),
    claimOf('quote', ['quotation', 'medium'], 'Somebody at sea said so.', '5.4:1-14'),
    claimOf('bribes', ['allegation', 'high'], 'Two took money.', '6.1:1-10', '6.2:1-4'),
    claimOf('vote', ['prediction', 'medium'], 'How the vote will end.', '8.4:18-23'),
    claimOf('why-there', ['motive', 'medium'], 'What drove them to that shore.', '9.1:4-19'),
    claimOf('prices', ['number', 'medium'], 'Tobacco costs more.', '9.2:7-18'),
  ],
  remarks: [
    { level: 'must', text: 'Who says so?', at: ['1.1:8-13', '1.4:3-5', '2.2:8-16', '5.1:15-20', '9.1:1-2'] },
    { level: 'must', text: 'When?', at: ['3.1:1-4', '2.4:16-17', '8.4:6-7'] },
    { level: 'must', text: 'Has he been asked?', at: ['3.2:1-2', '3.4:20-24', '6.1:1-3'] },
    { level: 'should', text: 'A loaded word.', at: ['1.2:8-8', '4.4:12-13', '9.3:4-4'] },
    { level: 'should', text: 'We said this before.', at: ['2.3:1-3', '7.3:1-3', '10.2:1-3', '10.3:2-9'] },
    { level: 'fyi', text: 'A phrase to fill a line.', at: ['4.3:4-7', '10.1:1-2'] },
  ],
  onClaims: [
    { level: 'must', claim: 'owner-knew', text: 'Legal reads this.' },
    { level: 'should', claim: 'crew', text: 'Who gave it that name?' },
    { level: 'fyi', claim: 'money', text: 'Their report is out on Friday.' },
  ],
  onArticle: [
    { level: 'must', text: 'The byline is missing.' },
    { level: 'should', text: 'Somebody who sees it otherwise?' },
    { level: 'fyi', text: 'The picture desk has the yard.' },
  ],
}
