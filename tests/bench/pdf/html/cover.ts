import type { MadeWith } from '../../../../src/main/export/pdf/made-with.ts'
import type { Report } from '../../../../src/main/export/pdf/report.ts'
import type { Pair } from '../../../../src/main/export/pdf/report-cover.ts'
import { bold, digits, iso, safe, soft } from './words.ts'

/** The first page and the last: what was decided, on which text, by whom, and what the file was made of. */

function verdictBox({ verdict, version, hash }: Report): string {
  const words = verdict.approved ? 'APPROVED' : 'NOT APPROVED'
  return `<div class="verdict ${verdict.approved ? 'yes' : 'no'}"><div><p class="decided">${words}</p><p>${safe(verdict.words)}</p></div>
<div class="which">${safe(version)}<br>${digits(hash)}</div></div>`
}

const ruled = (rows: readonly (readonly [string, string])[]): string =>
  `<dl class="ruled">${rows.map(([label, value]) => `<div><dt>${label}</dt><dd>${value}</dd></div>`).join('')}</dl>`

const wholeHashes = ({ hashes }: Report): string =>
  ruled([
    ['Text, SHA-256', digits(hashes.text)],
    ['Evidence, SHA-256', digits(hashes.evidence)],
    ...(hashes.record
      ? [[`Record to event ${hashes.record.event}`, digits(hashes.record.hash)] as const]
      : []),
  ])

function pairs(rows: readonly Pair[]): string {
  return `<div class="two">${ruled(rows.map(({ label, value }) => [safe(label), safe(value)]))}</div>`
}

function approval({ approval: { slots } }: Report): string {
  const heads = ['Slot', 'Who, role', 'Decision', 'When', 'Text'].map((one) => `<th scope="col">${one}</th>`)
  const rows = slots.map((one) => {
    const state = one.void ? bold(safe(one.state)) : safe(one.state)
    const cause = one.cause === '' ? '' : `${one.void ? ':' : ','} ${safe(one.cause)}`
    const hash = one.void ? `<s>${digits(one.hash)}</s>` : digits(one.hash)
    const who = one.who === '' ? safe(one.role) : `${iso(one.who)}, ${safe(one.role)}`
    return `<tr><td>${safe(one.slot)}</td><td>${who}</td><td>${state}${cause}</td><td>${safe(one.when)}</td><td>${hash}</td></tr>`
  })
  return `<table class="approval"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const section = (title: string, html: string): string =>
  `<section><h2 class="small">${title}</h2>${html}</section>`

const list = (items: readonly string[]): string =>
  `<ul class="plain">${items.map((one) => `<li>${one}</li>`).join('')}</ul>`

export const LAST = { name: 'part-about', title: 'About this file' } as const

type Part = { readonly name: string; readonly title: string }

export function cover(report: Report, parts: readonly Part[]): string {
  const { cover: c, approval: approvals, headline, standfirst, byline, slug } = report
  if (!c) return verdictBox(report)
  const { conditions } = approvals
  const where = slug === '' ? 'No slug' : `Slug ${iso(slug)}`
  return `${verdictBox(report)}<h1>${headline === '' ? 'Without a headline' : iso(headline)}</h1>
${standfirst === '' ? '' : `<p class="standfirst">${iso(standfirst)}</p>`}<p class="soft">${byline === '' ? where : `${iso(byline)}. ${where}`}</p>
${wholeHashes(report)}${pairs([{ label: 'Sourcing rules', value: report.rules }, ...c.made])}
${section('Approval', `${approval(report)}<div class="sign"><p>Signature of the approver</p><p>Date</p></div>`)}
${conditions.length === 0 ? '' : section(conditions.length === 1 ? 'Condition' : 'Conditions', list(conditions.map(iso)))}
${c.blockers.length === 0 ? '' : section('What blocks approval', list(c.blockers.map(({ code, words }) => `${bold(safe(code))} ${safe(words)}`)))}
${section('Counts', pairs(c.counts))}
${section('Contents', `<p>${[...parts, LAST].map(({ name, title }) => `<a href="#${name}">${safe(title)}</a>`).join(' ')}</p>`)}`
}

export function lastPage(report: Report, { engine, fonts }: MadeWith): string {
  const rows = fonts.map(({ name, sha256 }) => [soft(safe(name)), digits(sha256)] as const)
  return `<section class="part new-page"><h2 id="${LAST.name}">${LAST.title}</h2>${verdictBox(report)}${wholeHashes(report)}
<h3>Who decided</h3>${approval(report)}<h3>Made with</h3><p>${safe(engine)}. Fonts, each with the SHA-256 of its file:</p><div class="fonts">${ruled(rows)}</div></section>`
}
