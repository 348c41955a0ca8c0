import { Check, X } from 'lucide-react'
import type { PdfSignature } from '../../../shared/model/checked-pdf.ts'
import { classes } from '../../ui/classes.ts'
import { shortHash } from '../../ui/hash.ts'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { fullDay } from '../../ui/time.ts'
import type { Checked } from './check-pdf.ts'
import { aboutInWords, coversInWords, issuedInWords, sameTextInWords, verdictInWords } from './check-words.ts'
import styles from './check.module.css'

function Mark({ good }: { readonly good: boolean }) {
  return (
    <span className={good ? styles['good'] : text['stop']}>
      <Icon of={good ? Check : X} />
    </span>
  )
}

function Signature({ signature, isLast }: { readonly signature: PdfSignature; readonly isLast: boolean }) {
  const { signer, issuer, at, isValid } = signature
  return (
    <li className={styles['row']}>
      <Mark good={isValid} />
      <div>
        <p>
          <span className={text['strong']}>{signer === '' ? 'Nobody who can be read' : signer}</span>
          <span className={text['soft']}>{at === null ? ', at no time told' : `, ${fullDay(at)}`}</span>
        </p>
        <p className={isValid ? text['soft'] : text['stop']}>{coversInWords(signature, isLast)}</p>
        {issuer !== '' && <p className={text['soft']}>{issuedInWords(signature)}</p>}
      </div>
    </li>
  )
}

/** What holding a PDF against itself has found. */
export function CheckResult({ checked, open }: { readonly checked: Checked; readonly open: string | null }) {
  const { about, faults, signatures, textHash } = checked
  const isWhole = faults.length === 0
  const same = sameTextInWords(textHash, open)
  return (
    <div className={styles['result']}>
      <p className={text['title']}>{about.headline}</p>
      <p>
        {aboutInWords(checked)} It says:{' '}
        <span className={classes(text['strong'], !about.approved && text['stop'])}>
          {about.approved ? 'approved' : 'not approved'}
        </span>
        .
      </p>
      <div className={styles['row']}>
        <Mark good={isWhole} />
        <div>
          <p className={classes(text['strong'], !isWhole && text['stop'])}>{verdictInWords(checked)}</p>
          {isWhole ? (
            <p className={text['soft']}>
              The text in it is the one that was hashed,{' '}
              <span className={text['hash']}>{shortHash(textHash)}</span>, and that hash stands on every page.{' '}
              {same}
            </p>
          ) : (
            <ul className={styles['faults']}>
              {faults.map((fault) => (
                <li key={fault}>{`${fault.charAt(0).toUpperCase()}${fault.slice(1)}.`}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
      {signatures.length > 0 && (
        <>
          <h3 className={styles['head']}>Signatures</h3>
          <ol>
            {signatures.map((signature, index) => (
              <Signature
                key={`${signature.signer} ${signature.at} ${index}`}
                signature={signature}
                isLast={index === signatures.length - 1}
              />
            ))}
          </ol>
          <p className={text['soft']}>
            Each name is the one in the certificate. Whether that certificate can be trusted is not checked
            here.
          </p>
        </>
      )}
    </div>
  )
}
