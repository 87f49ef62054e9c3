"""What every calculator is made of: questions in, facts out, and the only code that turns facts into HTML.

| module   | job                                                                    |
|----------|------------------------------------------------------------------------|
| declare  | the questions a calculator asks, and the calculator itself              |
| read     | a reader's untrusted text to checked answers, or one sentence per fault |
| result   | what a calculator says: facts, never HTML                               |
| words    | numbers and dates in plain English                                      |
| markup   | the only maker of HTML; it always escapes                               |
| chart    | a chart's facts to SVG                                                  |
| show     | a result to HTML for the page and plain text for notes                  |

Standard library only: the same files run in CPython when the site is built and in the reader's browser.
"""
