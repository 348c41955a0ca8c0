import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { BY_NEED, CORE } from '../../../../src/main/export/pdf/font-faces.ts'
import type { Face } from '../../../../src/main/export/pdf/font-faces.ts'
import { HUES } from '../../../../src/main/export/pdf/hues.ts'
import type { Report } from '../../../../src/main/export/pdf/report.ts'

/** The look of resources/typst as a stylesheet for print. */

const packages = createRequire(import.meta.url)

function fontFace({ family, style, file }: Face): string {
  const weight = style.includes('SemiBold') ? 600 : style.includes('Bold') ? 700 : 400
  const slope = style.includes('Italic') ? 'italic' : 'normal'
  const url = pathToFileURL(packages.resolve(file)).href
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${slope};src:url("${url}")}`
}

const by = (faces: readonly Face[]): string =>
  [...new Set(faces.map(({ family }) => `"${family}"`))].join(',')

/** A string of CSS. */
const said = (words: string): string => `"${words.replaceAll(/["\\\n]/g, (sign) => `\\${sign}`)}"`

function sheet({ paper, head, foot, verdict, audience, slug, version }: Report): string {
  const small = 'font:8pt "Stet Sans";color:#525753'
  const decided = verdict.approved ? 'APPROVED' : 'NOT APPROVED'
  return `@page{size:${paper === 'letter' ? 'letter' : 'A4'};margin:26mm 18mm 25mm;
@top-left{content:${said(head.running)};${small}}@top-right{content:${said(head.right)};${small}}
@bottom-left{content:${said(`${foot.hash} · ${foot.made}`)};font:7.4pt "Stet Code";border-top:.75pt solid #181a19}
@bottom-center{content:${said(`${foot.slug || slug}, ${version}`)};font:8pt "Stet Sans";border-top:.75pt solid #181a19}
@bottom-right{content:${said(`${decided}, ${audience} · Page `)} counter(page) " of " counter(pages);font:600 8pt "Stet Sans";border-top:.75pt solid #181a19}}
@page:first{@top-left{content:${said(head.left)}}}`
}

const WORDS = `body{margin:0;font:9pt/12pt SANS;color:#181a19}bdi{unicode-bidi:isolate}b{font-weight:600}a{color:inherit;text-decoration:none}
a.out{text-decoration:underline;text-decoration-thickness:.4pt}code{font-family:"Stet Code","Stet Sans";font-size:.92em}.soft{color:#525753}.accent{color:#ad1620}
h1{font:600 19.5pt/24pt SERIF;margin:0 0 6pt;max-width:138mm}h2{font:600 15pt/18pt SERIF;margin:20pt 0 7pt;padding-bottom:5pt;border-bottom:.9pt solid}
h2.small{font:600 9pt/12pt SANS;margin:15pt 0 0;padding-bottom:4pt;border-bottom:.75pt solid}h1,h2,h3{break-after:avoid}.new-page{break-before:page}
.standfirst{font:italic 11.25pt/16pt SERIF;margin:0 0 5pt}.verdict{display:flex;justify-content:space-between;align-items:end;gap:18pt;margin-bottom:18pt}
.verdict p{margin:0}.verdict.no{border:4.5pt solid #ad1620;padding:12pt 15pt}.verdict.yes{border-top:1.5pt solid;border-bottom:.75pt solid;padding:11pt 0}
.decided{font:700 33pt/36pt SERIF}.verdict.no .decided{color:#ad1620}.which{text-align:right;font-size:11.25pt}
dl{margin:0}.ruled div{display:flex;justify-content:space-between;gap:8pt;border-bottom:.5pt solid #cdd0cb;padding:4pt 0;break-inside:avoid}.ruled dd{margin:0;text-align:right}
.fonts .ruled div{border:0;padding:1.6pt 0;font-size:8pt;line-height:9pt}
.two dl{columns:2;column-gap:7.5mm}.plain{list-style:none;margin:0;padding:0}.plain li{border-bottom:.5pt solid #cdd0cb;padding:4pt 0}
.sign{display:grid;grid-template-columns:2fr 1fr;gap:7.5mm;margin-top:23pt;color:#525753}.sign p{margin:0;border-top:.6pt solid #181a19;padding-top:3.5pt}
table{border-collapse:collapse;width:100%}thead{display:table-header-group}th,td{text-align:left;vertical-align:top;padding:5pt 4mm 5pt 0;border-bottom:.5pt solid #cdd0cb}
th{font-weight:600;border-bottom:.75pt solid #181a19}th:last-child,td:last-child{padding-right:0}tr{break-inside:avoid}
.register{table-layout:fixed;font-size:8pt;line-height:10.8pt;overflow-wrap:anywhere}.register td>div{margin:4pt 0}.register td>div:first-child{margin-top:0}.register td>div:last-child{margin-bottom:0}.reply{padding-left:5mm}
.register q,.register ins,.register del{font:9.5pt/12.5pt SERIF}q{quotes:none}.grade{border:.6pt solid;padding:0 2.4pt}.register dl{display:grid;grid-template-columns:26mm 1fr;gap:3.5pt 0;font-size:7.4pt}.register dd{margin:0}
.within{font:8.5pt/11.5pt SANS;margin:8pt 0 10pt}.within th,.within td{border:.4pt solid #757a75;padding:4pt}.within p{margin:3pt 0}.within th{background:#f0f0f0}`

