/** The thread in which PDF files are read for the window; pages are drawn in the window itself. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
