/** What the report begins with, and what is known of the programs that it asks. */
export const HEAD = `# Word judges

What Docxodus, LibreOffice and pandoc read in Word files of ours when they accept, or reject, every change, held against
our own final and original texts. Written by \`npm run judge:word\`; the files are random articles with everything an
article holds, edited by two authors. Compared are the paragraphs of the text, of tables and of footnotes, without white
space and without empty lines; styles are left out, because pandoc joins no headings.

Known faults of the programs, seen by taking files apart:

| program | what it does | proof |
|---|---|---|
| LibreOffice 7.4 | loses one of two changes where text is inserted by one and deleted by another: the inserted text stands in both readings | Docxodus and pandoc agree with Stet; safe-docx #346 and #362 tell the same |
| LibreOffice 7.4 | makes one change of an insertion at a paragraph's end and one at the start of the next, across a ¶ of another state | Docxodus and pandoc agree with Stet |
| LibreOffice 7.4, pandoc 2.17 | of a ¶ inserted by one and deleted by another see one change only, so that its paragraphs stay two in a reading | the schema has both elements side by side (CT_ParaRPr) |
| LibreOffice 7.4, pandoc 2.17, Docxodus 12.6 | join no text past a table that goes together with the ¶ before it: what stood before and after it stay two paragraphs | none; not tried in Word. No word is lost or doubled |
| Docxodus 12.6 | where moved text is accepted, drops what was inserted within the range of its old place: it clears the range, not the moved words in it | pandoc and LibreOffice agree with Stet |
| Docxodus 12.6, pandoc 2.17 | where moved text is rejected, leave away what was deleted within it at its old place (w:moveFrom around w:del): a word of two files of others is cut in two | LibreOffice agrees with Stet (RA001 1 and 2 of Open-Xml-PowerTools) |
| Docxodus 12.6 | where moved text is rejected, leaves standing what was inserted within it at its old place (w:moveFrom around w:ins) | LibreOffice and pandoc agree with Stet (Tika-792 of Apache POI) |
| pandoc 2.17 | joins no headings; puts text that runs on into the first footnote of the paragraph that it runs on into, and loses it where that paragraph is empty | LibreOffice agrees with Stet |
`
