import { Pencil, X } from 'lucide-react'
import type { ClaimSource } from '../../../shared/model/claim.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import type { Source } from '../../../shared/model/source.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { describeSource } from '../sources/describe-source.ts'
import styles from './claims.module.css'
import { BEARING_NAMES } from './detail-names.ts'
import { LinkFields } from './link-fields.tsx'

type AttachedProps = {
  readonly claim: ClaimView
  readonly link: ClaimSource
  readonly source: Source
  /** A source before it in the list that comes from the same origin, with which it counts once. */
  readonly before: Source | null
  readonly locked: boolean
  /** What is said of the link is being changed. */
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly onDetach: () => void
}

/** What is said of the link beside where: on which part it bears, and whether it speaks against the claim. */
function Said({ link }: { readonly link: ClaimSource }) {
  const bears = link.bears.filter((each) => each !== 'claim').map((each) => BEARING_NAMES[each])
  return (
    <>
      {bears.length > 0 && <p className={text['small']}>Bears on {bears.join(', ')}.</p>}
      {link.stance === 'contradicts' && (
        <p className={text['small']}>
          <b className={text['stop']}>Contradicts it.</b>{' '}
          {link.answer === '' ? 'Nobody has said why the claim stands.' : `Answer: ${link.answer}`}
        </p>
      )}
      {link.note !== '' && <p className={classes(text['soft'], text['small'])}>{link.note}</p>}
    </>
  )
}

/** One source of a claim; what it is, where it comes from in the end, and where in it to look. */
export function AttachedSource(props: AttachedProps) {
  const { claim, link, source, before, locked, open, onOpen, onDetach } = props
  return (
    <li className={styles['source']}>
      <span className={styles['grade']} title={`Grade ${source.grade}`}>
        {source.grade}
      </span>
      <div>
        <p className={text['strong']}>{source.title}</p>
        <p className={classes(text['soft'], text['small'])}>{describeSource(source, link.locator)}</p>
        {source.onRecord === 'unnamed' && (
          <p className={text['small']}>
            {source.attestation === null
              ? 'No editor has attested knowing who it is.'
              : 'Attested by an editor; the name is stored nowhere.'}
          </p>
        )}
        <Said link={link} />
      </div>
      <p className={text['small']}>
        <span className={text['soft']}>Origin</span>
        <br />
        {source.origin === '' ? 'not said' : source.origin}
        {before !== null && (
          <span className={text['stop']}>
            <br />
            counts once with {before.title}
          </span>
        )}
      </p>
      {!locked && (
        <>
          <Button
            only
            aria-label={`What ${source.title} says of the claim`}
            aria-expanded={open}
            title="Where in it, on what it bears, and how"
            onClick={() => onOpen(!open)}
          >
            <Icon of={Pencil} size={13} />
          </Button>
          <Button only aria-label={`Detach ${source.title}`} title="Detach" onClick={onDetach}>
            <Icon of={X} size={14} />
          </Button>
        </>
      )}
      {open && !locked && (
        <LinkFields claim={claim} link={link} source={source} onDone={() => onOpen(false)} />
      )}
    </li>
  )
}
