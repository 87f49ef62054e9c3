"""What every calculator is made of: questions in, facts out, and the only code that turns facts into HTML.

| module    | job                                                                     |
|-----------|-------------------------------------------------------------------------|
| declare   | a calculator, and its form as the fields of a dataclass                  |
| questions | the kinds of question: their words, how an answer is read and said back   |
| parse     | numbers, months and words out of untrusted text                          |
| read      | a whole form to checked answers                                          |
| query     | answers to and from the text of forms and links                         |
| faults    | what is wrong with an answer, in one sentence                            |
| result    | what a calculator says: facts, never HTML                                |
| words     | numbers and dates in plain English                                       |
| markup    | the only maker of HTML; it always escapes                                |
| chart     | a chart's facts to SVG                                                   |
| show      | a result to HTML for the page and plain text for notes                   |
| files     | a result to a calendar file and a spreadsheet                            |

Standard library only: the same files run in CPython when the site is built and in the reader's browser.
"""