const TEXT = `.text,.redline{font:10.5pt/15.5pt SERIF;position:relative;overflow-wrap:break-word}.text{margin:0 36mm 0 17mm}.redline{font-size:10pt;line-height:14.8pt;margin:0 61mm 0 18mm}
.text p,.redline p{margin:8.5pt 0}.headline{font:600 19.5pt/24pt SERIF}.quote{font-style:italic;padding:0 7mm}.caption,.byline{font-size:9pt}.justify{text-align:justify}.center{text-align:center}.end{text-align:end}
h3{font:600 13.5pt/18pt SERIF;margin:15pt 0 7pt}.caps{font-variant:small-caps}.chip{background:#ececec;padding:0 1pt;border-radius:1.5pt}
ins{text-decoration:underline;text-decoration-thickness:.8pt}del{text-decoration:line-through;text-decoration-thickness:.8pt}.formatted{text-decoration:underline dotted .9pt}
mark{background:#f6efcd;color:inherit}.open-corner{border-left:.65pt solid #757a75;border-top:.65pt solid #757a75}.close-corner{border-right:.65pt solid #757a75;border-bottom:.65pt solid #757a75}
.ref{font:600 .64em SANS}.changed{position:relative}.changed::before{content:"";position:absolute;left:-4mm;top:0;bottom:0;border-left:1.4pt solid}
.sentence,.claim,.change{position:absolute;font:7.5pt/15.5pt SANS;white-space:nowrap}.sentence{left:-17mm;color:#525753}.claim{right:-24mm;width:20mm;font-weight:600}.change{left:-20mm;width:14mm;text-align:right}
.changed .change{left:-20mm}.card{float:right;clear:right;width:53mm;margin:0 -61mm 3pt 5mm;padding:1.75pt 3pt 1.75pt 5pt;border-left:2pt solid;background:#f6efcd;font:7.5pt/9.4pt SANS;break-inside:avoid;text-align:left;text-indent:0}
.card.resolved{background:#f6f6f6}.card>span{color:#181a19}.label{display:inline-block;width:6mm}.l1{margin-left:6mm}.l2{margin-left:12mm}.l3{margin-left:18mm}
.shape{display:inline-block;box-sizing:border-box;width:5.4pt;height:5.4pt;border:.7pt solid;border-radius:50%}.shape.verified{background:#1b6639;border-color:#1b6639}.shape.sourced{border-color:#7c4f00;background:linear-gradient(90deg,#7c4f00 50%,transparent 50%)}
.shape.stale{border-radius:0;border-color:#ad1620}.shape.waived{color:#525753;background:linear-gradient(135deg,transparent 45%,currentColor 45% 55%,transparent 55%)}.legend{font-size:8pt}`

export function styleOf(report: Report): string {
  const byNeed = BY_NEED.flat()
  const serif = by(CORE.filter(({ family }) => family === 'Stet Serif'))
  const sans = by(CORE.filter(({ family }) => family === 'Stet Sans'))
  const rules = (WORDS + TEXT)
    .replaceAll('SERIF', [serif, by(byNeed), sans].join(','))
    .replaceAll('SANS', [sans, by(byNeed), serif].join(','))
  const hues = HUES.map((hue, index) => `.h${index + 1}{color:${hue}}`).join('')
  return [...CORE, ...byNeed].map(fontFace).join('') + sheet(report) + rules + hues
}
